import type { Connection } from '@gongzhi/platform/database';

export interface ResidentRow {
  id: string;
  name: string;
  phone: string | null;
  anonymous: boolean;
  erasedAt: Date | null;
}

export function residentsById(connection: Connection, ids: readonly string[]): Promise<ResidentRow[]> {
  return connection.query(
    'select id, masked_name as name, masked_phone as phone, anonymous, erased_at as "erasedAt" from identity.resident where id = any($1::uuid[])',
    [ids],
    'identity-residents',
  );
}

/** Leaves a tombstone; false where nobody is there, or was erased before. */
export async function markErased(tx: Connection, id: string, name: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    'update identity.resident set masked_name = $2, masked_phone = null, anonymous = true, erased_at = $3 where id = $1 and erased_at is null returning id',
    [id, name, at],
  );
  return rows.length > 0;
}
