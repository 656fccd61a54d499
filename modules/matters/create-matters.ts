import type { Actor } from '@gongzhi/contract/actor';
import type { MatterDetail, MatterFilter, MatterSummary } from '@gongzhi/contract/matters';
import type { Residents } from '@gongzhi/identity';
import type { Organisations } from '@gongzhi/organisations';
import type { Connection, Database } from '@gongzhi/platform/database';
import type { FileStore } from '@gongzhi/platform/files';
import type { ModuleParts } from '@gongzhi/platform/module';
import type { Territory } from '@gongzhi/territory';
import type { Acted } from './commands/act.ts';
import { actByNumber } from './commands/act-by-number.ts';
import { type Annotation, annotate } from './commands/annotate.ts';
import { fillLedger } from './commands/fill-ledger.ts';
import { type BulkMatter, type Loaded, type LoadOptions, loadMatters } from './commands/load-matters.ts';
import { type FirstClocks, type NewMatter, type OpenedMatter, openMatter } from './commands/open-matter.ts';
import { sweepUploads } from './commands/sweep-uploads.ts';
import { withdrawEntry } from './commands/withdraw-entry.ts';
import { wordingConsumer } from './commands/write-wording.ts';
import type { Ledger } from './context.ts';
import { matterRoutes } from './http.ts';
import type { Kind } from './kind.ts';
import { type CheckProgress, checkLedger, type LedgerVerdict } from './queries/check-ledger.ts';
import { countMatters, type MatterCounts } from './queries/count-matters.ts';
import { createEvents } from './queries/follow-events.ts';
import { listMatters, type MatterSort, streamMatters, summaries } from './queries/list-matters.ts';
import { type Overviews, overviews } from './queries/overviews.ts';
import { type Publications, publications } from './queries/publications.ts';
import { readMatter } from './queries/read-matter.ts';
import { snapshotFor } from './queries/snapshot-for.ts';
import type { Snapshot } from './rules/snapshot.ts';
import { readSnapshotsById } from './store/read-snapshot.ts';
import { type MatterText, readOpened, readTexts } from './store/read-texts.ts';
import { countKnown } from './store/select-known.ts';
import { type RunningClock, selectRunning } from './store/select-running.ts';
import { loadOfUnits, type Reminder, reportersJoinedTo, takeReminders } from './store/take-reminders.ts';
import { type UsedAddressRow, usedAddresses } from './store/used-addresses.ts';

export interface MattersDeps {
  database: Database;
  territory: Pick<Territory, 'directory' | 'calendarFor' | 'calendar'>;
  organisations: Pick<Organisations, 'directory' | 'categories'>;
  identity: { residents: Pick<Residents, 'masked'> };
  files: FileStore;
  now?: () => Date;
}

/** Whether a follow-up token opens a file; the module that gives out the tokens knows. */
export type FileAccess = (fileId: string, token: string) => Promise<boolean>;

/** The ledger as modules above see it. */
export interface Matters extends Overviews, Publications {
  parts: ModuleParts;
  /** Makes a kind known; its actions then work on every route of the ledger. */
  register(kind: Kind): void;
  /** A registered kind; an unknown name is an error of the program. */
  kind(name: string): Kind;
  /** Opens a matter, in a transaction of the caller's or in a statement of its own. */
  open(kind: Kind, actor: Actor, matter: NewMatter, first: FirstClocks, connection?: Connection): Promise<OpenedMatter>;
  /** Does one act by number. Version null: whatever the present one is (the product's own acts). */
  act(
    actor: Actor,
    number: string,
    action: string,
    version: number | null,
    input: Record<string, unknown>,
    connection?: Connection,
  ): Promise<Acted>;
  /** Appends entries of the product to many histories at once, without moving their matters; answers how many were written. */
  annotate(tx: Connection, annotations: readonly Annotation[]): Promise<number>;
  /** A matter as rules see it, if the actor may see it; refuses with `matter-not-found` otherwise. */
  snapshot(actor: Actor, number: string, connection?: Connection): Promise<Snapshot>;
  /** Running clocks of these names that a unit answers for, of these matters or (null) of all. For those who supervise; scope is the business of the caller. */
  runningClocks(connection: Connection, names: readonly string[], matterIds: readonly string[] | null): Promise<RunningClock[]>;
  /** Matters by id as rules see them, in no order; scope is the business of the caller. */
  snapshots(connection: Connection, ids: readonly string[]): Promise<Snapshot[]>;
  detail(actor: Actor, number: string): Promise<MatterDetail>;
  list(
    actor: Actor,
    query: MatterFilter & { cursor?: string; limit: number; sort: MatterSort },
  ): Promise<{ items: MatterSummary[]; next: string | null }>;
  /** How many matters of a filter are in each state, up to 10,001 rows. */
  counts(actor: Actor, filter: MatterFilter): Promise<MatterCounts>;
  /** Summaries of given matters by id, in the order given, with names; nothing is left out for scope: the caller has decided. */
  summaries(ids: string[], connection?: Connection): Promise<MatterSummary[]>;
  /** Every matter of a filter in keyset batches, newest first, for exports. */
  stream(actor: Actor, filter: MatterFilter, batch?: number): AsyncIterable<MatterSummary[]>;
  /** Writes complete histories, for imports and the demo, inside the transaction of the caller. */
  load(tx: Connection, kind: Kind, batch: readonly BulkMatter[], options?: LoadOptions): Promise<Loaded>;
  /** Fills an empty ledger: loads inside of `work` are several times quicker, as indexes and keys are built once after it. Throws where matters are there. */
  fill(tx: Connection, work: () => Promise<void>): Promise<void>;
  /** How many of these external numbers are new and how many known: a load without writing. */
  known(tx: Connection, externals: readonly { source: string; number: string }[]): Promise<{ taken: number; known: number }>;
  /** A matter as its opening answered it: for a repeated request. */
  opened(number: string, connection?: Connection): Promise<OpenedMatter>;
  /** Words and details by number, of matters the caller may show. */
  texts(numbers: readonly string[]): Promise<Map<string, MatterText>>;
  /** Takes clocks that have come to their next stage of reminding; each stage is taken once. */
  takeReminders(tx: Connection, now: Date): Promise<Reminder[]>;
  /** Open work by leading organisation. */
  loadOfUnits(connection: Connection, now: Date, soon: Date): Promise<Map<string, { open: number; overdue: number; soon: number }>>;
  /** Reporters of the matters joined to this one. */
  reportersJoinedTo(connection: Connection, matterIds: readonly string[]): Promise<Map<string, { number: string; reporterId: string }[]>>;
  /** Addresses of recent matters with their points, for address search by staff. */
  usedAddresses(text: string, under: string | undefined): Promise<UsedAddressRow[]>;
  /** Puts a tombstone in the place of note and data of one entry (personal data); the chain still verifies. */
  withdrawEntry(tx: Connection, actor: Actor, number: string, no: number, reason: string): Promise<void>;
  /** Checks the whole ledger against itself. */
  check(progress?: CheckProgress): Promise<LedgerVerdict>;
  /** Who opens a file by follow-up token; nobody until the module that gives out the tokens has said so. */
  setFileAccess(access: FileAccess): void;
}

