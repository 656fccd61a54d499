import type { Connection } from '@gongzhi/platform/database';

/** Runs work in a transaction for a purpose: only then do rows of `identity.contact` show. The purpose ends with the work. */
export async function forPurpose<T>(tx: Connection, purpose: string, work: () => Promise<T>): Promise<T> {
  await tx.query(`select set_config('gongzhi.purpose', $1, true)`, [purpose]);
  const result = await work();
  // After a failure the transaction is lost anyway, and with it the setting.
  await tx.query(`select set_config('gongzhi.purpose', '', true)`);
  return result;
}

export interface SealedContact {
  residentId: string;
  name: Buffer | null;
  phone: Buffer | null;
  address: Buffer | null;
}

/** Shows nothing outside of `forPurpose`. */
export function sealedContacts(tx: Connection, ids: readonly string[]): Promise<SealedContact[]> {
  return tx.query('select resident_id as "residentId", name, phone, address from identity.contact where resident_id = any($1::uuid[])', [
    ids,
  ]);
}

/** With the telephone goes a code that was sent to it. */
export async function deleteContact(tx: Connection, id: string): Promise<void> {
  await tx.query(
    `with gone as (delete from identity.contact where resident_id = $1 returning phone_index)
     delete from identity.phone_code where phone_index in (select phone_index from gone)`,
    [id],
  );
}

export interface ContactToRecord {
  place: number;
  id: string;
  phoneIndex: Buffer | null;
  phone: Buffer | null;
  name: Buffer | null;
  address: Buffer | null;
  maskedName: string;
  maskedPhone: string | null;
  anonymous: boolean;
}

export interface Recorded {
  place: number;
  residentId: string;
  lacksName: boolean;
  lacksAddress: boolean;
}

const hex = (bytes: Buffer | null) => bytes?.toString('hex') ?? null;

export function recordContacts(tx: Connection, contacts: readonly ContactToRecord[], now: Date): Promise<Recorded[]> {
  const rows = contacts.map((contact) => ({
    place: contact.place,
    id: contact.id,
    phone_index: hex(contact.phoneIndex),
    phone: hex(contact.phone),
    name: hex(contact.name),
    address: hex(contact.address),
    masked_name: contact.maskedName,
    masked_phone: contact.maskedPhone,
    anonymous: contact.anonymous,
  }));
  return tx.query(
    'select place, resident_id as "residentId", lacks_name as "lacksName", lacks_address as "lacksAddress" from identity.record_contacts($1::jsonb, $2)',
    [JSON.stringify(rows), now],
    'identity-record-contacts',
  );
}

export interface Completion {
  residentId: string;
  name: Buffer | null;
  address: Buffer | null;
  maskedName: string;
}

export async function completeContacts(tx: Connection, rows: readonly Completion[]): Promise<void> {
  const given = rows.map((row) => ({ id: row.residentId, name: hex(row.name), address: hex(row.address), masked_name: row.maskedName }));
  await tx.query('select identity.complete_contacts($1::jsonb)', [JSON.stringify(given)]);
}

export async function residentOfPhone(connection: Connection, index: Buffer): Promise<string | null> {
  const [row] = await connection.query<{ id: string | null }>('select identity.resident_of_phone($1) as id', [index.toString('hex')]);
  return row?.id ?? null;
}
