import type { Actor } from '@gongzhi/contract/actor';
import { problems } from '@gongzhi/platform/problems';
import { hashPassword } from '../hash-password.ts';
import { identityProblems } from '../problems.ts';
import { mayTakeOver, reachesAccount } from '../rules/account-reach.ts';
import { makePassword } from '../rules/secret.ts';
import { setPassword } from '../store/accounts.ts';
import { endSessionsOfAccount } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';
import { administeredAccount } from './administered-account.ts';
import { oneTimeDays } from './create-account.ts';

/** Gives an account a one-time password and ends its sessions. One's own is changed, not reset: that asks for the present one. */
export async function resetPassword(workings: Workings, actor: Actor, accountId: string, address?: string): Promise<string> {
  const { database, now, audit, callers } = workings;
  const { account, posts } = await administeredAccount(workings, database, actor, accountId);
  if (account.id === actor.id) throw problems['not-permitted']({ detail: 'Change your own password with the present one' });
  if (!reachesAccount(actor, 'account.edit', posts))
    throw problems['not-permitted']({ detail: 'The person holds a post outside of your area' });
  if (!mayTakeOver(actor, posts)) throw identityProblems['administrators-separated']();
  const password = makePassword();
  const hash = await hashPassword(password);
  await database.transaction(async (tx) => {
    await setPassword(tx, account.id, hash, new Date(now().getTime() + oneTimeDays * 86_400_000), now());
    await endSessionsOfAccount(tx, account.id);
    await audit(tx, {
      actor,
      action: 'password-reset',
      subject: account.id,
      detail: { username: account.username },
      ...(address ? { address } : {}),
    });
  });
  callers.forget(account.id);
  return password;
}
