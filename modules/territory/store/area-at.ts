import type { Connection } from '@gongzhi/platform/database';

/** The deepest current area that covers a point in WGS 84. */
export async function areaAt(connection: Connection, longitude: number, latitude: number): Promise<string | null> {
  const [row] = await connection.query<{ code: string | null }>(
    'select territory.area_at($1::float8, $2::float8) as code',
    [longitude, latitude],
    'territory.area-at',
  );
  return row?.code ?? null;
}

/** The same for many points in one statement, in their order; null stays null. */
export async function areasAt(
  connection: Connection,
  points: readonly ({ longitude: number; latitude: number } | null)[],
): Promise<(string | null)[]> {
  if (points.every((point) => point === null)) return points.map(() => null);
  const rows = await connection.query<{ code: string | null }>(
    `select case when p.longitude is null then null else territory.area_at(p.longitude, p.latitude) end as code
     from unnest($1::float8[], $2::float8[]) with ordinality as p(longitude, latitude, n) order by p.n`,
    [points.map((point) => point?.longitude ?? null), points.map((point) => point?.latitude ?? null)],
  );
  return rows.map((row) => row.code);
}
