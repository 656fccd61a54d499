import type { Connection } from '@gongzhi/platform/database';

/** The organisations that have or had a part, by matter id. */
export async function selectUnits(connection: Connection, matterIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await connection.query<{ id: string; units: string[] }>(
    'select matter_id as id, array_agg(distinct organisation_id::text) as units from matters.part where matter_id = any($1::uuid[]) group by matter_id',
    [matterIds],
  );
  return new Map(rows.map((row) => [row.id, row.units]));
}
