import type { Connection } from '@gongzhi/platform/database';

export interface DataKeyRow {
  wrapped: Buffer;
  wrappedWith: Buffer;
  /** The data key is the master key that the database began with. */
  wasMaster: boolean;
}

export async function readDataKey(connection: Connection, { lock = false } = {}): Promise<DataKeyRow | null> {
  const [row] = await connection.query<DataKeyRow>(
    `select wrapped, wrapped_with as "wrappedWith", was_master as "wasMaster" from identity.data_key${lock ? ' for update' : ''}`,
  );
  return row ? { wrapped: Buffer.from(row.wrapped), wrappedWith: Buffer.from(row.wrappedWith), wasMaster: row.wasMaster } : null;
}

/** Of two processes that start together the first one's key is kept: read again what became of it. */
export async function keepDataKey(connection: Connection, { wrapped, wrappedWith, wasMaster }: DataKeyRow): Promise<void> {
  await connection.query('insert into identity.data_key (wrapped, wrapped_with, was_master) values ($1, $2, $3) on conflict do nothing', [
    wrapped,
    wrappedWith,
    wasMaster,
  ]);
}

export async function rewrapDataKey(connection: Connection, wrapped: Buffer, wrappedWith: Buffer): Promise<void> {
  await connection.query('update identity.data_key set wrapped = $1, wrapped_with = $2, wrapped_at = now()', [wrapped, wrappedWith]);
}

/** The id that stands in every ciphertext of this database; null before anything was sealed. */
export async function sealedWith(connection: Connection): Promise<Buffer | null> {
  const [row] = await connection.query<{ keyId: Buffer }>('select key_id as "keyId" from identity.master_key');
  return row ? Buffer.from(row.keyId) : null;
}
