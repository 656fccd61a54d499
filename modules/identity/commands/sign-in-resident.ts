import { timingSafeEqual } from 'node:crypto';
import { anonymous } from '@gongzhi/contract/actor';
import type { Residents } from '../identity.ts';
import { identityProblems } from '../problems.ts';
import { addressKey } from '../rules/attempt-key.ts';
import { addressLock } from '../rules/lockout.ts';
import { blindIndex } from '../rules/phone-number.ts';
import { countAttempt, takeBack } from '../store/attempts.ts';
import { codeToTry, useCode } from '../store/phone-codes.ts';
import type { Workings } from '../workings.ts';
import { type Begun, beginSession } from './begin-session.ts';
import { locked } from './guard-password.ts';
import { codeDigest, demandPhone } from './request-code.ts';

interface ResidentSignIn {
  phone: string;
  code: string;
  name?: string | undefined;
  address: string;
  former?: string | undefined;
}

/** Signs a resident in by the code that was sent to the telephone: five tries, five minutes, once. The first sign-in makes the resident. */
export async function signInResident(workings: Workings, residents: Pick<Residents, 'record'>, given: ResidentSignIn): Promise<Begun> {
  const { database, keys, now, audit } = workings;
  const phone = demandPhone(given.phone);
  const index = blindIndex(keys.blindIndex, phone);
  const byAddress = addressKey(keys.attempt, given.address);
  const until = await countAttempt(database, byAddress, addressLock, now());
  if (until) throw locked(until, now());
  const kept = await codeToTry(database, index, now());
  const digest = codeDigest(keys.oneTimeCode, index, given.code);
  if (!kept || !timingSafeEqual(kept, digest)) {
    await database.transaction((tx) =>
      audit(tx, { actor: anonymous, action: 'sign-in-failed', address: given.address, detail: { by: 'one-time code' } }),
    );
    throw identityProblems['code-wrong']();
  }
  return database.transaction(async (tx) => {
    if (!(await useCode(tx, index, digest, now()))) throw identityProblems['code-wrong']();
    await takeBack(tx, byAddress);
    const residentId = await residents.record(tx, { phone, name: given.name || null });
    const begun = await beginSession(workings, tx, { residentId }, given.former);
    await audit(tx, {
      actor: { kind: 'resident', id: residentId, name: '', posts: [] },
      ...{ action: 'signed-in', subject: residentId, address: given.address, detail: { by: 'one-time code' } },
    });
    return begun;
  });
}
