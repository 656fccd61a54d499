import type { Connection } from '@gongzhi/platform/database';

/** Lets one supervisor at a time decide about a matter, until the end of the transaction. */
export async function lockMatter(tx: Connection, matterId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('card ' || $1, 0))`, [matterId]);
}
