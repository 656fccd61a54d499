import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import type { Contact } from '../identity.ts';
import type { Keys } from '../rules/keys.ts';
import { maskName, maskPhone, nobody } from '../rules/mask.ts';
import { blindIndex, normalisePhone } from '../rules/phone-number.ts';
import { seal } from '../rules/seal.ts';
import { type ContactToRecord, completeContact, recordContacts } from '../store/contacts.ts';
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
  for (const { place, residentId, lacksName, lacksAddress } of recorded) {
    if (!lacksName && !lacksAddress) continue;
    // Rare: somebody known by telephone only tells a name for the first time. It is sealed again, for the row that it goes to.
    const contact = contacts[place] as Contact;
    const more = sealContact(keys, residentId, {
      name: lacksName ? given(contact.name) : null,
      phone: null,
      address: lacksAddress ? given(contact.address) : null,
    });
    await completeContact(tx, residentId, { name: more.name, address: more.address, maskedName: maskName(given(contact.name) ?? '') });
  }
  return prepared.map((one) => {
    const first = firstOf.get(one.phoneIndex?.toString('hex') ?? one.id) as ContactToRecord;
    return (byPlace.get(first.place) as { residentId: string }).residentId;
  });
}
