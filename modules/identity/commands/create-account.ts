import type { Actor } from '@gongzhi/contract/actor';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import { hashPassword } from '../hash-password.ts';
import type { NewAccount } from '../identity.ts';
import { identityProblems } from '../problems.ts';
import { mayTakeOver, reachesAccount } from '../rules/account-reach.ts';
import { makePassword } from '../rules/secret.ts';
import { insertAccounts } from '../store/accounts.ts';
import type { Workings } from '../workings.ts';
import { demandGoodPassword } from './good-password.ts';

export const usernamePattern = /^[a-z0-9][a-z0-9._-]{2,40}$/;
/** A password made up by an administrator is good for one week, and for nothing but changing it. */
export const oneTimeDays = 7;

/** Creates an account; what it may do comes from the posts of its person. Without password and single sign-on a one-time password is made up. */
export async function createAccount(workings: Workings, actor: Actor, given: NewAccount, address?: string) {
  const { database, organisations, now, audit } = workings;
  const { username, personId } = given;
  if (!usernamePattern.test(username))
    throw fieldProblem('username', 'not usable as a username', 'lower-case letters, digits, dot, dash; 3 to 41 characters');
  if (given.password !== undefined) demandGoodPassword(given.password, username, 'password');
  const [person, posts] = await Promise.all([organisations.person(database, personId), organisations.postsOfPersons(database, [personId])]);
  if (!person) throw fieldProblem('personId', 'nobody has this id', 'the id of a person on the staff list');
  if (!reachesAccount(actor, 'account.edit', posts))
    throw problems['not-permitted']({ detail: 'The person holds a post outside of your area' });
  if (!mayTakeOver(actor, posts)) throw identityProblems['administrators-separated']();
  const made = given.password === undefined && !given.oidcSubject ? makePassword() : null;
  const password = given.password ?? made;
  const account = {
    id: uuidv7(),
    username,
    personId,
    passwordHash: password === null ? null : await hashPassword(password),
    oneTimeUntil: made === null ? null : new Date(now().getTime() + oneTimeDays * 86_400_000),
    oidcSubject: given.oidcSubject ?? null,
  };
  await database.transaction(async (tx) => {
    await insertAccounts(tx, [account], now());
    await audit(tx, {
      actor,
      action: 'account-created',
      subject: account.id,
      detail: { username, personId, oidcSubject: account.oidcSubject },
      ...(address ? { address } : {}),
    });
  });
  return { id: account.id, username, password: made };
}
