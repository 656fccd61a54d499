import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { Permission } from '@gongzhi/contract/permissions';
import type { MusterCore } from '../muster.ts';
import { musterProblems } from '../problems.ts';
import { callPurpose, readCallToken } from '../rules/call-token.ts';
import { type HeadRow, headByNumber } from '../store/heads.ts';
import { type MemberRow, memberOf } from '../store/members.ts';

/** A muster in an area where the actor has one of the permissions; `muster-not-found` otherwise. */
export async function musterFor(
  core: MusterCore,
  actor: Actor,
  number: string,
  permissions: readonly Permission[] = ['muster.call'],
): Promise<HeadRow> {
  const head = await headByNumber(core.database, number);
  if (!head || !permissions.some((permission) => reachesArea(actor, permission, head.areaCode))) throw musterProblems['muster-not-found']();
  return head;
}

/** The same, and it goes on. */
export async function runningMuster(core: MusterCore, actor: Actor, number: string): Promise<HeadRow> {
  const head = await musterFor(core, actor, number);
  if (head.endedAt) throw musterProblems['muster-over']({ more: { endedAt: head.endedAt } });
  return head;
}

/** Whose call a link is. */
export async function calledBy(core: MusterCore, token: string): Promise<{ musterId: string; member: MemberRow }> {
  const ids = readCallToken(core.secret(callPurpose), token);
  const member = ids && (await memberOf(core.database, ids.musterId, ids.responderId));
  if (!ids || !member) throw musterProblems['call-unknown']();
  return { musterId: ids.musterId, member };
}

/** Areas whose musters the actor may see: those of posts that call or read the board, and read what lies there. */
export const seenAreas = (actor: Actor) =>
  actor.posts
    .filter(
      ({ permissions }) => (permissions.includes('muster.call') || permissions.includes('board.read')) && permissions.includes('case.read'),
    )
    .map((post) => post.areaCode);
