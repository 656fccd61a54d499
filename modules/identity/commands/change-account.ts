import type { Actor } from '@gongzhi/contract/actor';
import type { identity } from '@gongzhi/contract/identity';
import type { BodyOf } from '@gongzhi/contract/route';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { identityProblems } from '../problems.ts';
import { mayTakeOver, reachesAccount } from '../rules/account-reach.ts';
import { usernameKey } from '../rules/attempt-key.ts';
import { setDisabled, setSubject } from '../store/accounts.ts';
import { forgetAttempts } from '../store/attempts.ts';
import { end } from '../store/second-factors.ts';
import { endSessionsOfAccount } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';
import { type Administered, administeredAccount } from './administered-account.ts';

export type AccountChange = BodyOf<typeof identity.changeAccount>;

/**
 * Disables or enables an account (system or security administrator), unlocks it or takes its second factor away (security administrator), maps it
 * to single sign-on (system administrator). Disabling and a new mapping end its sessions.
 */
export async function changeAccount(workings: Workings, actor: Actor, id: string, change: AccountChange, address: string): Promise<void> {
  const { database, now, audit, callers, keys } = workings;
  const found = await administeredAccount(workings, database, actor, id);
  const { account } = found;
  permit(actor, found, change);
  await database.transaction(async (tx) => {
    const said = (action: string, detail: Record<string, unknown> = {}) =>
      audit(tx, { actor, action, subject: account.id, address, detail: { username: account.username, ...detail } });
    if (change.disabled !== undefined) await setDisabled(tx, account.id, change.disabled ? now() : null);
    if (change.oidcSubject !== undefined) await setSubject(tx, account.id, change.oidcSubject || null);
    if (change.disabled || change.oidcSubject !== undefined) await endSessionsOfAccount(tx, account.id);
    if (change.unlock) await forgetAttempts(tx, usernameKey(keys.attempt, account.username));
    if (change.resetSecondFactor) await end(tx, account.id);
    if (change.disabled !== undefined) await said(change.disabled ? 'account-disabled' : 'account-enabled');
    if (change.oidcSubject !== undefined) await said('account-mapped', { oidcSubject: change.oidcSubject || null });
    if (change.unlock) await said('account-unlocked');
    if (change.resetSecondFactor) await said('second-factor-reset');
  });
  callers.forget(account.id);
}

function permit(actor: Actor, { account, posts }: Administered, change: AccountChange): void {
  if (account.id === actor.id && (change.disabled || change.resetSecondFactor))
    throw fieldProblem(change.disabled ? 'disabled' : 'resetSecondFactor', 'this is your own account', 'another administrator does it');
  const security = reachesAccount(actor, 'security.edit', posts);
  const system = reachesAccount(actor, 'account.edit', posts);
  if (!security && !system) throw problems['not-permitted']({ detail: 'The person holds a post outside of your area' });
  if ((change.unlock || change.resetSecondFactor) && !security)
    throw problems['not-permitted']({ detail: 'The security administrator does this' });
  if (change.oidcSubject !== undefined && !system) throw problems['not-permitted']({ detail: 'The system administrator does this' });
  const takes = change.oidcSubject !== undefined || (change.disabled !== undefined && !security);
  if (takes && !mayTakeOver(actor, posts)) throw identityProblems['administrators-separated']();
}
