import type { Connection } from '@gongzhi/platform/database';
import type { Geometry } from 'geojson';

export interface PlacedShape {
  /** Smallest and largest code of the deepest areas under its positions; null where none has one. */
  least: string | null;
  most: string | null;
  /** Whether some position lies in no area. */
  outside: boolean;
  /** Whether some position lies under the area asked for. */
  inside: boolean;
}

/** Where shapes lie, in the order given: the areas under all their positions, in one statement. */
export function placeShapes(connection: Connection, shapes: readonly Geometry[], under: string): Promise<PlacedShape[]> {
  return connection.query(
    `select min(at.code) as least, max(at.code) as most, bool_or(at.code is null) as outside,
       coalesce(bool_or(starts_with(at.code, $2)), false) as inside
     from rows from (jsonb_to_recordset($1::jsonb) as (shape jsonb)) with ordinality as row(shape, place)
     cross join lateral st_dumppoints(st_geomfromgeojson(row.shape)) as position
     cross join lateral (select territory.area_at(st_x(position.geom), st_y(position.geom)) collate "C" as code offset 0) as at
     group by row.place order by row.place`,
    [JSON.stringify(shapes.map((shape) => ({ shape }))), under],
  );
}

/** Digests of the facilities of a layer by their keys. */
export async function digestsOf(connection: Connection, layerId: string): Promise<Map<string, string>> {
  const rows = await connection.query<{ key: string; digest: string }>(
    'select key, digest from territory.facility where layer_id = $1::uuid',
    [layerId],
  );
  return new Map(rows.map(({ key, digest }) => [key, digest]));
}

export interface FacilityToWrite {
  key: string;
  name: string;
  areaCode: string;
  shape: Geometry;
  attributes: Record<string, string>;
  digest: string;
}

/** Writes facilities; those whose key is there already are replaced. */
export async function writeFacilities(tx: Connection, layerId: string, facilities: readonly FacilityToWrite[]): Promise<void> {
  await tx.query(
    `insert into territory.facility (layer_id, key, name, area_code, shape, attributes, digest)
     select $1::uuid, row.key, row.name, row."areaCode", st_setsrid(st_geomfromgeojson(row.shape), 4326), row.attributes, row.digest
     from jsonb_to_recordset($2::jsonb) as row(key text, name text, "areaCode" text, shape jsonb, attributes jsonb, digest text)
     on conflict on constraint facility_key_once do update
     set name = excluded.name, area_code = excluded.area_code, shape = excluded.shape, attributes = excluded.attributes, digest = excluded.digest`,
    [layerId, JSON.stringify(facilities)],
  );
}

/** Takes facilities out of a layer by their keys. */
export async function dropFacilities(tx: Connection, layerId: string, keys: readonly string[]): Promise<void> {
  await tx.query('delete from territory.facility where layer_id = $1::uuid and key = any($2::text[])', [layerId, keys]);
}

/** Facilities of a layer that concern any of these areas, as GeoJSON features put together by the engine. */
export async function selectFacilities(connection: Connection, layerId: string, areas: readonly string[]): Promise<string[]> {
  const rows = await connection.query<{ feature: string }>(
    `select '{"type":"Feature","id":' || to_json(facility.key)::text || ',"properties":'
       || (facility.attributes || jsonb_build_object('key', facility.key, 'name', facility.name))::text
       || ',"geometry":' || st_asgeojson(facility.shape) || '}' as feature
     from territory.facility where facility.layer_id = $1::uuid
       and exists (select from unnest($2::text[]) as own(code) where starts_with(facility.area_code, own.code) or starts_with(own.code, facility.area_code))
     order by facility.key`,
    [layerId, areas],
  );
  return rows.map(({ feature }) => feature);
}
