import type { Actor } from '@gongzhi/contract/actor';
import { fieldProblem } from '@gongzhi/platform/problems';
import { hashPassword, isPassword } from '../hash-password.ts';
import { setPassword } from '../store/accounts.ts';
import { endSessionsOfAccount } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';
import { type Begun, beginSession } from './begin-session.ts';
import { demandGoodPassword } from './good-password.ts';
import { demandPassword } from './guard-password.ts';
import { ownAccount } from './own-account.ts';

/** Changes one's own password. Every session of the account ends; the caller goes on with a new one. */
export async function changePassword(
  workings: Workings,
  actor: Actor,
  change: { current: string; next: string; address: string },
): Promise<Begun> {
  const { database, now, audit, callers } = workings;
  const account = await ownAccount(database, actor);
  await demandPassword(workings, account, change.current);
  demandGoodPassword(change.next, account.username, 'next');
  if (await isPassword(account.passwordHash, change.next)) throw fieldProblem('next', 'it is the present password', 'another password');
  const hash = await hashPassword(change.next);
  const begun = await database.transaction(async (tx) => {
    await setPassword(tx, account.id, hash, null, now());
    await endSessionsOfAccount(tx, account.id);
    const session = await beginSession(workings, tx, { accountId: account.id, byPassword: true }, undefined);
    await audit(tx, { actor, action: 'password-changed', subject: account.id, address: change.address });
    return session;
  });
  callers.forget(account.id);
  return begun;
}
