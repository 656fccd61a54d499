import type { Connection } from '@gongzhi/platform/database';

export interface DecidedNumbers {
  a: string;
  b: string;
  same: boolean;
}

/** Keeps what was decided about pairs; a later decision takes the place of the earlier. */
export async function writePairs(connection: Connection, pairs: readonly DecidedNumbers[]): Promise<void> {
  // One statement may not write one row twice: the last word about a pair counts.
  const last = new Map(
    pairs
      .filter(({ a, b }) => a !== b)
      .map(({ a, b, same }) => [a < b ? `${a} ${b}` : `${b} ${a}`, { a: a < b ? a : b, b: a < b ? b : a, same }]),
  );
  if (last.size === 0) return;
  await connection.query(
    `insert into intelligence.pair (a, b, same) select p.a, p.b, p.same from jsonb_to_recordset($1::jsonb) as p(a text, b text, same boolean)
     on conflict (a, b) do update set same = excluded.same, at = now()`,
    [JSON.stringify([...last.values()])],
  );
}

/** The latest decisions, newest first. */
export function selectPairs(connection: Connection, most: number): Promise<DecidedNumbers[]> {
  return connection.query<DecidedNumbers>('select a, b, same from intelligence.pair order by at desc, a, b limit $1', [most]);
}

/** Refused pairs among these numbers. */
export function selectRefused(connection: Connection, numbers: readonly string[]): Promise<DecidedNumbers[]> {
  return connection.query<DecidedNumbers>(
    'select a, b, same from intelligence.pair where not same and a = any($1::text[]) and b = any($1::text[])',
    [numbers],
  );
}
