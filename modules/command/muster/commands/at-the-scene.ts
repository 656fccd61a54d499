import type { Actor } from '@gongzhi/contract/actor';
import type { muster } from '@gongzhi/contract/muster';
import type { BodyOf } from '@gongzhi/contract/route';
import { constraintRefusal, problems } from '@gongzhi/platform/problems';
import { toWgs84 } from '@gongzhi/territory';
import { uuidv7 } from 'uuidv7';
import type { MusterCore } from '../muster.ts';
import { musterProblems } from '../problems.ts';
import { runningMuster } from '../queries/find-muster.ts';
import { insertCount, missingNow } from '../store/heads.ts';
import { memberOf, writeSafe } from '../store/members.ts';
import { insertNeed, insertPost, insertShift, meetNeed, selectPosts, selectShifts } from '../store/scene.ts';

type Id = { id: string };

/** Sets up a post of a muster that goes on. */
export async function addPost(core: MusterCore, actor: Actor, number: string, body: BodyOf<typeof muster.addPost>): Promise<Id> {
  const head = await runningMuster(core, actor, number);
  const point = body.place ? toWgs84([body.place.longitude, body.place.latitude], body.place.system) : null;
  const id = uuidv7();
  await insertPost(core.database, head.id, {
    id,
    name: body.name,
    wanted: body.wanted,
    longitude: point?.[0] ?? null,
    latitude: point?.[1] ?? null,
  });
  return { id };
}

async function checkPresent(core: MusterCore, musterId: string, responderId: string): Promise<void> {
  const member = await memberOf(core.database, musterId, responderId);
  if (!member?.signedAt || member.leftAt) throw musterProblems['not-signed-in']({ detail: member?.name ?? '' });
  if (member.onShift) throw musterProblems['on-shift-already']({ detail: `${member.name}: ${member.onShift}` });
}

const span = (core: MusterCore, hours: number) => {
  const from = core.now();
  return { from, until: new Date(from.getTime() + hours * 3_600_000) };
};

/** Puts somebody who is there on a post. */
export async function beginShift(core: MusterCore, actor: Actor, number: string, body: BodyOf<typeof muster.beginShift>): Promise<Id> {
  const head = await runningMuster(core, actor, number);
  if (!(await selectPosts(core.database, head.id)).some((post) => post.id === body.postId)) throw musterProblems['muster-post-unknown']();
  await checkPresent(core, head.id, body.responderId);
  const id = uuidv7();
  await insertShift(core.database, head.id, { id, postId: body.postId, responderId: body.responderId, ...span(core, body.hours) }, null);
  return { id };
}

/** Hands a shift over. Refuses one that has ended, and whoever stands on a shift already, here or in another muster. */
export async function relieveShift(
  core: MusterCore,
  actor: Actor,
  number: string,
  shiftId: string,
  body: BodyOf<typeof muster.relieve>,
): Promise<Id> {
  const head = await runningMuster(core, actor, number);
  const shift = (await selectShifts(core.database, head.id)).find((one) => one.id === shiftId);
  if (!shift) throw problems['not-found']({ detail: 'no such shift' });
  if (shift.endedAt) throw musterProblems['shift-over']({ more: { endedAt: shift.endedAt } });
  await checkPresent(core, head.id, body.responderId);
  const id = uuidv7();
  const begun = await insertShift(
    core.database,
    head.id,
    { id, postId: shift.postId, responderId: body.responderId, ...span(core, body.hours) },
    shiftId,
  );
  if (!begun) throw musterProblems['shift-over']();
  return { id };
}

export async function addNeed(core: MusterCore, actor: Actor, number: string, body: BodyOf<typeof muster.addNeed>): Promise<Id> {
  const head = await runningMuster(core, actor, number);
  const id = uuidv7();
  await insertNeed(core.database, head.id, {
    id,
    what: body.what,
    amount: body.amount ?? null,
    at: core.now(),
    by: actor.name,
    metAt: null,
    metBy: null,
  });
  return { id };
}

/** Says that a need is met; the second to say so is told that it was. */
export async function sayMet(core: MusterCore, actor: Actor, number: string, id: string): Promise<void> {
  const head = await runningMuster(core, actor, number);
  const met = await meetNeed(core.database, head.id, id, core.now(), actor.name);
  if (met === null) throw problems['not-found']({ detail: 'no such need' });
  if (!met) throw musterProblems['need-met']();
}

/** Begins a safety count. A running one that still misses people is not cut off by another. */
export async function beginCount(core: MusterCore, actor: Actor, number: string): Promise<Id> {
  const head = await runningMuster(core, actor, number);
  const missing = await missingNow(core.database, head.id);
  if (missing) throw musterProblems['count-running']({ detail: String(missing), more: { missing } });
  const id = uuidv7();
  try {
    await core.database.transaction((tx) => insertCount(tx, { id, musterId: head.id, at: core.now(), by: actor.name }));
  } catch (error) {
    throw constraintRefusal(error, { muster_count_one: () => musterProblems['count-running']() });
  }
  return { id };
}

/** The commander answers a safety count for somebody. */
export async function markSafe(core: MusterCore, actor: Actor, number: string, responderId: string): Promise<void> {
  const head = await runningMuster(core, actor, number);
  if (!(await writeSafe(core.database, head.id, responderId, core.now()))) throw musterProblems['not-signed-in']();
}

/** Writes a line of the situation log; several at once all stand, in the order in which they came. */
export async function logLine(core: MusterCore, actor: Actor, number: string, text: string): Promise<void> {
  await core.matters.act(actor, number, 'log', null, { text });
}
