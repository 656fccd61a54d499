import { PatrolRules } from '@gongzhi/contract/patrol';
import type { Connection } from '@gongzhi/platform/database';
import { shippedRules } from '../rules/shipped-rules.ts';

/** The rules in force; what is shipped where nobody has changed them, as version 0. */
export async function readRules(connection: Connection): Promise<{ version: number; rules: PatrolRules }> {
  const [row] = await connection.query<{ version: number; value: unknown }>(
    'select version, value from command.patrol_rules order by version desc limit 1',
  );
  return row ? { version: row.version, rules: PatrolRules.parse(row.value) } : { version: 0, rules: shippedRules };
}

/** False where another change came first. */
export async function writeRules(tx: Connection, version: number, rules: PatrolRules, by: string): Promise<boolean> {
  const rows = await tx.query(
    `insert into command.patrol_rules (version, value, by) select $1, $2::jsonb, $3
     where $1 = 1 + coalesce((select max(version) from command.patrol_rules), 0) on conflict do nothing returning version`,
    [version, JSON.stringify(rules), by],
  );
  return rows.length > 0;
}
