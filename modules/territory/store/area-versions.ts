import type { AreaLevel } from '@gongzhi/contract/territory';
import type { Connection } from '@gongzhi/platform/database';
import type { MultiPolygon, Polygon } from 'geojson';

/** One version of an area to begin. `boundary` is plain GeoJSON in WGS 84. */
export interface AreaVersion {
  code: string;
  name: string;
  level: AreaLevel;
  type: string | null;
  validFrom: string;
  boundary: Polygon | MultiPolygon | null;
}

export interface CurrentArea {
  code: string;
  name: string;
  level: AreaLevel;
  type: string | null;
  parent: string | null;
  validFrom: string;
  hasBoundary: boolean;
}

const geometry = (json: string) => `st_multi(st_force2d(st_setsrid(st_geomfromgeojson(${json}), 4326)))`;

/** Begins to change areas: writers wait for each other from here to the end of the transaction, and readers learn that there is news. */
export async function beginChange(tx: Connection): Promise<void> {
  await tx.query(`update territory.revision set number = number + 1 where subject = 'area'`);
}

/** The current rows of these codes. */
export async function currentAreas(connection: Connection, codes: readonly string[]): Promise<Map<string, CurrentArea>> {
  const rows = await connection.query<CurrentArea>(
    `select code, name, level, type, parent, valid_from as "validFrom", boundary is not null as "hasBoundary"
     from territory.area where valid_to is null and code = any($1::text[])`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** Ended versions of these codes that reach beyond a day; a new one cannot begin before they end. */
export async function versionsBeyond(tx: Connection, codes: readonly string[], day: string): Promise<{ code: string; until: string }[]> {
  return tx.query(
    `select code, max(valid_to) as until from territory.area where code = any($1::text[]) and valid_to > $2::date group by code order by code`,
    [codes, day],
  );
}

/** Current areas right below these codes, without those named. */
export async function childrenOf(tx: Connection, codes: readonly string[], without: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `select code from territory.area where valid_to is null and parent = any($1::text[]) and code <> all($2::text[]) order by code limit 500`,
    [codes, without],
  );
  return rows.map((row) => row.code);
}

/** Ends the current versions of these codes; `on` is the first day on which they no longer hold. */
export async function endVersions(tx: Connection, codes: readonly string[], on: string): Promise<void> {
  await tx.query('update territory.area set valid_to = $2::date where valid_to is null and code = any($1::text[])', [codes, on]);
}

/** Begins versions of areas, all in one statement. Parents are settled afterwards by `settleParents`. */
export async function beginVersions(tx: Connection, versions: readonly AreaVersion[]): Promise<void> {
  const codes = new Set(versions.map((version) => version.code));
  await tx.query(
    `insert into territory.area (code, name, level, type, parent, valid_from, boundary, center, square_metres)
     select row.code, row.name, row.level, row.type, row.parent, row.valid_from, shape.boundary, st_pointonsurface(shape.boundary),
       st_area(shape.boundary::geography)
     from jsonb_to_recordset($1::jsonb) as row(code text, name text, level text, type text, parent text, valid_from date, boundary jsonb)
     cross join lateral (select case when jsonb_typeof(row.boundary) = 'object' then ${geometry('row.boundary')} end as boundary offset 0) as shape`,
    [
      JSON.stringify(
        versions.map(({ validFrom, ...version }) => ({ ...version, parent: nearestIn(codes, version.code), valid_from: validFrom })),
      ),
    ],
  );
}

/**
 * Changes current areas from a day on. Where the current version began on that very day it is corrected in place; otherwise it ends
 * and the next begins. A boundary of null keeps the one that is there. The day must not lie before the current version's.
 */
export async function changeVersions(tx: Connection, versions: readonly Omit<AreaVersion, 'level'>[]): Promise<void> {
  const rows = JSON.stringify(versions.map(({ validFrom, ...version }) => ({ ...version, valid_from: validFrom })));
  const row = '(select * from jsonb_to_recordset($1::jsonb) as row(code text, name text, type text, valid_from date, boundary jsonb))';
  const shape = (
    alias: string,
  ) => `cross join lateral (select case when jsonb_typeof(row.boundary) = 'object' then ${geometry('row.boundary')}
    else ${alias}.boundary end as boundary offset 0) as shape`;
  const measured = 'st_pointonsurface(shape.boundary), st_area(shape.boundary::geography)';
  await tx.query(
    `update territory.area set (name, type, boundary, center, square_metres) = (row.name, row.type, shape.boundary, ${measured})
     from ${row} as row join territory.area as current on current.code = row.code and current.valid_to is null and current.valid_from = row.valid_from
     ${shape('current')} where area.id = current.id`,
    [rows],
  );
  await tx.query(
    `update territory.area set valid_to = row.valid_from from ${row} as row
     where area.code = row.code and area.valid_to is null and area.valid_from < row.valid_from`,
    [rows],
  );
  await tx.query(
    `insert into territory.area (code, name, level, type, parent, valid_from, boundary, center, square_metres)
     select last.code, row.name, last.level, row.type, last.parent, row.valid_from, shape.boundary, ${measured}
     from ${row} as row join territory.area as last on last.code = row.code and last.valid_to = row.valid_from
     ${shape('last')}
     where not exists (select from territory.area as current where current.code = row.code and current.valid_to is null)`,
    [rows],
  );
}

/** Points these areas and all below them at the nearest current area above each. */
export async function settleParents(tx: Connection, codes: readonly string[]): Promise<void> {
  await tx.query(
    `with touched as (
       select distinct area.id, area.code, area.parent from unnest($1::text[]) as changed(code)
       join territory.area as area on area.valid_to is null and area.code >= changed.code and area.code < changed.code || ':'
     ), settled as (
       select touched.id, touched.parent, (
         select above.code from generate_series(2, length(touched.code) - 1) as digits
         join territory.area as above on above.valid_to is null and above.code = left(touched.code, digits)
         order by digits desc limit 1
       ) as nearest from touched
     )
     update territory.area set parent = settled.nearest from settled where area.id = settled.id and settled.parent is distinct from settled.nearest`,
    [outermost(codes)],
  );
}

/** Of nested codes the outermost, which stand for all below them. */
function outermost(codes: readonly string[]): string[] {
  const kept: string[] = [];
  for (const code of [...codes].sort()) if (kept.length === 0 || !code.startsWith(kept.at(-1)!)) kept.push(code);
  return kept;
}

function nearestIn(codes: ReadonlySet<string>, code: string): string | null {
  for (let length = code.length - 1; length >= 2; length--) if (codes.has(code.slice(0, length))) return code.slice(0, length);
  return null;
}
