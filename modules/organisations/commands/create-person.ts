import { randomUUID } from 'node:crypto';
import type { Actor } from '@gongzhi/contract/actor';
import type { organisations } from '@gongzhi/contract/organisations';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { Connection } from '@gongzhi/platform/database';
import type { Ground } from '../context.ts';
import type { StaffPerson } from '../organisations.ts';
import { insertPersons } from '../store/persons.ts';

/** Adds a member of staff, without a post as yet. */
export async function addPerson(tx: Connection, person: { name: string; phone?: string | null | undefined }): Promise<StaffPerson> {
  const row = { id: randomUUID(), name: person.name, phone: person.phone ?? null };
  await insertPersons(tx, [row]);
  return row;
}

/** The same as an act of somebody; the telephone number stays out of the audit log. */
export async function createPerson(
  ground: Ground,
  actor: Actor,
  input: { name: string; phone?: string | null | undefined },
): Promise<AnswerOf<typeof organisations.createPerson>> {
  return ground.database.transaction(async (tx) => {
    const person = await addPerson(tx, input);
    await ground.audit(tx, { actor, action: 'person-created', subject: person.id, detail: { name: person.name } });
    return { ...person, posts: [] };
  });
}
