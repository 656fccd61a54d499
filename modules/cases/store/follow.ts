import type { Connection } from '@gongzhi/platform/database';

export interface Followed {
  matterId: string;
  number: string;
}

export async function insertFollow(tx: Connection, tokenHash: Buffer, followed: Followed): Promise<void> {
  await tx.query('insert into cases.follow (token_hash, matter_id, number) values ($1, $2, $3) on conflict do nothing', [
    tokenHash,
    followed.matterId,
    followed.number,
  ]);
}

export async function selectFollowed(connection: Connection, tokenHash: Buffer): Promise<Followed | undefined> {
  const [row] = await connection.query<Followed>('select matter_id as "matterId", number from cases.follow where token_hash = $1', [
    tokenHash,
  ]);
  return row;
}
