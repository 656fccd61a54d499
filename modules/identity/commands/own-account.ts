import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { problems } from '@gongzhi/platform/problems';
import { type AccountRow, accountById } from '../store/accounts.ts';

/** The account of a signed-in member of staff. A token acts for a system, which has no password and no telephone to hold. */
export async function ownAccount(connection: Connection, actor: Actor): Promise<AccountRow> {
  const account = actor.kind === 'staff' && actor.id ? await accountById(connection, actor.id) : null;
  if (!account) throw problems['not-permitted']({ detail: 'This is for a person signed in with a staff account' });
  return account;
}
