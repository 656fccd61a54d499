import { type Actor, reachesArea, unitsFor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';

const shown = 30;

/**
 * Earlier cases of the person with a telephone number, newest first, as far as they lie where the actor records and reads. Confidential ones only
 * for those who may reveal contact data there and belong to no unit that handles cases: the list itself would tell the unit who spoke.
 */
export async function callerHistory(core: CasesCore, actor: Actor, phone: string): Promise<AnswerOf<typeof cases.callerHistory>> {
  const id = await core.identity.residents.findByPhone(core.database, phone);
  if (id === null) return { items: [], name: null };
  const person: Actor = { kind: 'resident', id, name: '', posts: [] };
  const [{ items }, masked] = await Promise.all([
    core.matters.list(person, { kind: core.kind.kind, limit: 200, sort: '-openedAt' }),
    core.identity.residents.masked(core.database, [id]),
  ]);
  const handles = unitsFor(actor, 'case.handle').length > 0;
  const mine = items.filter(
    (item) =>
      reachesArea(actor, 'case.record', item.areaCode) &&
      reachesArea(actor, 'case.read', item.areaCode) &&
      (!item.confidential || (!handles && reachesArea(actor, 'contact.reveal', item.areaCode))),
  );
  const known = masked.get(id);
  // Whose cases all lie elsewhere is a stranger here: not even the name is told.
  return { items: mine.slice(0, shown), name: mine.length > 0 && known && !known.anonymous ? known.name : null };
}
