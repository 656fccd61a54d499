import type { Connection } from '@gongzhi/platform/database';
import { clockTable, entryTable, linkTable, matterTable, partTable, pauseTable, ratingTable, wordingTable } from './bulk-tables.ts';

const filled = [matterTable, entryTable, partTable, clockTable, pauseTable, ratingTable, linkTable, wordingTable];

/**
 * Whether there is no matter, and then nothing that belongs to one. The table stays locked until the transaction ends, so it remains true.
 */
export async function isEmpty(tx: Connection): Promise<boolean> {
  await tx.query(`lock table ${matterTable.name} in access exclusive mode`);
  const rows = await tx.query(`select 1 from ${matterTable.name} limit 1`);
  return rows.length === 0;
}

/** Empty tables begin in this transaction: where the engine keeps no log for followers, the rows that it writes into them are not logged. */
export async function beginAnew(tx: Connection): Promise<void> {
  await tx.query(`truncate ${filled.map(({ name }) => name).join(', ')}`);
}

/** All tables of the ledger, quoted. */
export async function ledgerTables(tx: Connection): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'matters'::regnamespace and c.relkind = 'r' order by 1`,
  );
  return rows.map((row) => row.name);
}
