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
    'update identity.account set second_factor = null, second_factor_pending = null, second_factor_step = null where id = $1',
    [accountId],
  );
}
