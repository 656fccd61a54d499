import { SupervisionRules } from '@gongzhi/contract/supervision';
import type { Connection } from '@gongzhi/platform/database';
import { shippedSupervisionRules } from '../rules/shipped-rules.ts';

/** The rules in force with their version; the shipped ones where nobody has changed them. */
export async function readSupervisionRules(connection: Connection): Promise<SupervisionRules & { version: number }> {
  const [row] = await connection.query<{ version: number; value: unknown }>(
    'select version, value from command.supervision_rules order by version desc limit 1',
  );
  return { version: row?.version ?? 0, rules: row ? SupervisionRules.parse(row.value).rules : shippedSupervisionRules };
}

/** Writes a new version; false when another was quicker. */
export async function writeSupervisionRules(
  connection: Connection,
  version: number,
  rules: SupervisionRules,
  by: string,
): Promise<boolean> {
  const rows = await connection.query(
    'insert into command.supervision_rules (version, value, by) values ($1, $2::jsonb, $3) on conflict do nothing returning version',
    [version, JSON.stringify({ rules: rules.rules }), by],
  );
  return rows.length > 0;
}
