import type { Connection } from '@gongzhi/platform/database';

/** A table and its columns with the types under which their values travel. */
export interface BulkTable {
  name: string;
  columns: Record<string, string>;
  /** Columns that are computed from travelled ones: name to expression over `r`. */
  computed?: Record<string, string>;
  /** What stands behind the rows: `on conflict …`, `returning …`. */
  suffix?: string;
}

/**
 * Writes many rows in one statement; each column travels as one array. Rows come in the order of the columns. Measured against one JSON text:
 * almost three times as quick on a server, the same on the embedded engine.
 */
export async function bulkInsert<T = unknown>(
  connection: Connection,
  table: BulkTable,
  rows: readonly (readonly unknown[])[],
): Promise<T[]> {
  if (rows.length === 0) return [];
  const names = Object.keys(table.columns);
  const arrays = names.map((_, index) => rows.map((row) => row[index] ?? null));
  const computed = Object.keys(table.computed ?? {});
  const targets = [...names.filter((name) => !name.startsWith('_')), ...computed];
  const values = targets.map((name) => table.computed?.[name] ?? (table.columns[name] === 'jsonb' ? `r.${name}::jsonb` : `r.${name}`));
  const travel = Object.values(table.columns).map((type, index) => `$${index + 1}::${type === 'jsonb' ? 'text' : type}[]`);
  return connection.query<T>(
    `insert into ${table.name} (${targets.join(', ')}) select ${values.join(', ')} from unnest(${travel.join(', ')}) as r(${names.join(', ')}) ${table.suffix ?? ''}`,
    arrays,
  );
}
