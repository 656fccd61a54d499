import type { Cases } from '@gongzhi/cases';
import type { Actor } from '@gongzhi/contract/actor';
import type { Identity } from '@gongzhi/identity';
import type { Kind, Matters } from '@gongzhi/matters';
import type { Notifications } from '@gongzhi/notifications';
import type { Organisations } from '@gongzhi/organisations';
import type { Connection, Database } from '@gongzhi/platform/database';
import type { FileStore } from '@gongzhi/platform/files';
import type { BoundRoute, RawRoutes } from '@gongzhi/platform/http';
import type { JobDefinition } from '@gongzhi/platform/jobs';
import type { ModuleParts } from '@gongzhi/platform/module';
import type { FactConsumer } from '@gongzhi/platform/outbox';
import type { Territory } from '@gongzhi/territory';
import type { ThemeToLoad } from './board/commands/load-themes.ts';
import type { MustersToLoad } from './muster/commands/load-musters.ts';
import type { PatrolsToLoad } from './patrol/store/fill-patrols.ts';
import type { LateClock } from './supervision/commands/load-history.ts';
import type { TasksToLoad } from './tasks/commands/load-tasks.ts';

export interface CommandDeps {
  database: Database;
  territory: Territory;
  organisations: Organisations;
  identity: Identity;
  matters: Matters;
  cases: Cases;
  notifications: Notifications;
  files: FileStore;
  /** Puts a job into its queue (platform/jobs). */
  send(name: string, data: object, options?: { key?: string; after?: number }): Promise<void>;
  /** A key of 32 bytes for a purpose, derived from the master key: codes shown at a scene are made with it. */
  secret(purpose: string): Buffer;
  /** Base of links sent to people, such as https://example.org; relative where absent. */
  publicUrl?: string | null;
  now?: () => Date;
}

/** What the parts of this module share. */
export interface CommandCore extends CommandDeps {
  now(): Date;
}

/** What a part of the module adds. */
export interface CommandPart {
  /** Kinds of matter of the part; the module registers them with the ledger. */
  kinds?: Kind[];
  /** Names of facts that the part publishes beside those of its kinds. */
  facts?: string[];
  routes?: BoundRoute[];
  raw?: RawRoutes[];
  consumers?: FactConsumer[];
  jobs?: JobDefinition[];
}

export interface Command {
  parts: ModuleParts;
  /** After a load of histories without facts: writes what lists of these whistles are read from, and gives the cards that rules would have given. */
  loaded(tx: Connection, history: { whistles: readonly string[]; late: readonly LateClock[]; now: Date }): Promise<void>;
  kinds: Kind[];
  facts: string[];
  /** Writes the lists and a history of department tasks in bulk, for the demo and for imports. */
  loadTasks(tx: Connection, load: TasksToLoad): Promise<void>;
  /** Writes plans, rounds and sums of patrols in bulk. */
  loadPatrols(tx: Connection, load: PatrolsToLoad): Promise<void>;
  /** Counts the board anew from the ledger, after a load that published no facts. */
  countBoard(tx: Connection): Promise<void>;
  /** Chooses themes, as whoever may. */
  loadThemes(tx: Connection, themes: readonly ThemeToLoad[]): Promise<void>;
  /** Looks for hot spots at once and writes the report of a month, after a load has been committed. */
  beginWith(by: Actor, areaCode: string, month: string): Promise<void>;
  /** Writes people who can be called and musters of the past in bulk. */
  loadMusters(tx: Connection, load: MustersToLoad): Promise<void>;
}
