import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { runRaw } from './run-raw.ts';

export interface PointRow {
  number: string;
  longitude: number;
  latitude: number;
  state: string;
  urgency: number;
  category: string | null;
  overdue: boolean;
}

/** Places of matters; where there are more than the limit, the open ones and then the newest are kept, so that a tile is the same each time. */
export function selectPoints(connection: Connection, conditions: RawBuilder<boolean>[], now: Date, limit: number): Promise<PointRow[]> {
  return runRaw(
    connection,
    sql<PointRow>`select m.number, ST_X(m.location) as longitude, ST_Y(m.location) as latitude, m.state, m.urgency, m.category, coalesce(coalesce(m.closed_at, ${now}::timestamptz) > m.due_at, false) as overdue
      from matters.matter m where m.location is not null and ${sql.join(conditions, sql` and `)} order by (m.closed_at is null) desc, m.opened_at desc, m.id limit ${limit}`,
  );
}

export interface AreaCountRow {
  areaCode: string;
  count: number;
  overdue: number;
}

/** By any of the ways, each matter once. */
export function selectAreaCounts(
  connection: Connection,
  conditions: RawBuilder<boolean>[],
  ways: readonly RawBuilder<boolean>[],
  now: Date,
): Promise<AreaCountRow[]> {
  if (ways.length === 0) return Promise.resolve([]);
  // One branch a way: an index serves each, and none serves an "or" of them.
  const branches = ways.map(
    (way, at) =>
      sql`select m.area_code, m.closed_at, m.due_at from matters.matter m
        where ${sql.join([...conditions, way, ...ways.slice(0, at).map((before) => sql<boolean>`not (${before})`)], sql` and `)}`,
  );
  return runRaw(
    connection,
    sql<AreaCountRow>`select m.area_code as "areaCode", count(*) as count, count(*) filter (where coalesce(m.closed_at, ${now}::timestamptz) > m.due_at) as overdue
      from (${sql.join(branches, sql` union all `)}) m group by m.area_code`,
  );
}

export interface CellRow {
  longitude: number;
  latitude: number;
  count: number;
  overdue: number;
  /** The matter where it is the only one; of several whatever. */
  number: string;
  state: string;
  urgency: number;
  category: string | null;
}

/** A box in degrees, parted into so many cells each way; what lies on its eastern and northern edge belongs to the next box. */
export interface CellBox {
  bounds: readonly [west: number, south: number, east: number, north: number];
  cells: number;
}

/** Matters summed up by the cells of a box, each at the middle of what it holds. */
export function selectCells(connection: Connection, conditions: RawBuilder<boolean>[], box: CellBox, now: Date): Promise<CellRow[]> {
  const [west, south, east, north] = box.bounds;
  return runRaw(
    connection,
    sql<CellRow>`select avg(p.x) as longitude, avg(p.y) as latitude, count(*) as count, count(*) filter (where p.overdue) as overdue,
        min(p.number) as number, min(p.state) as state, max(p.urgency) as urgency, min(p.category) as category
      from (
        select ST_X(m.location) as x, ST_Y(m.location) as y, coalesce(coalesce(m.closed_at, ${now}::timestamptz) > m.due_at, false) as overdue,
          m.number, m.state, m.urgency, m.category
        from matters.matter m
        where m.location && ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326) and ${sql.join(conditions, sql` and `)}
      ) p where p.x >= ${west}::float8 and p.x < ${east}::float8 and p.y >= ${south}::float8 and p.y < ${north}::float8
      group by floor((p.x - ${west}::float8) / ${east - west}::float8 * ${box.cells}::float8), floor((p.y - ${south}::float8) / ${north - south}::float8 * ${box.cells}::float8)`,
  );
}
