import type { Actor } from '@gongzhi/contract/actor';
import type { muster } from '@gongzhi/contract/muster';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { MusterCore } from '../muster.ts';
import { callPurpose, callToken } from '../rules/call-token.ts';
import { asked, statusOf } from '../rules/member-status.ts';
import { headById } from '../store/heads.ts';
import { type MemberRow, selectMyCalls } from '../store/members.ts';

/** The call as the person called sees it: what it is about, and how the person stands; nothing of the others. */
export async function presentCall(core: MusterCore, musterId: string, member: MemberRow): Promise<AnswerOf<typeof muster.readCall>> {
  const head = (await headById(core.database, musterId))!;
  const [text, [summary]] = await Promise.all([core.matters.texts([head.number]), core.matters.summaries([musterId])]);
  const location = head.longitude === null || head.latitude === null ? null : { longitude: head.longitude, latitude: head.latitude };
  return {
    ...{ number: head.number, title: head.title, body: text.get(head.number)?.body ?? '', address: summary?.address ?? null, location },
    ...{ state: summary?.state ?? 'called', rehearsal: head.rehearsal, calledAt: member.calledAt.toISOString(), name: member.name },
    ...{ status: statusOf(member), signedAt: member.signedAt?.toISOString() ?? null, askedSafe: asked(member) },
    shift:
      member.onShift && member.shiftFrom && member.shiftUntil
        ? { post: member.onShift, from: member.shiftFrom.toISOString(), until: member.shiftUntil.toISOString() }
        : null,
  };
}

/** Musters that call the actor, with the links to answer them. */
export async function listMyCalls(core: MusterCore, actor: Actor): Promise<AnswerOf<typeof muster.myCalls>> {
  if (actor.id === null) return { items: [] };
  const key = core.secret(callPurpose);
  return {
    items: (await selectMyCalls(core.database, actor.id)).map((call) => ({
      ...{ token: callToken(key, call.musterId, call.responderId), title: call.title, rehearsal: call.rehearsal },
      ...{ state: call.endedAt ? 'over' : 'running', calledAt: call.calledAt.toISOString(), status: statusOf(call) },
    })),
  };
}
