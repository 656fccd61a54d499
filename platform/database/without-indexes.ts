import type { Connection } from './database.ts';

interface Definition {
  table: string;
  name: string;
  /** 'p' primary key, 'u' unique, 'x' exclusion, 'f' foreign key, 'i' an index that no constraint stands on. */
  type: 'p' | 'u' | 'x' | 'f' | 'i';
  definition: string;
}

/**
 * Fills tables without their indexes, keys and foreign keys, and builds them anew after it, exactly as the catalogue had them: one sort
 * for each index and one join for each foreign key instead of a look-up for each row. Checks and triggers stay. The tables are locked for
 * everybody else until the transaction ends, so it is for tables that are empty or filled anew. Fails where the rows break a key; as all of it
 * happens in the transaction of the caller, a failure leaves tables and indexes as they were.
 */
export async function withoutIndexes<T>(tx: Connection, tables: readonly string[], work: () => Promise<T>): Promise<T> {
  // Indexes are built from sorts: with more memory they need no files.
  await tx.query(`select set_config('maintenance_work_mem', '256MB', true)`);
  const definitions = await tx.query<Definition>(
    `select c.conrelid::regclass::text as "table", quote_ident(c.conname) as name, c.contype::text as type, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c
     where (c.conrelid = any($1::text[]::regclass[]) and c.contype in ('p', 'u', 'x')) or (c.contype = 'f' and (c.conrelid = any($1::text[]::regclass[]) or c.confrelid = any($1::text[]::regclass[])))
     union all
     select i.indrelid::regclass::text, i.indexrelid::regclass::text, 'i', pg_get_indexdef(i.indexrelid)
     from pg_index i
     where i.indrelid = any($1::text[]::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
     order by 1, 2`,
    [tables],
  );
  const keys = definitions.filter(({ type }) => type !== 'f' && type !== 'i');
  const foreign = definitions.filter(({ type }) => type === 'f');
  const indexes = definitions.filter(({ type }) => type === 'i');
  // A foreign key stands on the key that it points to: it goes first and comes last.
  for (const { table, name } of [...foreign, ...keys]) await tx.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await tx.query(`drop index ${name}`);
  const result = await work();
  for (const { table, name, definition } of keys) await tx.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const { definition } of indexes) await tx.query(definition);
  for (const { table, name, definition } of foreign) await tx.query(`alter table ${table} add constraint ${name} ${definition}`);
  return result;
}