/** Builds the ledger. Kinds are registered before the first request. */
export function createMatters(deps: MattersDeps): Matters {
  const kinds = new Map<string, Kind>();
  const ledger: Ledger = {
    ...deps,
    now: deps.now ?? (() => new Date()),
    kinds,
    fileAccess: async () => false,
  };
  const { database } = deps;
  const events = createEvents(ledger);
  const kind = (name: string) => {
    const known = kinds.get(name);
    if (!known) throw new Error(`the kind ${name} is not registered`);
    return known;
  };
  const matters: Matters = {
    parts: {
      name: 'matters',
      migrations: { module: 'matters', folder: new URL('./migrations/', import.meta.url) },
      routes: [],
      raw: (app) => {
        // Open streams would hold the server for ever: they end before it waits for its connections.
        app.addHook('preClose', async () => events.close());
      },
      jobs: [{ name: 'matters.sweep-uploads', cron: '20 3 * * *', run: () => sweepUploads(ledger) }],
      consumers: [wordingConsumer(ledger)],
    },
    register(declared) {
      kinds.set(declared.kind, declared);
    },
    kind,
    async open(declared, actor, matter, first, connection = database) {
      const calendar = await deps.territory.calendarFor(matter.areaCode);
      return openMatter(connection, declared, calendar, actor, matter, first, ledger.now());
    },
    runningClocks: (connection, names, matterIds) => selectRunning(connection, { names, matterIds }),
    snapshots: (connection, ids) => readSnapshotsById(connection, ids),
    annotate: (tx, annotations) => annotate(ledger, tx, annotations),
    act: (actor, number, action, version, input, connection) =>
      actByNumber(ledger, matters, { actor, number, action, version, input }, connection),
    snapshot: (actor, number, connection = database) => snapshotFor(connection, actor, number),
    detail: (actor, number) => readMatter(ledger, actor, number),
    list: (actor, query) => listMatters(ledger, actor, query),
    counts: (actor, filter) => countMatters(ledger, actor, filter),
    summaries: (ids, connection = database) => summaries(ledger, connection, ids),
    ...overviews(ledger),
    ...publications(ledger),
    stream: (actor, filter, batch) => streamMatters(ledger, actor, filter, batch),
    load: loadMatters,
    fill: fillLedger,
    known: countKnown,
    usedAddresses: (text, under) => usedAddresses(database, text, under),
    takeReminders,
    loadOfUnits,
    reportersJoinedTo,
    opened: (number, connection = database) => readOpened(connection, number),
    texts: (numbers) => readTexts(database, numbers),
    withdrawEntry: (tx, actor, number, no, reason) => withdrawEntry(tx, actor, number, no, reason, ledger.now()),
    check: (progress) => checkLedger(database, kinds, progress),
    setFileAccess(access) {
      ledger.fileAccess = access;
    },
  };
  matters.parts.routes = matterRoutes(ledger, matters, events);
  return matters;
}
