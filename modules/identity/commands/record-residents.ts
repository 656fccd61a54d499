import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import type { Contact } from '../identity.ts';
import type { Keys } from '../rules/keys.ts';
import { maskName, maskPhone, nobody } from '../rules/mask.ts';
import { blindIndex, normalisePhone } from '../rules/phone-number.ts';
import { seal } from '../rules/seal.ts';
import { type ContactToRecord, completeContacts, recordContacts } from '../store/contacts.ts';
import type { Workings } from '../workings.ts';

export const contactContext = (residentId: string, column: 'name' | 'phone' | 'address') => `contact ${residentId} ${column}`;

const given = (text: string | null | undefined) => text?.trim() || null;

function sealContact(keys: Keys, id: string, contact: { name: string | null; phone: string | null; address: string | null }) {
  const sealed = (column: 'name' | 'phone' | 'address') =>
    contact[column] === null ? null : seal(keys.contact, keys.id, contact[column], contactContext(id, column));
  return { name: sealed('name'), phone: sealed('phone'), address: sealed('address') };
}

function prepare(keys: Keys, contact: Contact, place: number): ContactToRecord {
  const raw = given(contact.phone);
  const phone = raw === null ? null : normalisePhone(raw);
  if (raw !== null && phone === null) throw fieldProblem('phone', 'not a telephone number', '7 to 15 digits, such as 13800001234');
  const name = given(contact.name);
  const id = uuidv7();
  return {
    place,
    id,
    ...sealContact(keys, id, { name, phone, address: given(contact.address) }),
    phoneIndex: phone === null ? null : blindIndex(keys.blindIndex, phone),
    maskedName: name === null ? nobody : maskName(name),
    maskedPhone: phone === null ? null : maskPhone(phone),
    anonymous: name === null && phone === null,
  };
}

/** Finds or creates the resident of each contact; two contacts with one telephone are one resident. Ids in the order of the contacts. */
export async function recordResidents({ keys, now }: Workings, tx: Connection, contacts: readonly Contact[]): Promise<string[]> {
  if (contacts.length === 0) return [];
  const prepared = contacts.map((contact, place) => prepare(keys, contact, place));
  const firstOf = new Map<string, ContactToRecord>();
  for (const one of prepared) {
    const index = one.phoneIndex?.toString('hex') ?? one.id;
    if (!firstOf.has(index)) firstOf.set(index, one);
  }
  const recorded = await recordContacts(tx, [...firstOf.values()], now());
  const byPlace = new Map(recorded.map((row) => [row.place, row]));
  // Rare: somebody known by telephone only tells a name for the first time. It is sealed again, for the row that it goes to.
  const told = recorded
    .filter((row) => row.lacksName || row.lacksAddress)
    .map(({ place, residentId, lacksName, lacksAddress }) => {
      const contact = contacts[place] as Contact;
      const name = lacksName ? given(contact.name) : null;
      const { phone, ...sealed } = sealContact(keys, residentId, {
        name,
        phone: null,
        address: lacksAddress ? given(contact.address) : null,
      });
      return { residentId, ...sealed, maskedName: maskName(name ?? '') };
    });
  if (told.length > 0) await completeContacts(tx, told);
  return prepared.map((one) => {
    const first = firstOf.get(one.phoneIndex?.toString('hex') ?? one.id) as ContactToRecord;
    return (byPlace.get(first.place) as { residentId: string }).residentId;
  });
}
