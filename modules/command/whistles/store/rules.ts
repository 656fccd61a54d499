import { WhistleRules } from '@gongzhi/contract/whistles';
import type { Connection } from '@gongzhi/platform/database';

/** The rules in force; the shipped ones where nobody has changed them. */
export async function readWhistleRules(connection: Connection): Promise<{ version: number; rules: WhistleRules }> {
  const [row] = await connection.query<{ version: number; value: unknown }>(
    'select version, value from command.whistle_rules order by version desc limit 1',
  );
  return { version: row?.version ?? 0, rules: WhistleRules.parse(row?.value ?? {}) };
}

/** Writes a new version; false when another was quicker. */
export async function writeWhistleRules(connection: Connection, version: number, rules: WhistleRules, by: string): Promise<boolean> {
  const rows = await connection.query(
    'insert into command.whistle_rules (version, value, by) values ($1, $2::jsonb, $3) on conflict do nothing returning version',
    [version, JSON.stringify(rules), by],
  );
  return rows.length > 0;
}
