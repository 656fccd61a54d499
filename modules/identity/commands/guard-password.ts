import { isPassword } from '../hash-password.ts';
import { identityProblems } from '../problems.ts';
import { usernameKey } from '../rules/attempt-key.ts';
import { usernameLock } from '../rules/lockout.ts';
import type { AccountRow } from '../store/accounts.ts';
import { countAttempt, forgetAttempts } from '../store/attempts.ts';
import type { Workings } from '../workings.ts';

/** A refusal that says when the next try makes sense. */
export function locked(until: Date, now: Date) {
  return identityProblems['sign-in-locked']({ retryAfter: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)) });
}

/** Asks a signed-in person for the password once more. Failures count like those of a sign-in: a found session must not be a place to guess. */
export async function demandPassword(workings: Workings, account: AccountRow, password: string): Promise<void> {
  const { database, keys, now } = workings;
  const key = usernameKey(keys.attempt, account.username);
  const until = await countAttempt(database, key, usernameLock, now());
  if (until) throw locked(until, now());
  if (!(await isPassword(account.passwordHash, password))) throw identityProblems['password-wrong']();
  await forgetAttempts(database, key);
}
