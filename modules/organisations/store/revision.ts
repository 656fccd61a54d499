import type { Connection } from '@gongzhi/platform/database';

export type Subject = 'organisation' | 'category';

/** Begins to change: writers wait for each other to the end of the transaction, and readers learn that there is news. */
export async function beginChange(tx: Connection, subject: Subject): Promise<void> {
  await tx.query('update organisations.revision set number = number + 1 where subject = $1', [subject]);
}

export async function revisionOf(connection: Connection, subject: Subject): Promise<number> {
  const [row] = await connection.query<{ number: number }>('select number from organisations.revision where subject = $1', [subject]);
  return row!.number;
}
