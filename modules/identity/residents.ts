import { system } from '@gongzhi/contract/actor';
import { eraseResident } from './commands/erase-resident.ts';
import { recordResidents } from './commands/record-residents.ts';
import { revealContact, unsealContact } from './commands/reveal-contact.ts';
import type { Residents } from './identity.ts';
import { blindIndex, normalisePhone } from './rules/phone-number.ts';
import { forPurpose, residentOfPhone, sealedContacts } from './store/contacts.ts';
import { residentsById } from './store/residents.ts';
import type { Workings } from './workings.ts';

export function createResidents(workings: Workings): Residents {
  return {
    async record(tx, contact) {
      const [id] = await recordResidents(workings, tx, [contact]);
      return id as string;
    },
    recordMany: (tx, contacts) => recordResidents(workings, tx, contacts),
    async findByPhone(connection, phone) {
      const normalised = normalisePhone(phone);
      return normalised === null ? null : residentOfPhone(connection, blindIndex(workings.keys.blindIndex, normalised));
    },
    async masked(connection, ids) {
      const rows = ids.length > 0 ? await residentsById(connection, ids) : [];
      return new Map(rows.map(({ id, name, phone, anonymous }) => [id, { name, phone, anonymous }]));
    },
    reveal: (actor, residentId, reason) => revealContact(workings, actor, residentId, reason),
    async phonesForNotice(tx, ids) {
      if (ids.length === 0) return new Map();
      const rows = await forPurpose(tx, 'notify', () => sealedContacts(tx, ids));
      const phones = new Map<string, string>();
      for (const row of rows) {
        const phone = unsealContact(workings, row, 'phone');
        if (phone !== null) phones.set(row.residentId, phone);
      }
      if (phones.size > 0)
        await workings.audit(tx, {
          actor: system,
          action: 'contacts-used',
          purpose: 'notify',
          detail: { residents: [...phones.keys()].slice(0, 200), count: phones.size },
        });
      return phones;
    },
    erase: (tx, actor, id, purpose) => eraseResident(workings, tx, actor, id, purpose),
  };
}
