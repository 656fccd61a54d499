import type { Connection } from '@gongzhi/platform/database';

export function selectTexts(connection: Connection, ids: string[]): Promise<{ id: string; title: string; body: string }[]> {
  return connection.query('select id, title, body from matters.matter where id = any($1::uuid[])', [ids]);
}

/** A `tsvector` as text; grams are letters and digits, the quotes are doubled all the same. */
export function vector(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' ');
}

/** Writes the grams of many matters in one statement, over what was there. */
export async function writeGrams(connection: Connection, rows: readonly { id: string; grams: readonly string[] }[]): Promise<void> {
  if (rows.length === 0) return;
  await connection.query(
    `insert into matters.wording (matter_id, grams) select r.id, r.words::tsvector from unnest($1::uuid[], $2::text[]) as r(id, words)
     on conflict (matter_id) do update set grams = excluded.grams`,
    [rows.map((row) => row.id), rows.map((row) => vector(row.grams))],
  );
}
