import type { Cases } from '@gongzhi/cases';
import type { Identity } from '@gongzhi/identity';
import type { Kind, Matters } from '@gongzhi/matters';
import type { Notifications } from '@gongzhi/notifications';
import type { Organisations } from '@gongzhi/organisations';
import type { Database } from '@gongzhi/platform/database';
import type { FileStore } from '@gongzhi/platform/files';
import type { BoundRoute, RawRoutes } from '@gongzhi/platform/http';
import type { JobDefinition } from '@gongzhi/platform/jobs';
import type { ModuleParts } from '@gongzhi/platform/module';
import type { FactConsumer } from '@gongzhi/platform/outbox';
import type { Territory } from '@gongzhi/territory';

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
  kinds: Kind[];
  facts: string[];
}
