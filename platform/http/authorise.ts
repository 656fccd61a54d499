import { type Actor, may } from '@gongzhi/contract/actor';
import { type Permission, permissions } from '@gongzhi/contract/permissions';
import type { Access } from '@gongzhi/contract/route';
import { problems } from '../problems/index.ts';

/** Throws unless the actor may call a route with this access at all; scope is the business of the queries behind it. */
export function authorise(access: Access, actor: Actor): void {
  if (access === 'public') return;
  if (actor.kind === 'anonymous') throw problems['sign-in-required']();
  if (actor.kind === 'system' || access === 'signed-in') return;
  if (access === 'staff') {
    if (actor.kind === 'staff' || (actor.kind === 'token' && actor.posts.length > 0)) return;
    throw problems['not-permitted']({ detail: 'This is for staff' });
  }
  if (access === 'resident') {
    if (actor.kind === 'resident') return;
    throw problems['not-permitted']({ detail: 'This is for residents signed in by telephone' });
  }
  const wanted = (typeof access === 'string' ? [access] : access) as readonly Permission[];
  if (wanted.some((permission) => may(actor, permission))) return;
  throw problems['not-permitted']({
    detail: `It needs ${wanted.map((permission) => `“${permissions[permission].zh}”`).join(' / ')}`,
    more: { permission: wanted },
  });
}
