import { type Actor, may, reachesArea } from '@gongzhi/contract/actor';
import type { Permission } from '@gongzhi/contract/permissions';
import { type AdministratorRole, administratorOf } from './authority.ts';

type Post = { role: string; areaCode: string };

const administering = ['account.edit', 'security.edit'] as const;

/** An account shows to whoever administers a place where its person holds a post; one without posts shows to every administrator. */
export function seesAccount(actor: Actor, posts: readonly Post[]): boolean {
  if (actor.kind === 'system') return true;
  return administering.some(
    (permission) => may(actor, permission) && (posts.length === 0 || posts.some((post) => reachesArea(actor, permission, post.areaCode))),
  );
}

/** To change an account one must reach every place where its person holds a post: else a subdistrict could take over the district. */
export function reachesAccount(actor: Actor, permission: Permission, posts: readonly Post[]): boolean {
  if (actor.kind === 'system') return true;
  return may(actor, permission) && posts.every((post) => reachesArea(actor, permission, post.areaCode));
}

const ownPermission: Record<AdministratorRole, Permission> = {
  'system-administrator': 'account.edit',
  'security-administrator': 'security.edit',
  'audit-administrator': 'audit.read',
};

/**
 * Whether the actor may be given the means to sign in as this account (a password, a single sign-on mapping). Of administrators only the same
 * kind may: whoever can sign in as the auditor is not audited.
 */
export function mayTakeOver(actor: Actor, posts: readonly Post[]): boolean {
  const kind = administratorOf(posts);
  return kind === null || actor.kind === 'system' || may(actor, ownPermission[kind]);
}
