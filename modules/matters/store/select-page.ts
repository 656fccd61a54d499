import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import type { Cursor } from '../rules/cursor.ts';
import { runRaw } from './run-raw.ts';

type Condition = RawBuilder<boolean>;

/** A row of a list. `key` is what it is sorted by, as the engine writes it. */
export interface SummaryRow {
  id: string;
  number: string;
  kind: string;
  title: string;
  category: string | null;
  areaCode: string;
  address: string | null;
  longitude: number | null;
  latitude: number | null;
  channel: string;
  state: string;
  stateSince: Date;
  urgency: number;
  confidential: boolean;
  public: boolean;
  openedAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  leadId: string | null;
  pending: string | null;
  version: number;
  key: string | null;
}

const columns = sql`m.id, m.number, m.kind, m.title, m.category, m.area_code as "areaCode", m.address, ST_X(m.location) as longitude, ST_Y(m.location) as latitude,
  m.channel, m.state, m.state_since as "stateSince", m.urgency, m.confidential, m.public, m.opened_at as "openedAt", m.due_at as "dueAt", m.closed_at as "closedAt",
  m.outcome, m.lead_id as "leadId", m.pending, m.version`;

const orders = {
  '-openedAt': { column: sql`m.opened_at`, order: sql`m.opened_at desc, m.id desc`, outer: sql`"openedAt" desc, id desc`, after: sql`<` },
  openedAt: { column: sql`m.opened_at`, order: sql`m.opened_at, m.id`, outer: sql`"openedAt", id`, after: sql`>` },
  dueAt: { column: sql`m.due_at`, order: sql`m.due_at, m.id`, outer: sql`"dueAt", id`, after: sql`>` },
  '-stateSince': {
    column: sql`m.state_since`,
    order: sql`m.state_since desc, m.id desc`,
    outer: sql`"stateSince" desc, id desc`,
    after: sql`<`,
  },
} as const;
export type MatterSort = keyof typeof orders;

/** What stands behind the cursor, as ranges that an index can begin at. Matters without a due time come last. */
function ranges(sort: MatterSort, cursor: Cursor | null): Condition[] {
  const { column, after } = orders[sort];
  if (!cursor) return [sql`true`];
  if (cursor.at === null) return [sql`(m.due_at is null and m.id > ${cursor.id}::uuid)`];
  const behind = sql<boolean>`(${column}, m.id) ${after} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  return sort === 'dueAt' ? [behind, sql`m.due_at is null`] : [behind];
}

/** One page in one statement: each way of seeing is read along its own index up to the limit, and the rows are put together. */
export function selectPage(
  connection: Connection,
  conditions: Condition[],
  ways: Condition[],
  sort: MatterSort,
  cursor: Cursor | null,
  limit: number,
): Promise<SummaryRow[]> {
  const { column, order, outer } = orders[sort];
  const branches = ways.flatMap((way) =>
    ranges(sort, cursor).map(
      (range) =>
        sql`(select ${columns}, ${column}::text as key from matters.matter m where ${sql.join([...conditions, way, range], sql` and `)} order by ${order} limit ${limit})`,
    ),
  );
  if (branches.length === 0) return Promise.resolve([]);
  if (branches.length === 1) return runRaw(connection, branches[0] as RawBuilder<SummaryRow>);
  return runRaw(connection, sql<SummaryRow>`${sql.join(branches, sql` union `)} order by ${outer} limit ${limit}`);
}

/** Rows of given matters, in no order. */
export function selectSummaries(connection: Connection, ids: readonly string[]): Promise<SummaryRow[]> {
  return runRaw(connection, sql<SummaryRow>`select ${columns}, null as key from matters.matter m where m.id = any(${ids}::uuid[])`);
}

/** Matters by state and by being late, looking at no more than `ceiling` rows. */
export function selectCounts(
  connection: Connection,
  conditions: Condition[],
  ways: Condition[],
  now: Date,
  ceiling: number,
): Promise<{ state: string; late: boolean; count: number }[]> {
  if (ways.length === 0) return Promise.resolve([]);
  const branches = ways.map(
    (way) =>
      sql`(select m.id, m.state, coalesce(coalesce(m.closed_at, ${now}::timestamptz) > m.due_at, false) as late from matters.matter m where ${sql.join([...conditions, way], sql` and `)} limit ${ceiling})`,
  );
  return runRaw(
    connection,
    sql<{
      state: string;
      late: boolean;
      count: number;
    }>`select state, late, count(*) as count from (select * from (${sql.join(branches, sql` union `)}) b limit ${ceiling}) c group by state, late`,
  );
}
