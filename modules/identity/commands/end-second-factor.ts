import type { Actor } from '@gongzhi/contract/actor';
import { end } from '../store/second-factors.ts';
import type { Workings } from '../workings.ts';
import { demandPassword } from './guard-password.ts';
import { ownAccount } from './own-account.ts';

/** Gives up the second factor; whoever merely found an open session cannot, for it asks for the password. */
export async function endSecondFactor(workings: Workings, actor: Actor, password: string, address: string): Promise<void> {
  const { database, audit, callers } = workings;
  const account = await ownAccount(database, actor);
  await demandPassword(workings, account, password);
  await database.transaction(async (tx) => {
    await end(tx, account.id);
    await audit(tx, { actor, action: 'second-factor-ended', subject: account.id, address });
  });
  callers.forget(account.id);
}
