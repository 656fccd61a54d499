import type { Connection } from '@gongzhi/platform/database';
import type { MultiPolygon, Polygon } from 'geojson';

export interface JudgedBoundary {
  /** Why it is no sound surface, with the place, or null. */
  fault: string | null;
  /** Whether the current area of the code has this very boundary already. */
  known: boolean;
}

/** Judges boundaries in one statement, in the order given. Rings must be closed. */
export async function judgeBoundaries(
  connection: Connection,
  boundaries: readonly { code: string; boundary: Polygon | MultiPolygon }[],
): Promise<JudgedBoundary[]> {
  if (boundaries.length === 0) return [];
  return connection.query<JudgedBoundary>(
    `select case when st_isvalid(shape.boundary) then null else st_isvalidreason(shape.boundary) end as fault,
       coalesce(st_orderingequals(shape.boundary, current.boundary), false) as known
     from rows from (jsonb_to_recordset($1::jsonb) as (code text, boundary jsonb)) with ordinality as row(code, boundary, place)
     cross join lateral (select st_multi(st_setsrid(st_geomfromgeojson(row.boundary), 4326)) as boundary offset 0) as shape
     left join territory.area as current on current.valid_to is null and current.code = row.code
     order by row.place`,
    [JSON.stringify(boundaries)],
  );
}
