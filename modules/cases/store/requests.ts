import type { Connection } from '@gongzhi/platform/database';

/** Takes a key for oneself; false where it was taken before. A concurrent first try is waited for. */
export async function claimRequest(tx: Connection, key: string): Promise<boolean> {
  const rows = await tx.query(`insert into cases.request (key, number) values ($1, '') on conflict (key) do nothing returning key`, [key]);
  return rows.length > 0;
}

export async function completeRequest(tx: Connection, key: string, number: string): Promise<void> {
  await tx.query('update cases.request set number = $2 where key = $1', [key, number]);
}

export async function requestNumber(tx: Connection, key: string): Promise<string> {
  const [row] = await tx.query<{ number: string }>('select number from cases.request where key = $1', [key]);
  return row?.number ?? '';
}
