import type { Actor } from '@gongzhi/contract/actor';
import type { Account } from '@gongzhi/contract/identity';
import { problems } from '@gongzhi/platform/problems';
import { accountById } from '../store/accounts.ts';
import type { Workings } from '../workings.ts';
import { describeAccounts } from './list-accounts.ts';

/** One account as the page shows it, for an actor who has just changed it. */
export async function readAccount(workings: Workings, actor: Actor, id: string): Promise<Account> {
  const row = await accountById(workings.database, id);
  const [found] = row ? await describeAccounts(workings, workings.database, actor, [row]) : [];
  if (!found) throw problems['not-found']();
  return found.account;
}
