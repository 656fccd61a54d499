import type { Connection } from '@gongzhi/platform/database';
import { constraintRefusal } from '@gongzhi/platform/problems';
import { accountConstraints } from '../problems.ts';

export interface AccountRow {
  id: string;
  username: string;
  personId: string;
  passwordHash: string | null;
  passwordChangedAt: Date | null;
  oneTimeUntil: Date | null;
  oidcSubject: string | null;
  secondFactor: Buffer | null;
  secondFactorPending: Buffer | null;
  disabledAt: Date | null;
  lastSignInAt: Date | null;
}

const columns = `id, username, person_id as "personId", password_hash as "passwordHash", password_changed_at as "passwordChangedAt", one_time_until as "oneTimeUntil",
  oidc_subject as "oidcSubject", second_factor as "secondFactor", second_factor_pending as "secondFactorPending", disabled_at as "disabledAt", last_sign_in_at as "lastSignInAt"`;

const one = async (rows: Promise<AccountRow[]>) => (await rows)[0] ?? null;

export const accountById = (connection: Connection, id: string) =>
  one(connection.query(`select ${columns} from identity.account where id = $1`, [id]));
export const accountByUsername = (connection: Connection, username: string) =>
  one(connection.query(`select ${columns} from identity.account where username = $1`, [username]));
export const accountBySubject = (connection: Connection, subject: string) =>
  one(connection.query(`select ${columns} from identity.account where oidc_subject = $1`, [subject]));

/** Accounts after a username, in the order of usernames. */
export function accountsAfter(connection: Connection, after: string, disabled: boolean | null, most: number): Promise<AccountRow[]> {
  return connection.query(
    `select ${columns} from identity.account where username > $1 and ($2::boolean is null or (disabled_at is not null) = $2) order by username limit $3`,
    [after, disabled, most],
  );
}

export interface AccountToInsert {
  id: string;
  username: string;
  personId: string;
  passwordHash: string | null;
  oneTimeUntil?: Date | null;
  oidcSubject?: string | null;
}

/** Refuses a username, person or subject that is taken. */
export async function insertAccounts(tx: Connection, rows: readonly AccountToInsert[], now: Date): Promise<void> {
  try {
    await tx.query(
      `insert into identity.account (id, username, person_id, password_hash, one_time_until, oidc_subject, created_at)
       select r.id, r.username, r.person_id, r.password_hash, r.one_time_until, r.oidc_subject, $2
       from jsonb_to_recordset($1::jsonb) as r(id uuid, username text, person_id uuid, password_hash text, one_time_until timestamptz, oidc_subject text)`,
      [
        JSON.stringify(
          rows.map((row) => ({
            id: row.id,
            username: row.username,
            person_id: row.personId,
            password_hash: row.passwordHash,
            one_time_until: row.oneTimeUntil ?? null,
            oidc_subject: row.oidcSubject ?? null,
          })),
        ),
        now,
      ],
    );
  } catch (error) {
    throw constraintRefusal(error, accountConstraints);
  }
}

/** With `oneTimeUntil` the password was made up by somebody else and its owner has not chosen one yet. */
export async function setPassword(tx: Connection, id: string, hash: string, oneTimeUntil: Date | null, now: Date): Promise<void> {
  await tx.query(
    'update identity.account set password_hash = $2, one_time_until = $3, password_changed_at = case when $3::timestamptz is null then $4::timestamptz end where id = $1',
    [id, hash, oneTimeUntil, now],
  );
}

export async function setDisabled(tx: Connection, id: string, at: Date | null): Promise<void> {
  await tx.query(
    'update identity.account set disabled_at = case when $2::timestamptz is null then null else coalesce(disabled_at, $2) end where id = $1',
    [id, at],
  );
}

export async function setSubject(tx: Connection, id: string, subject: string | null): Promise<void> {
  try {
    await tx.query('update identity.account set oidc_subject = $2 where id = $1', [id, subject]);
  } catch (error) {
    throw constraintRefusal(error, accountConstraints);
  }
}

export async function setLastSignIn(tx: Connection, id: string, at: Date): Promise<void> {
  await tx.query('update identity.account set last_sign_in_at = $2 where id = $1', [id, at]);
}

/** Account ids of persons; disabled accounts are left out. */
export function accountsOfPersons(connection: Connection, personIds: readonly string[]): Promise<{ id: string; personId: string }[]> {
  return connection.query(
    'select id, person_id as "personId" from identity.account where person_id = any($1::uuid[]) and disabled_at is null',
    [personIds],
  );
}

export function personsOfAccounts(
  connection: Connection,
  ids: readonly string[],
): Promise<{ id: string; personId: string; username: string }[]> {
  return connection.query('select id, person_id as "personId", username from identity.account where id = any($1::uuid[])', [ids]);
}
