import type { Actor } from '@gongzhi/contract/actor';
import type { MatterFilter, MatterDetail, MatterSummary } from '@gongzhi/contract/matters';
import type { Connection, Database } from '@gongzhi/platform/database';
import type { FileStore } from '@gongzhi/platform/files';
import type { ModuleParts } from '@gongzhi/platform/module';
import type { Identity } from '@gongzhi/identity';
import type { Organisations } from '@gongzhi/organisations';
import type { Territory } from '@gongzhi/territory';
import type { Acted } from './commands/act.ts';
import type { FirstClocks, NewMatter, OpenedMatter } from './commands/open-matter.ts';
import type { Kind } from './kind.ts';
import type { Snapshot } from './rules/snapshot.ts';

export interface MattersDeps {
  database: Database;
  territory: Territory;
  organisations: Organisations;
  identity: Identity;
  files: FileStore;
  now?: () => Date;
}

/** The ledger as modules above see it. */
export interface Matters {
  parts: ModuleParts;
  /** Makes a kind known; its actions then work on every route of the ledger. */
  register(kind: Kind): void;
  kind(name: string): Kind;
  /** Opens a matter, in a transaction of the caller's or in a statement of its own. */
  open(kind: Kind, actor: Actor, matter: NewMatter, first: FirstClocks, connection?: Connection): Promise<OpenedMatter>;
  /** Does one act by number. Version null: whatever the present one is (the product's own acts). */
  act(actor: Actor, number: string, action: string, version: number | null, input: Record<string, unknown>, connection?: Connection): Promise<Acted>;
  /** A matter as rules see it, if the actor may see it; refuses with `matter-not-found` otherwise. */
  snapshot(actor: Actor, number: string, connection?: Connection): Promise<Snapshot>;
  detail(actor: Actor, number: string): Promise<MatterDetail>;
  list(actor: Actor, query: MatterFilter & { cursor?: string; limit: number; sort: '-openedAt' | 'openedAt' | 'dueAt' | '-stateSince' }): Promise<{ items: MatterSummary[]; next: string | null }>;
  /** Summaries of given matters by id, in the order given, with names; nothing is left out for scope: the caller has decided. */
  summaries(ids: string[], connection?: Connection): Promise<MatterSummary[]>;
  /** Every matter of a filter in keyset batches, for exports. */
  stream(actor: Actor, filter: MatterFilter, batch?: number): AsyncIterable<MatterSummary[]>;
}
