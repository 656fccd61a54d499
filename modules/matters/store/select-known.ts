import type { Connection } from '@gongzhi/platform/database';

/** Which external numbers are known, as `source\nnumber`. */
export async function selectKnown(connection: Connection, externals: readonly { source: string; number: string }[]): Promise<Set<string>> {
  if (externals.length === 0) return new Set();
  const rows = await connection.query<{ source: string; number: string }>(
    `select m.external_source as source, m.external_number as number
     from unnest($1::text[], $2::text[]) as e(source, number) join matters.matter m on m.external_source = e.source and m.external_number = e.number`,
    [externals.map((item) => item.source), externals.map((item) => item.number)],
  );
  return new Set(rows.map((row) => `${row.source}\n${row.number}`));
}

/** Of these external numbers, how many are new and how many known; one that stands twice among them is new once. */
export async function countKnown(
  connection: Connection,
  externals: readonly { source: string; number: string }[],
): Promise<{ taken: number; known: number }> {
  const known = await selectKnown(connection, externals);
  const fresh = new Set(externals.map((item) => `${item.source}\n${item.number}`).filter((key) => !known.has(key)));
  return { taken: fresh.size, known: externals.length - fresh.size };
}
