import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { muster } from '@gongzhi/contract/muster';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import { fieldProblem } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import { commandProblems } from '../../problems.ts';
import type { MusterCore } from '../muster.ts';
import { putResponders } from '../store/call-people.ts';

/** Enters people who can be called, all or none. The telephone goes to the sealed contacts and tells who is known already; audited. */
export async function writeResponders(
  core: MusterCore,
  actor: Actor,
  body: BodyOf<typeof muster.writeResponders>,
): Promise<AnswerOf<typeof muster.writeResponders>> {
  const directory = await core.territory.directory();
  for (const [index, { areaCode }] of body.items.entries()) {
    if (!directory.get(areaCode)) throw fieldProblem(`items.${index}.areaCode`, 'there is no such area', 'the code of a current area');
    if (!reachesArea(actor, 'muster.call', areaCode)) throw commandProblems['area-outside']({ detail: directory.name(areaCode) });
  }
  return core.database.transaction(async (tx) => {
    const ids = await core.identity.residents.recordMany(tx, body.items);
    // The same telephone twice in one list is one person: the last line stands.
    const rows = new Map(
      body.items.map((item, index) => [
        ids[index]!,
        {
          id: uuidv7(),
          residentId: ids[index]!,
          accountId: null,
          name: item.name,
          areaCode: item.areaCode,
          team: item.team ?? null,
          post: item.post,
          skills: item.skills,
        },
      ]),
    );
    const entered = await putResponders(tx, [...rows.values()]);
    await core.identity.audit(tx, { actor, action: 'responders-written', detail: { count: rows.size, entered } });
    return { entered, changed: rows.size - entered };
  });
}
