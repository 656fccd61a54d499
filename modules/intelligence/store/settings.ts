import type { Connection } from '@gongzhi/platform/database';
import { type DuplicateWeights, shippedWeights } from '../rules/duplicates/weigh.ts';

/** Whether drafts are allowed; off until somebody allows them. */
export async function selectSettings(connection: Connection): Promise<{ version: number; drafts: boolean }> {
  const [row] = await connection.query<{ version: number; drafts: boolean }>(
    'select version, drafts from intelligence.settings order by version desc limit 1',
  );
  return row ?? { version: 0, drafts: false };
}

/** Writes a new version; false when another was quicker. */
export async function insertSettings(connection: Connection, version: number, drafts: boolean, by: string): Promise<boolean> {
  const rows = await connection.query(
    'insert into intelligence.settings (version, drafts, by) values ($1, $2, $3) on conflict do nothing returning version',
    [version, drafts, by],
  );
  return rows.length > 0;
}

export async function selectWeights(connection: Connection): Promise<DuplicateWeights> {
  const [row] = await connection.query<{ value: DuplicateWeights }>('select value from intelligence.weights');
  // A part that was added since is as shipped.
  return row ? { offset: row.value.offset, parts: { ...shippedWeights.parts, ...row.value.parts } } : shippedWeights;
}

export async function writeWeights(connection: Connection, value: DuplicateWeights, pairs: number): Promise<void> {
  await connection.query(
    `insert into intelligence.weights (value, pairs) values ($1::jsonb, $2)
     on conflict (one) do update set value = excluded.value, pairs = excluded.pairs, at = now()`,
    [JSON.stringify(value), pairs],
  );
}
