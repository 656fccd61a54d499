import type { muster } from '@gongzhi/contract/muster';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import { Refusal } from '@gongzhi/platform/problems';
import { toWgs84 } from '@gongzhi/territory';
import type { MusterCore } from '../muster.ts';
import { musterProblems } from '../problems.ts';
import { calledBy } from '../queries/find-muster.ts';
import { presentCall } from '../queries/read-call.ts';
import { judgeSignIn } from '../rules/judge-sign-in.ts';
import { codesInUse, headById } from '../store/heads.ts';
import { writeAnswer, writeSafe, writeSignIn } from '../store/members.ts';
import { selectPosts } from '../store/scene.ts';

type Call = AnswerOf<typeof muster.readCall>;

/** Signs somebody in at the scene. A repeat gives the first sign-in again, so that a phone may send it as often as it likes. */
export async function signIn(core: MusterCore, token: string, input: BodyOf<typeof muster.signIn>): Promise<Call> {
  const { musterId, member } = await calledBy(core, token);
  if (member.signedAt) return presentCall(core, musterId, member);
  const [head, codes, posts] = await Promise.all([
    headById(core.database, musterId),
    codesInUse(core.database),
    selectPosts(core.database, musterId),
  ]);
  const now = core.now();
  const at = input.at ? new Date(input.at) : now;
  const spot = (one: { longitude: number | null; latitude: number | null }) =>
    one.longitude === null || one.latitude === null ? [] : [{ longitude: one.longitude, latitude: one.latitude }];
  const point = input.place ? toWgs84([input.place.longitude, input.place.latitude], input.place.system) : undefined;
  const verdict = judgeSignIn({
    ...{ calledAt: member.calledAt, at, now, ended: head!.endedAt !== null, code: head!.code, radius: head!.radius },
    others: new Set([...codes].filter(([id]) => id !== musterId).map(([, code]) => code)),
    given: { code: input.code, place: point ? { longitude: point[0]!, latitude: point[1]! } : undefined },
    spots: [head!, ...posts].flatMap(spot),
  });
  if (verdict instanceof Refusal) throw verdict;
  await writeSignIn(core.database, musterId, member.responderId, { at, ...verdict });
  return callAgain(core, token);
}

/** Takes whether somebody comes; it may be said anew until the sign-in. */
export async function answerCall(core: MusterCore, token: string, input: BodyOf<typeof muster.answerCall>): Promise<Call> {
  const { musterId, member } = await calledBy(core, token);
  const head = await headById(core.database, musterId);
  if (head!.endedAt) throw musterProblems['muster-over']({ more: { endedAt: head!.endedAt } });
  await writeAnswer(core.database, musterId, member.responderId, { coming: input.coming, reason: input.reason ?? null, at: core.now() });
  return callAgain(core, token);
}

/** Takes that somebody is safe. Only those there are counted. */
export async function saySafe(core: MusterCore, token: string): Promise<Call> {
  const { musterId, member } = await calledBy(core, token);
  if (!(await writeSafe(core.database, musterId, member.responderId, core.now()))) throw musterProblems['not-signed-in']();
  return callAgain(core, token);
}

async function callAgain(core: MusterCore, token: string): Promise<Call> {
  const { musterId, member } = await calledBy(core, token);
  return presentCall(core, musterId, member);
}
