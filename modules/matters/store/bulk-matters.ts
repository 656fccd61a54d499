import type { Connection, CopyValue } from '@gongzhi/platform/database';
import { matterTable, matterTypes } from './bulk-tables.ts';

/** Rows of matters whose external number nobody took meanwhile; gives the ids of those that were written. COPY cannot leave a row out. */
export async function insertUnknown(connection: Connection, rows: readonly (readonly CopyValue[])[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const arrays = matterTable.columns.map((_, index) => rows.map((row) => row[index] ?? null));
  const travel = matterTable.columns.map((name, index) => `$${index + 1}::${matterTypes[name] ?? 'text'}[]`);
  const casts: Record<string, string> = { location: 'public.geometry', details: 'jsonb', head: 'bytea' };
  const values = matterTable.columns.map((name) => (casts[name] ? `r.${name}::${casts[name]}` : `r.${name}`));
  const written = await connection.query<{ id: string }>(
    `insert into ${matterTable.name} (${matterTable.columns.join(', ')})
     select ${values.join(', ')} from unnest(${travel.join(', ')}) as r(${matterTable.columns.join(', ')})
     on conflict (external_source, external_number) where external_number is not null do nothing returning id`,
    arrays,
  );
  return new Set(written.map((row) => row.id));
}

/** The next numbers of the ledger, one for each opening time and in their order: prefix, day in Shanghai, running number. */
export async function takeNumbers(connection: Connection, prefix: string, openings: readonly Date[]): Promise<string[]> {
  if (openings.length === 0) return [];
  const rows = await connection.query<{ number: string }>(
    `select $1 || to_char(o.at at time zone 'Asia/Shanghai', 'YYYYMMDD') || lpad(nextval('matters.number_seq')::text, 7, '0') as number
     from (select at from unnest($2::timestamptz[]) with ordinality as u(at, place) order by place offset 0) o`,
    [prefix, openings],
  );
  return rows.map((row) => row.number);
}

/** Moves the running number past numbers that were given. */
export async function passNumbers(connection: Connection, last: number): Promise<void> {
  await connection.query(`select setval('matters.number_seq', $1) from matters.number_seq s where s.last_value < $1 or not s.is_called`, [
    last,
  ]);
}
