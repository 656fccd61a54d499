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

export function selectAreaCounts(connection: Connection, conditions: RawBuilder<boolean>[], now: Date): Promise<AreaCountRow[]> {
  return runRaw(
    connection,
    sql<AreaCountRow>`select m.area_code as "areaCode", count(*) as count, count(*) filter (where coalesce(m.closed_at, ${now}::timestamptz) > m.due_at) as overdue
      from matters.matter m where ${sql.join(conditions, sql` and `)} group by m.area_code`,
  );
}
