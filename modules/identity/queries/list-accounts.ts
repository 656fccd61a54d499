import type { Actor } from '@gongzhi/contract/actor';
import type { Account, identity } from '@gongzhi/contract/identity';
import type { QueryOf } from '@gongzhi/contract/route';
import type { Connection } from '@gongzhi/platform/database';
import { problems } from '@gongzhi/platform/problems';
import { seesAccount } from '../rules/account-reach.ts';
import { usernameKey } from '../rules/attempt-key.ts';
import { decodeCursor, encodeCursor } from '../rules/cursor.ts';
import { type AccountRow, accountsAfter } from '../store/accounts.ts';
import { locksOf } from '../store/attempts.ts';
import type { Workings } from '../workings.ts';

type Query = QueryOf<typeof identity.listAccounts>;

/**
 * A page of the accounts that the actor administers, in the order of usernames. Names and posts belong to organisations, so
 * accounts are drawn in batches and sifted here until the page is full.
 */
export async function listAccounts(workings: Workings, actor: Actor, query: Query): Promise<{ items: Account[]; next: string | null }> {
  let after = query.cursor === undefined ? '' : decodeCursor(query.cursor);
  if (typeof after !== 'string') throw problems['invalid-cursor']();
  const items: Account[] = [];
  const wanted = query.text?.toLowerCase() ?? '';
  const batch = Math.max(100, query.limit + 1);
  for (;;) {
    const rows = await accountsAfter(workings.database, after, query.disabled ?? null, batch);
    for (const { account, sees } of await describeAccounts(workings, workings.database, actor, rows)) {
      if (!sees || !(account.username.includes(wanted) || account.name.toLowerCase().includes(wanted))) continue;
      if (items.length === query.limit) return { items, next: encodeCursor(items.at(-1)?.username ?? '') };
      items.push(account);
    }
    if (rows.length < batch) return { items, next: null };
    after = rows.at(-1)?.username ?? '';
  }
}

/** Accounts as the page shows them, and whether the actor administers each. */
export async function describeAccounts(
  { organisations, keys, now }: Workings,
  connection: Connection,
  actor: Actor,
  rows: readonly AccountRow[],
): Promise<{ account: Account; sees: boolean }[]> {
  const personIds = rows.map((row) => row.personId);
  const lockKeys = rows.map((row) => usernameKey(keys.attempt, row.username));
  const posts = Map.groupBy(await organisations.postsOfPersons(connection, personIds), (post) => post.personId);
  const persons = new Map((await organisations.persons(connection, personIds)).map((person) => [person.id, person]));
  const locks = await locksOf(connection, lockKeys, now());
  return rows.map((row, at) => {
    const own = posts.get(row.personId) ?? [];
    const account: Account = {
      id: row.id,
      username: row.username,
      personId: row.personId,
      name: persons.get(row.personId)?.name ?? row.username,
      posts: own.map(({ personId, ...post }) => post),
      disabled: row.disabledAt !== null,
      lockedUntil: locks.get(lockKeys[at]!.toString('hex'))?.toISOString() ?? null,
      secondFactor: row.secondFactor !== null,
      lastSignIn: row.lastSignInAt?.toISOString() ?? null,
      passwordChangedAt: row.passwordChangedAt?.toISOString() ?? null,
      oidcSubject: row.oidcSubject,
    };
    return { account, sees: seesAccount(actor, own) };
  });
}
