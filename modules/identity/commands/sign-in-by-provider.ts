import { anonymous } from '@gongzhi/contract/actor';
import { accountBySubject, accountByUsername, setLastSignIn } from '../store/accounts.ts';
import type { Workings } from '../workings.ts';
import { type Begun, beginSession } from './begin-session.ts';

/**
 * Signs in whom the provider has identified, as an account that is there: none is ever made here. The provider answers for the second factor.
 */
export async function signInByProvider(
  workings: Workings,
  given: { claim: string; value: string; address: string; former?: string | undefined },
): Promise<Begun | 'unmapped' | 'disabled'> {
  const { database, organisations, now, audit } = workings;
  const { claim, value, address } = given;
  const account =
    (await accountBySubject(database, value)) ?? (claim === 'sub' ? null : await accountByUsername(database, value.toLowerCase()));
  const refused = account ? (account.disabledAt ? 'disabled' : null) : 'unmapped';
  if (refused || !account) {
    await database.transaction((tx) =>
      audit(tx, {
        actor: anonymous,
        action: 'sign-in-failed',
        address,
        detail: { by: 'single sign-on', reason: refused },
        ...(account ? { subject: account.id } : {}),
      }),
    );
    return refused ?? 'unmapped';
  }
  const person = await organisations.person(database, account.personId);
  return database.transaction(async (tx) => {
    await setLastSignIn(tx, account.id, now());
    const begun = await beginSession(workings, tx, { accountId: account.id, byPassword: false }, given.former);
    await audit(tx, {
      actor: { kind: 'staff', id: account.id, name: person?.name ?? account.username, posts: [] },
      ...{ action: 'signed-in', subject: account.id, address, detail: { by: 'single sign-on' } },
    });
    return begun;
  });
}
