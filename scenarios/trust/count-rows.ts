import type { Database } from '@gongzhi/platform/database';

/** What is written beside every request: who was seen when, attempts to sign in, progress of readers. */
const beside = ['identity.session', 'identity.attempt', 'platform.request', 'platform.cursor'];

/** Rows by table of every module's schema. */
export async function countRows(database: Database): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('platform', 'territory', 'organisations', 'identity', 'matters', 'cases', 'notifications')
     order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.filter((table) => !beside.includes(table.name))) {
    const [row] = await database.query<{ count: number }>(`select count(*)::int as count from ${name}`);
    counts[name] = row!.count;
  }
  return counts;
}
