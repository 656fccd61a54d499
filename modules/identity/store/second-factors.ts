import type { Connection } from '@gongzhi/platform/database';

/** Keeps a secret that has not been confirmed yet; false where a confirmed one is in use. */
export async function begin(tx: Connection, accountId: string, sealed: Buffer): Promise<boolean> {
  const rows = await tx.query(
    'update identity.account set second_factor_pending = $2 where id = $1 and second_factor is null returning id',
    [accountId, sealed],
  );
  return rows.length > 0;
}

/** The pending secret is the second factor from now on; the step of the confirming code counts as used. False where nothing is pending. */
export async function confirm(tx: Connection, accountId: string, step: number): Promise<boolean> {
  const rows = await tx.query(
    `update identity.account set second_factor = second_factor_pending, second_factor_pending = null, second_factor_step = $2
     where id = $1 and second_factor_pending is not null and second_factor is null returning id`,
    [accountId, step],
  );
  return rows.length > 0;
}

/** Takes the code of a time step, once: false where this or a later step was taken before. */
export async function takeStep(connection: Connection, accountId: string, step: number): Promise<boolean> {
  const rows = await connection.query(
    'update identity.account set second_factor_step = $2 where id = $1 and (second_factor_step is null or second_factor_step < $2) returning id',
    [accountId, step],
  );
  return rows.length > 0;
}

export async function end(tx: Connection, accountId: string): Promise<void> {
  await tx.query(
    `with gone as (delete from identity.recovery_code where account_id = $1)
     update identity.account set second_factor = null, second_factor_pending = null, second_factor_step = null where id = $1`,
    [accountId],
  );
}

/** Puts new recovery codes in the place of all earlier ones. */
export async function writeRecoveryCodes(tx: Connection, accountId: string, digests: readonly Buffer[]): Promise<void> {
  await tx.query('delete from identity.recovery_code where account_id = $1', [accountId]);
  await tx.query(`insert into identity.recovery_code (account_id, digest) select $1, decode(d, 'hex') from unnest($2::text[]) d`, [
    accountId,
    digests.map((digest) => digest.toString('hex')),
  ]);
}

/** Takes a recovery code, once: false where there is none like it or it was used. */
export async function takeRecoveryCode(connection: Connection, accountId: string, digest: Buffer, now: Date): Promise<boolean> {
  const rows = await connection.query(
    'update identity.recovery_code set used_at = $3 where account_id = $1 and digest = $2 and used_at is null returning account_id',
    [accountId, digest, now],
  );
  return rows.length > 0;
}
