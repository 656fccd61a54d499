import type { Connection } from '@gongzhi/platform/database';
import { CaseRules } from '../rules/case-terms.ts';

/** The rules in force; the shipped ones where nobody has changed them. */
export async function readRules(connection: Connection): Promise<{ version: number; rules: CaseRules }> {
  const [row] = await connection.query<{ version: number; value: unknown }>(
    'select version, value from cases.rules order by version desc limit 1',
  );
  return { version: row?.version ?? 0, rules: CaseRules.parse(row?.value ?? {}) };
}

/** Writes a new version; false when another was quicker. */
export async function writeRules(connection: Connection, version: number, rules: CaseRules, by: string): Promise<boolean> {
  const rows = await connection.query(
    'insert into cases.rules (version, value, by) values ($1, $2::jsonb, $3) on conflict do nothing returning version',
    [version, JSON.stringify(rules), by],
  );
  return rows.length > 0;
}
