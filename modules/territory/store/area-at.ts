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
