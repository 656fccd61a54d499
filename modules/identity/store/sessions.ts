import type { Connection } from '@gongzhi/platform/database';

export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  residentId: string | null;
  residentName: string | null;
  accountId: string | null;
  username: string | null;
  personId: string | null;
  mustChangePassword: boolean;
  secondFactor: boolean;
}

/** The session of a secret that has not come to its absolute end, whose account is not disabled and whose resident was not erased. */
export async function sessionBySecret(connection: Connection, digest: Buffer, now: Date): Promise<SessionRow | null> {
  const [row] = await connection.query<SessionRow>(
    `select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.resident_id as "residentId", r.masked_name as "residentName",
       s.account_id as "accountId", a.username, a.person_id as "personId", s.by_password and a.one_time_until is not null as "mustChangePassword", a.second_factor is not null as "secondFactor"
     from identity.session s left join identity.account a on a.id = s.account_id left join identity.resident r on r.id = s.resident_id
     where s.secret_hash = $1 and s.expires_at > $2 and a.disabled_at is null and r.erased_at is null`,
    [digest, now],
    'identity-session',
  );
  return row ?? null;
}

export interface SessionToInsert {
  id: string;
  digest: Buffer;
  accountId: string | null;
  residentId: string | null;
  byPassword: boolean;
  now: Date;
  expiresAt: Date;
}

export async function insertSession(tx: Connection, session: SessionToInsert): Promise<void> {
  await tx.query(
    `insert into identity.session (id, secret_hash, account_id, resident_id, by_password, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [session.id, session.digest, session.accountId, session.residentId, session.byPassword, session.now, session.expiresAt],
  );
}

export async function touchSession(connection: Connection, id: string, at: Date): Promise<void> {
  await connection.query('update identity.session set last_seen_at = greatest(last_seen_at, $2) where id = $1', [id, at]);
}

export async function endSession(tx: Connection, id: string): Promise<void> {
  await tx.query('delete from identity.session where id = $1', [id]);
}

export async function endSessionBySecret(tx: Connection, digest: Buffer): Promise<void> {
  await tx.query('delete from identity.session where secret_hash = $1', [digest]);
}

export async function endSessionsOfAccount(tx: Connection, accountId: string): Promise<void> {
  await tx.query('delete from identity.session where account_id = $1', [accountId]);
}

export async function endSessionsOfResident(tx: Connection, residentId: string): Promise<void> {
  await tx.query('delete from identity.session where resident_id = $1', [residentId]);
}

export async function forgetEndedSessions(connection: Connection, now: Date): Promise<void> {
  await connection.query('delete from identity.session where expires_at < $1', [now]);
}
