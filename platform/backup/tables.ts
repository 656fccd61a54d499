import type { Connection } from '../database/index.ts';

export interface Table {
  /** Quoted, with its schema. */
  name: string;
  columns: string[];
  /** With the computed columns too: as text a row has every column, or it cannot be read again as a row of its table. */
  all: string[];
  /** Columns of the primary key, in which order rows are written: a row that another row of the table needs comes first. */
  key: string[];
}

interface Found {
  name: string;
  columns: string[];
  all: string[];
  key: string[] | null;
  needs: string[];
}

/** Every table of the schemas, those that others refer to first. */
export async function tablesOf(connection: Connection, schemas: string[]): Promise<Table[]> {
  const found = await connection.query<Found>(
    `select c.oid::regclass::text as name,
       (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as all,
       (select array_agg(quote_ident(a.attname) order by array_position(i.indkey::int2[], a.attnum)) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary) as key,
       coalesce((select array_agg(distinct k.confrelid::regclass::text) from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1::text[]) and c.relkind = 'r' order by n.nspname, c.relname`,
    [schemas],
  );
  const ordered: Found[] = [];
  const waiting = [...found];
  while (waiting.length > 0) {
    const index = waiting.findIndex((table) =>
      table.needs.every((need) => ordered.some((done) => done.name === need) || !found.some((item) => item.name === need)),
    );
    if (index < 0) throw new Error(`tables refer to each other in a circle: ${waiting.map((table) => table.name).join(', ')}`);
    ordered.push(...waiting.splice(index, 1));
  }
  return ordered.map(({ name, columns, all, key }) => ({ name, columns, all, key: key ?? columns }));
}
