import { type Connection, withoutIndexes } from '@gongzhi/platform/database';
import { beginAnew, isEmpty, ledgerTables } from '../store/empty-ledger.ts';

/**
 * Fills an empty ledger by bulk loads: indexes and keys are built once after `work` instead of row by row. Others wait until the
 * transaction ends; statistics for the planner are the caller's to gather. Throws where the ledger holds matters already.
 */
export async function fillLedger(tx: Connection, work: () => Promise<void>): Promise<void> {
  if (!(await isEmpty(tx))) throw new Error('the ledger is not empty');
  await withoutIndexes(tx, await ledgerTables(tx), async () => {
    await beginAnew(tx);
    await work();
  });
}
