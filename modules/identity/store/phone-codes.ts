import type { Connection } from '@gongzhi/platform/database';

interface CodeToKeep {
  index: Buffer;
  code: Buffer;
  now: Date;
  expiresAt: Date;
}

/**
 * Keeps a new code in place of the one before, unless one was sent within the last minute or ten within a day.
 * Returns null when kept, else the first moment at which the next may be sent.
 */
export async function keepCode(
  connection: Connection,
  { index, code, now, expiresAt }: CodeToKeep,
): Promise<{ after: Date; today: boolean } | null> {
  const kept = await connection.query(
    `insert into identity.phone_code as c (phone_index, code, sent_at, expires_at, first_sent_at) values ($1, $2, $3, $4, $3)
     on conflict (phone_index) do update set code = $2, sent_at = $3, expires_at = $4, tries = 0, used_at = null,
       first_sent_at = case when c.first_sent_at <= $3::timestamptz - interval '1 day' then $3 else c.first_sent_at end,
       sent = case when c.first_sent_at <= $3::timestamptz - interval '1 day' then 1 else c.sent + 1 end
     where c.sent_at <= $3::timestamptz - interval '1 minute' and (c.sent < 10 or c.first_sent_at <= $3::timestamptz - interval '1 day')
     returning phone_index`,
    [index, code, now, expiresAt],
  );
  if (kept.length > 0) return null;
  const [row] = await connection.query<{ after: Date; today: boolean }>(
    `select case when sent >= 10 then first_sent_at + interval '1 day' else sent_at + interval '1 minute' end as after, sent >= 10 as today from identity.phone_code where phone_index = $1`,
    [index],
  );
  return row ?? { after: now, today: false };
}

/** Counts a try and gives the code to compare with; null where none is open, or five tries were made. */
export async function codeToTry(connection: Connection, index: Buffer, now: Date): Promise<Buffer | null> {
  const [row] = await connection.query<{ code: Buffer }>(
    'update identity.phone_code set tries = tries + 1 where phone_index = $1 and tries < 5 and used_at is null and expires_at > $2 returning code',
    [index, now],
  );
  return row?.code ?? null;
}

/** Uses the code up; false where another request was quicker. */
export async function useCode(tx: Connection, index: Buffer, code: Buffer, now: Date): Promise<boolean> {
  const rows = await tx.query(
    'update identity.phone_code set used_at = $3 where phone_index = $1 and code = $2 and used_at is null returning phone_index',
    [index, code, now],
  );
  return rows.length > 0;
}

export async function forgetOldCodes(connection: Connection, before: Date): Promise<void> {
  await connection.query('delete from identity.phone_code where first_sent_at < $1 and expires_at < $1', [before]);
}
