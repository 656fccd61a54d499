import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { runRaw } from './run-raw.ts';

export interface TotalRow {
  index: number;
  count: number;
  late: number;
}

/** How many matters satisfy each of several filters, in one statement; each looks at no more than `ceiling` rows by each way. */
export function selectTotals(
  connection: Connection,
  filters: readonly { conditions: RawBuilder<boolean>[]; ways: RawBuilder<boolean>[] }[],
  now: Date,
  ceiling: number,
): Promise<TotalRow[]> {
  const asked = filters.flatMap(({ conditions, ways }, index) => {
    if (ways.length === 0) return [];
    const found = ways.map(
      (way) =>
        sql`(select m.id, coalesce(coalesce(m.closed_at, ${now}::timestamptz) > m.due_at, false) as late from matters.matter m where ${sql.join([...conditions, way], sql` and `)} limit ${ceiling})`,
    );
    return [
      sql`select ${index}::int as index, count(*) as count, count(*) filter (where f.late) as late from (${sql.join(found, sql` union `)}) f`,
    ];
  });
  if (asked.length === 0) return Promise.resolve([]);
  return runRaw(connection, sql<TotalRow>`${sql.join(asked, sql` union all `)}`);
}
