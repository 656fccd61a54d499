import type { Actor } from '@gongzhi/contract/actor';
import { identityProblems } from '../problems.ts';
import { seal } from '../rules/seal.ts';
import { enrolmentUrl, makeTimeSecret } from '../rules/time-code.ts';
import { begin } from '../store/second-factors.ts';
import type { Workings } from '../workings.ts';
import { ownAccount } from './own-account.ts';

export const secondFactorContext = (accountId: string) => `second-factor ${accountId}`;

/** Makes a secret for an authenticator application; it counts only once `confirmSecondFactor` has seen a code from it. */
export async function beginSecondFactor(workings: Workings, actor: Actor): Promise<{ url: string; secret: string }> {
  const { database, keys } = workings;
  const account = await ownAccount(database, actor);
  const secret = makeTimeSecret();
  const sealed = seal(keys.secondFactor, keys.id, secret, secondFactorContext(account.id));
  if (!(await begin(database, account.id, sealed))) throw identityProblems['second-factor-active']();
  return { url: enrolmentUrl(secret, account.username), secret };
}
