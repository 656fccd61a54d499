import type { Connection } from '@gongzhi/platform/database';
import { type AreaFilter, conditions } from './select-areas.ts';

// What came in as one polygon goes out as one, in the precision that it came with (nine digits: a tenth of a millimetre).
const geometry = `st_asgeojson(case when st_numgeometries(area.boundary) = 1 then st_geometryn(area.boundary, 1) else area.boundary end)`;

/** The features of a GeoJSON collection as JSON texts, put together by the engine: no geometry is parsed here. At most `limit` of the filter. */
export async function selectFeatures(connection: Connection, filter: AreaFilter): Promise<string[]> {
  const { where, values } = conditions(filter);
  const rows = await connection.query<{ feature: string }>(
    `select '{"type":"Feature","id":"' || area.code || '","properties":' || jsonb_build_object('code', area.code, 'name', area.name,
       'level', area.level, 'type', area.type, 'parent', area.parent, 'validFrom', area.valid_from, 'validTo', area.valid_to)::text
       || ',"geometry":' || ${geometry} || '}' as feature
     from territory.area as area where ${where} and area.boundary is not null order by area.code limit $${values.push(filter.limit ?? 2000)}::int`,
    values,
  );
  return rows.map((row) => row.feature);
}

/** The boundary of the latest version of an area as GeoJSON, or null. */
export async function selectBoundary(connection: Connection, code: string): Promise<unknown> {
  const [row] = await connection.query<{ boundary: unknown }>(
    `select ${geometry}::json as boundary from territory.area as area where area.code = $1 order by area.valid_from desc limit 1`,
    [code],
  );
  return row?.boundary ?? null;
}
