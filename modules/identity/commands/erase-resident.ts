import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { identityProblems } from '../problems.ts';
import { erased } from '../rules/mask.ts';
import { deleteContact, forPurpose } from '../store/contacts.ts';
import { markErased } from '../store/residents.ts';
import { endSessionsOfResident } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';
import { demandPurpose } from './reveal-contact.ts';

/** Right of deletion (PIPL, article 47): ciphertexts, index and open codes go, sessions end; the resident stays as a tombstone so that matters still have a reporter. */
export async function eraseResident(
  { now, audit, callers }: Workings,
  tx: Connection,
  actor: Actor,
  id: string,
  purpose: string,
): Promise<void> {
  const stated = demandPurpose(purpose);
  if (!(await markErased(tx, id, erased, now()))) throw identityProblems['resident-not-found']();
  await forPurpose(tx, stated, () => deleteContact(tx, id));
  await endSessionsOfResident(tx, id);
  await audit(tx, { actor, action: 'resident-erased', subject: id, purpose: stated });
  callers.forget(id);
}
