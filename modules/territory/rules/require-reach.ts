import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import { type Permission, permissions } from '@gongzhi/contract/permissions';
import { problems } from '@gongzhi/platform/problems';

/** Whether one of the permissions reaches the area. The product itself reaches everywhere. */
export function reaches(actor: Actor, wanted: Permission | readonly Permission[], areaCode: string): boolean {
  const any = typeof wanted === 'string' ? [wanted] : wanted;
  return actor.kind === 'system' || any.some((permission) => reachesArea(actor, permission, areaCode));
}

/** Refuses as `not-permitted`, naming the area, unless one of the permissions reaches it. */
export function requireReach(actor: Actor, wanted: Permission | readonly Permission[], areaCode: string): void {
  if (reaches(actor, wanted, areaCode)) return;
  const any = typeof wanted === 'string' ? [wanted] : wanted;
  throw problems['not-permitted']({
    detail: `${any.map((permission) => `“${permissions[permission].zh}”`).join(' / ')} does not reach the area ${areaCode || '(all)'}`,
    more: { permission: any, areaCode },
  });
}

/**
 * Refuses unless the permission reaches every top-level area: for what holds for all of them, such as the statutory calendar or
 * a post template. In a district of its own its administrator may; among several districts only somebody above them.
 */
export function requireEverywhere(actor: Actor, wanted: Permission, roots: readonly string[]): void {
  if (roots.length === 0) requireReach(actor, wanted, '');
  for (const root of roots) requireReach(actor, wanted, root);
}
