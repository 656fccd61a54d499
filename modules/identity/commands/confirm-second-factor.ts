import type { Actor } from '@gongzhi/contract/actor';
import { fieldProblem } from '@gongzhi/platform/problems';
import { identityProblems } from '../problems.ts';
import { makeRecoveryCodes, recoveryDigest } from '../rules/recovery-code.ts';
import { unseal } from '../rules/seal.ts';
import { stepOfCode } from '../rules/time-code.ts';
import { confirm, writeRecoveryCodes } from '../store/second-factors.ts';
import type { Workings } from '../workings.ts';
import { secondFactorContext } from './begin-second-factor.ts';
import { ownAccount } from './own-account.ts';

/** From here on sign-in asks for the code; the confirming code itself is used up. Gives the recovery codes, which are shown this once. */
export async function confirmSecondFactor(
  workings: Workings,
  actor: Actor,
  code: string,
  address: string,
): Promise<{ recoveryCodes: string[] }> {
  const { database, keys, now, audit, callers } = workings;
  const account = await ownAccount(database, actor);
  if (!account.secondFactorPending) throw identityProblems['second-factor-not-begun']();
  const step = stepOfCode(unseal(keys.secondFactor, keys.id, account.secondFactorPending, secondFactorContext(account.id)), code, now());
  if (step === null) throw fieldProblem('code', 'the code does not fit the secret', 'the six digits that the application shows now');
  const recoveryCodes = makeRecoveryCodes();
  const digests = recoveryCodes.map((one) => recoveryDigest(keys.recoveryCode, account.id, one));
  await database.transaction(async (tx) => {
    if (!(await confirm(tx, account.id, step))) throw identityProblems['second-factor-not-begun']();
    await writeRecoveryCodes(tx, account.id, digests);
    await audit(tx, { actor, action: 'second-factor-begun', subject: account.id, address });
  });
  callers.forget(account.id);
  return { recoveryCodes };
}
