import { BoardRules } from '@gongzhi/contract/board';
import type { Connection } from '@gongzhi/platform/database';
import { shippedRules } from '../rules/shipped-rules.ts';

/** The rules in force; what is shipped where nobody has changed them, as version 0. */
export async function readRules(connection: Connection): Promise<{ version: number; rules: BoardRules }> {
  const [row] = await connection.query<{ version: number; value: unknown }>(
    'select version, value from command.board_rules order by version desc limit 1',
  );
  return row ? { version: row.version, rules: BoardRules.parse(row.value) } : { version: 0, rules: shippedRules };
}

/** False where another change came first. */
export async function writeRules(tx: Connection, version: number, rules: BoardRules, by: string): Promise<boolean> {
  const rows = await tx.query(
    `insert into command.board_rules (version, value, by) select $1, $2::jsonb, $3
     where $1 = 1 + coalesce((select max(version) from command.board_rules), 0) on conflict do nothing returning version`,
    [version, JSON.stringify(rules), by],
  );
  return rows.length > 0;
}
