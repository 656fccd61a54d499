import { type Actor, may } from '@gongzhi/contract/actor';
import { problems } from '@gongzhi/platform/problems';
import type { RevealReason } from '../identity.ts';
import { identityProblems } from '../problems.ts';
import { unseal } from '../rules/seal.ts';
import { forPurpose, type SealedContact, sealedContacts } from '../store/contacts.ts';
import type { Workings } from '../workings.ts';
import { contactContext } from './record-residents.ts';

/** The stated purpose, or a refusal. */
export function demandPurpose(purpose: string): string {
  const stated = purpose.trim();
  if (stated.length >= 2) return stated;
  throw identityProblems['purpose-required']({ errors: [{ field: 'purpose', reason: 'too short', accepted: 'at least two characters' }] });
}

export function unsealContact({ keys }: Pick<Workings, 'keys'>, row: SealedContact, column: 'name' | 'phone' | 'address'): string | null {
  const sealed = row[column];
  return sealed === null ? null : unseal(keys.contact, keys.id, sealed, contactContext(row.residentId, column));
}

/** Contact data in the clear. The audit line is written in the transaction that reads them, before they leave it. */
export async function revealContact(workings: Workings, actor: Actor, residentId: string, reason: RevealReason) {
  if (actor.kind !== 'system' && !may(actor, 'contact.reveal')) throw problems['not-permitted']({ detail: 'It needs “查看联系方式”' });
  const purpose = demandPurpose(reason.purpose);
  return workings.database.transaction(async (tx) => {
    const [row] = await forPurpose(tx, purpose, () => sealedContacts(tx, [residentId]));
    if (!row) throw identityProblems['resident-not-found']();
    const contact = {
      name: unsealContact(workings, row, 'name'),
      phone: unsealContact(workings, row, 'phone'),
      address: unsealContact(workings, row, 'address'),
    };
    await workings.audit(tx, {
      ...{ actor, action: 'contact-revealed', subject: reason.subject, purpose, detail: { residentId } },
      ...(reason.address ? { address: reason.address } : {}),
    });
    return contact;
  });
}
