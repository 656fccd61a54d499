import type { Connection } from '@gongzhi/platform/database';

/** The id of the master key that this database was sealed with; the given one becomes it where there was none. */
export async function masterKeyId(connection: Connection, own: Buffer): Promise<Buffer> {
  await connection.query('insert into identity.master_key (key_id) values ($1) on conflict do nothing', [own]);
  const [row] = await connection.query<{ keyId: Buffer }>('select key_id as "keyId" from identity.master_key');
  return row?.keyId ?? own;
}
