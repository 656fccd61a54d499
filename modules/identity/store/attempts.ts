import type { Connection } from '@gongzhi/platform/database';
import type { LockRule } from '../rules/lockout.ts';

/**
 * Counts a try as a failure before it is judged, in one statement, so that a hundred at once cannot all slip through; a try that turns out
 * well is taken back. Returns the moment until which the key is locked, or null when the try may go on.
 */
export async function countAttempt(connection: Connection, key: Buffer, rule: LockRule, now: Date): Promise<Date | null> {
  const failures = `case when a.last_at <= $2::timestamptz - make_interval(secs => $4::float8) then 1
    else 1 + greatest(a.failures - coalesce(extract(epoch from $2::timestamptz - a.last_at)::float8 / $7::float8, 0), 0) end`;
  const counted = await connection.query(
    `insert into identity.attempt as a (key, failures, last_at) values ($1, 1, $2)
     on conflict (key) do update set failures = ${failures}, last_at = $2,
       locked_until = case when ${failures} >= $3::float8 then $2::timestamptz + make_interval(secs => least($6::float8, $5::float8 * power(2, least(${failures} - $3::float8, 20)))) end
     where a.locked_until is null or a.locked_until <= $2 returning a.failures`,
    [key, now, rule.after, rule.forgetSeconds, rule.lockSeconds, rule.mostSeconds, rule.decaySeconds],
  );
  if (counted.length > 0) return null;
  const [locked] = await connection.query<{ until: Date | null }>('select locked_until as until from identity.attempt where key = $1', [
    key,
  ]);
  return locked?.until ?? now;
}

/** Takes one counted try back: it was no failure. */
export async function takeBack(connection: Connection, key: Buffer): Promise<void> {
  await connection.query('update identity.attempt set failures = greatest(failures - 1, 0), locked_until = null where key = $1', [key]);
}

/** Forgets the failures of a key: the right password came, or a security administrator unlocked it. */
export async function forgetAttempts(connection: Connection, key: Buffer): Promise<void> {
  await connection.query('delete from identity.attempt where key = $1', [key]);
}

/** Until when keys are locked, by hex of the key; those that are free are absent. */
export async function locksOf(connection: Connection, keys: readonly Buffer[], now: Date): Promise<Map<string, Date>> {
  const rows = await connection.query<{ key: Buffer; until: Date }>(
    `select key, locked_until as until from identity.attempt where key in (select decode(r, 'hex') from unnest($1::text[]) r) and locked_until > $2`,
    [keys.map((key) => key.toString('hex')), now],
  );
  return new Map(rows.map((row) => [row.key.toString('hex'), row.until]));
}

export async function forgetOldAttempts(connection: Connection, before: Date): Promise<void> {
  await connection.query('delete from identity.attempt where last_at < $1 and (locked_until is null or locked_until < $1)', [before]);
}
