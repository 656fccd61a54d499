import { anonymous } from '@gongzhi/contract/actor';
import { isPassword } from '../hash-password.ts';
import { identityProblems } from '../problems.ts';
import { addressKey, usernameKey } from '../rules/attempt-key.ts';
import { addressLock, usernameLock } from '../rules/lockout.ts';
import { looksLikeRecoveryCode, recoveryDigest } from '../rules/recovery-code.ts';
import { unseal } from '../rules/seal.ts';
import { stepOfCode } from '../rules/time-code.ts';
import { type AccountRow, accountByUsername, setLastSignIn } from '../store/accounts.ts';
import { countAttempt, forgetAttempts, takeBack } from '../store/attempts.ts';
import { takeRecoveryCode, takeStep } from '../store/second-factors.ts';
import type { Workings } from '../workings.ts';
import { secondFactorContext } from './begin-second-factor.ts';
import { type Begun, beginSession } from './begin-session.ts';
import { locked } from './guard-password.ts';

export interface SignIn {
  username: string;
  password: string;
  code?: string | undefined;
  address: string;
  /** Secret of the session that the browser came with. */
  former?: string | undefined;
}

/**
 * Signs in with username, password and, where the account has one, the code of the second factor or a recovery code, each of which does once.
 * An unknown username takes the same path and time as a wrong password, is locked alike and gets the same answer.
 */
export async function signIn(workings: Workings, given: SignIn): Promise<Begun> {
  const { database, keys, now, audit } = workings;
  const username = given.username.toLowerCase();
  const byAddress = addressKey(keys.attempt, given.address);
  const byName = usernameKey(keys.attempt, username);
  const until =
    (await countAttempt(database, byAddress, addressLock, now())) ?? (await countAttempt(database, byName, usernameLock, now()));
  if (until) throw locked(until, now());

  const account = await accountByUsername(database, username);
  const fail = async (reason: string) => {
    // Not the username itself: people type passwords into that field. Its digest still tells one series of tries from another.
    const detail = { reason, username: byName.toString('hex').slice(0, 12) };
    await database.transaction((tx) =>
      audit(tx, {
        actor: anonymous,
        action: 'sign-in-failed',
        address: given.address,
        detail,
        ...(account ? { subject: account.id } : {}),
      }),
    );
  };
  const lapsed = account?.oneTimeUntil && account.oneTimeUntil <= now();
  if (!(await isPassword(account?.passwordHash ?? null, given.password)) || !account || lapsed) {
    await fail('password');
    throw identityProblems['invalid-credentials']();
  }
  if (account.disabledAt) {
    await fail('disabled');
    throw identityProblems['account-disabled']();
  }
  const onPaper = account.secondFactor !== null && given.code !== undefined && looksLikeRecoveryCode(given.code);
  const step = account.secondFactor && !onPaper ? secondFactorStep(workings, account, given.code) : null;
  if (step === 'missing') {
    // Taken back, not forgotten: else a try without a code would clear the count of wrong codes.
    await takeBack(database, byName);
    await takeBack(database, byAddress);
    throw identityProblems['second-factor-required']();
  }
  const paperTaken = () =>
    takeRecoveryCode(database, account.id, recoveryDigest(keys.recoveryCode, account.id, given.code as string), now());
  if (step === 'wrong' || (step !== null && !(await takeStep(database, account.id, step))) || (onPaper && !(await paperTaken()))) {
    await fail('second-factor');
    throw identityProblems['second-factor-wrong']();
  }
  const person = await workings.organisations.person(database, account.personId);
  return database.transaction(async (tx) => {
    await forgetAttempts(tx, byName);
    await takeBack(tx, byAddress);
    await setLastSignIn(tx, account.id, now());
    const begun = await beginSession(workings, tx, { accountId: account.id, byPassword: true }, given.former);
    await audit(tx, {
      actor: { kind: 'staff', id: account.id, name: person?.name ?? account.username, posts: [] },
      action: 'signed-in',
      subject: account.id,
      address: given.address,
      detail: { by: onPaper ? 'password and recovery code' : step === null ? 'password' : 'password and second factor' },
    });
    return begun;
  });
}

function secondFactorStep({ keys, now }: Workings, account: AccountRow, code: string | undefined): number | 'missing' | 'wrong' {
  if (code === undefined) return 'missing';
  const secret = unseal(keys.secondFactor, keys.id, account.secondFactor as Buffer, secondFactorContext(account.id));
  return stepOfCode(secret, code, now()) ?? 'wrong';
}
