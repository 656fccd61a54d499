import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { muster } from '@gongzhi/contract/muster';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import { fieldProblem } from '@gongzhi/platform/problems';
import { toWgs84 } from '@gongzhi/territory';
import { uuidv7 } from 'uuidv7';
import { commandProblems } from '../../problems.ts';
import { openedHistory } from '../../tasks/rules/opened-history.ts';
import type { MusterCore } from '../muster.ts';
import { musterProblems } from '../problems.ts';
import { callPurpose, sceneCode } from '../rules/call-token.ts';
import { callPeople, countFitting, type Wanted } from '../store/call-people.ts';
import { codesInUse, insertHead } from '../store/heads.ts';

/** Refuses areas that do not exist, and those outside of the areas where the actor may call. */
export async function checkAreas(core: Pick<MusterCore, 'territory'>, actor: Actor, areas: readonly string[]): Promise<void> {
  const directory = await core.territory.directory();
  for (const [index, code] of areas.entries()) {
    if (!directory.get(code)) throw fieldProblem(`areas.${index}`, 'there is no such area', 'the code of a current area');
    if (!reachesArea(actor, 'muster.call', code)) throw commandProblems['area-outside']({ detail: directory.name(code) });
  }
}

/** Calls people together: the matter, its head and all who fit in one transaction, however many. Who is told how is left to the consumer. */
export async function callMuster(core: MusterCore, actor: Actor, input: BodyOf<typeof muster.call>): Promise<AnswerOf<typeof muster.call>> {
  await checkAreas(core, actor, [input.areaCode, ...input.areas]);
  const now = core.now();
  const id = uuidv7();
  const place = input.place ? toWgs84([input.place.longitude, input.place.latitude], input.place.system) : null;
  const [longitude, latitude] = place ?? [null, null];
  const used = new Set((await codesInUse(core.database)).values());
  const key = core.secret(callPurpose);
  let attempt = 0;
  while (used.has(sceneCode(key, id, attempt))) attempt += 1;
  const code = sceneCode(key, id, attempt);
  const calendar = await core.territory.calendarFor(input.areaCode);
  const wanted: Wanted = input;
  const post = actor.posts.find((one) => one.permissions.includes('muster.call') && input.areaCode.startsWith(one.areaCode));
  return core.database.transaction(async (tx) => {
    const { count } = await countFitting(tx, wanted);
    if (count === 0)
      throw musterProblems['nobody-to-call']({
        errors: [{ field: 'areas', reason: 'nobody fits', accepted: 'areas, skills and posts that people have' }],
      });
    const history = openedHistory({
      ...{
        kind: core.kind,
        actor,
        organisationId: post?.organisationId ?? null,
        action: 'call',
        at: now,
        areaCode: input.areaCode,
        calendar,
      },
      ...{ title: input.title, body: input.body, address: input.address ?? null, longitude: longitude ?? null, latitude: latitude ?? null },
      ...{ urgency: input.urgency, leadId: post?.organisationId ?? null, clocks: [], data: { called: count, rehearsal: input.rehearsal } },
      parts: post ? [{ organisationId: post.organisationId, role: 'lead' }] : [],
      details: {
        rehearsal: input.rehearsal,
        radius: input.radius,
        called: count,
        areas: input.areas,
        skills: input.skills,
        posts: input.posts,
      },
    });
    const { numbers } = await core.matters.load(tx, core.kind, [{ id, ...history }], { facts: true });
    await insertHead(tx, {
      ...{ id, number: numbers[0]!, areaCode: input.areaCode, title: input.title, rehearsal: input.rehearsal, code },
      ...{ longitude: longitude ?? null, latitude: latitude ?? null, radius: input.radius, calledAt: now, endedAt: null },
    });
    return { number: numbers[0]!, called: await callPeople(tx, id, wanted, now), code };
  });
}
