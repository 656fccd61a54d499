import type { Connection } from '@gongzhi/platform/database';

export interface TokenRow {
  id: string;
  name: string;
  scopes: string[];
  areaCode: string;
  createdBy: string | null;
  byCommand: boolean;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const columns = `id, name, scopes, area_code as "areaCode", created_by as "createdBy", by_command as "byCommand", created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"`;

/** The token of a secret that is neither revoked nor expired. */
export async function tokenBySecret(connection: Connection, digest: Buffer, now: Date): Promise<TokenRow | null> {
  const [row] = await connection.query<TokenRow>(
    `select ${columns} from identity.token where secret_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
    [digest, now],
    'identity-token',
  );
  return row ?? null;
}

export async function insertToken(tx: Connection, token: Omit<TokenRow, 'lastUsedAt' | 'revokedAt'> & { digest: Buffer }): Promise<void> {
  await tx.query(
    `insert into identity.token (id, secret_hash, name, scopes, area_code, created_by, by_command, created_at, expires_at) values ($1, $2, $3, $4::text[], $5, $6, $7, $8, $9)`,
    [token.id, token.digest, token.name, token.scopes, token.areaCode, token.createdBy, token.byCommand, token.createdAt, token.expiresAt],
  );
}

/** Tokens older than the given one, newest first; ids are in the order of time. */
export function tokensBefore(connection: Connection, before: string | null, most: number): Promise<TokenRow[]> {
  return connection.query(`select ${columns} from identity.token where $1::uuid is null or id < $1 order by id desc limit $2`, [
    before,
    most,
  ]);
}

/** Null where no token has the id; one that was revoked before keeps its first moment. */
export async function revokeToken(tx: Connection, id: string, at: Date): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    'update identity.token set revoked_at = coalesce(revoked_at, $2) where id = $1 returning name',
    [id, at],
  );
  return row?.name ?? null;
}

export async function touchToken(connection: Connection, id: string, at: Date): Promise<void> {
  await connection.query('update identity.token set last_used_at = greatest(coalesce(last_used_at, $2), $2) where id = $1', [id, at]);
}
