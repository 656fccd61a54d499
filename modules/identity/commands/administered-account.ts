import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { problems } from '@gongzhi/platform/problems';
import { seesAccount } from '../rules/account-reach.ts';
import { type AccountRow, accountById } from '../store/accounts.ts';
import type { Workings } from '../workings.ts';

export interface Administered {
  account: AccountRow;
  posts: Awaited<ReturnType<Workings['organisations']['postsOfPersons']>>;
}

/** An account that the actor administers, with the posts of its person; as absent as an unknown one where it lies outside of the actor's areas. */
export async function administeredAccount(
  { organisations }: Workings,
  connection: Connection,
  actor: Actor,
  id: string,
): Promise<Administered> {
  const account = await accountById(connection, id);
  const posts = account ? await organisations.postsOfPersons(connection, [account.personId]) : [];
  if (!account || !seesAccount(actor, posts)) throw problems['not-found']();
  return { account, posts };
}
