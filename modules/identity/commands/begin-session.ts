import type { Connection } from '@gongzhi/platform/database';
import { uuidv7 } from 'uuidv7';
import { digestOf, looksLikeSession, makeSecret } from '../rules/secret.ts';
import { residentTerms, staffTerms } from '../rules/session-terms.ts';
import { endSessionBySecret, insertSession } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';

/** A new session: its secret goes into the cookie and is kept nowhere else. */
export interface Begun {
  secret: string;
  expiresAt: Date;
}

type Holder = { accountId: string; byPassword: boolean } | { residentId: string };

/** Begins a session. The one that the browser came with ends: nobody can plant a session and wait for it to gain authority. */
export async function beginSession(workings: Workings, tx: Connection, holder: Holder, former: string | undefined): Promise<Begun> {
  if (former && looksLikeSession(former)) await endSessionBySecret(tx, digestOf(former));
  const now = workings.now();
  const { secret, digest } = makeSecret();
  const staff = 'accountId' in holder;
  const terms = staff ? staffTerms(workings.settings) : residentTerms;
  const expiresAt = new Date(now.getTime() + terms.absoluteHours * 3_600_000);
  await insertSession(tx, {
    id: uuidv7(),
    digest,
    accountId: staff ? holder.accountId : null,
    residentId: staff ? null : holder.residentId,
    byPassword: staff && holder.byPassword,
    now,
    expiresAt,
  });
  return { secret, expiresAt };
}
