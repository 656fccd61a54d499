import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { underAreas } from '../rules/visible.ts';
import { runRaw } from './run-raw.ts';

/**
 * What stands at a moment: matters that were open then; or, of what has not ended to this day, matters that were past their due time then and
 * running clocks that were. What ended too late is told by the facts, and those who count know it from there.
 */
export type Standing = { what: 'open' } | { what: 'overdue' } | { what: 'late-clock'; clock: string };

export interface StandingFilter {
  kind: string;
  /** Area codes under which the matters lie; an empty code is everywhere. */
  areas: readonly string[];
  unit?: string | undefined;
  /** Exactly these categories. */
  categories?: readonly string[] | undefined;
  channel?: string | undefined;
}

/** By what it is counted; `length` cuts area codes to the level that is wanted. */
export type StandingKey = { by: 'area'; length: number } | { by: 'unit' | 'category' | 'channel' | 'none' };

/** So many matters stood after `from` of the moments asked for, up to and with moment number `to`, both counted from 1. */
export interface StandingRow {
  key: string;
  from: number;
  to: number;
  count: number;
}

const keyOf = (key: StandingKey): RawBuilder<string> => {
  if (key.by === 'area') return sql`left(m.area_code, ${key.length}::int)`;
  if (key.by === 'unit') return sql`coalesce(m.lead_id::text, '')`;
  if (key.by === 'category') return sql`coalesce(m.category, '')`;
  return key.by === 'channel' ? sql`m.channel` : sql`''`;
};

function filters(filter: StandingFilter): RawBuilder<unknown> {
  const conditions = [sql`m.kind = ${filter.kind}`, underAreas(filter.areas)];
  if (filter.unit !== undefined) conditions.push(sql`m.lead_id = ${filter.unit}::uuid`);
  if (filter.categories) conditions.push(sql`m.category = any(${filter.categories}::text[])`);
  if (filter.channel !== undefined) conditions.push(sql`m.channel = ${filter.channel}`);
  return sql.join(conditions, sql` and `);
}

/** What may stand between the first and the last moment, each side along its own index. */
function branches(
  standing: Standing,
  filter: StandingFilter,
  columns: RawBuilder<unknown>,
  first: Date,
  last: Date,
): RawBuilder<unknown>[] {
  const where = filters(filter);
  if (standing.what === 'late-clock')
    return [
      sql`select ${columns}, c.due_at as since, c.stopped_at as until from matters.clock c join matters.matter m on m.id = c.matter_id
      where c.name = ${standing.clock} and c.due_at < ${last} and c.stopped_at is null and not c.paused and ${where}`,
    ];
  const since = standing.what === 'open' ? sql`m.opened_at` : sql`m.due_at`;
  const matters = (condition: RawBuilder<unknown>) =>
    sql`select ${columns}, ${since} as since, m.closed_at as until from matters.matter m where ${since} < ${last} and ${condition} and ${where}`;
  return [matters(sql`m.closed_at is null`), ...(standing.what === 'open' ? [matters(sql`m.closed_at >= ${first}`)] : [])];
}

/** How many matters stood at each of several moments (ascending), by key, in one statement. */
export function selectStanding(
  connection: Connection,
  standing: Standing,
  filter: StandingFilter,
  key: StandingKey,
  moments: readonly Date[],
): Promise<StandingRow[]> {
  const first = moments[0] as Date;
  const last = moments.at(-1) as Date;
  const union = sql.join(branches(standing, filter, sql`${keyOf(key)} as key`, first, last), sql` union all `);
  return runRaw(
    connection,
    sql<StandingRow>`select s.key, width_bucket(s.since, ${moments}::timestamptz[]) as "from",
      case when s.until is null then ${moments.length}::int else width_bucket(s.until, ${moments}::timestamptz[]) end as "to", count(*) as count
      from (${union}) s group by 1, 2, 3`,
  );
}

export interface StandingMatter {
  id: string;
  /** Since when it stood so, as the engine writes it. */
  since: string;
}

/** The matters that stood at a moment, longest standing first. */
export function selectStandingMatters(
  connection: Connection,
  standing: Standing,
  filter: StandingFilter,
  at: Date,
  after: StandingMatter | null,
  limit: number,
): Promise<StandingMatter[]> {
  const union = sql.join(branches(standing, filter, sql`m.id`, at, at), sql` union `);
  const behind = after ? sql`(s.since, s.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql`true`;
  return runRaw(
    connection,
    sql<StandingMatter>`select s.id, s.since::text as since from (select id, since from (${union}) u) s where ${behind} order by s.since, s.id limit ${limit}`,
  );
}
