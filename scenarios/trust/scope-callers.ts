import { type Permission, type Role, roleNames, roles } from '@gongzhi/contract/permissions';
import type { Access, AnyRoute } from '@gongzhi/contract/route';
import type { Booted } from '../testing/booted.ts';
import { type Caller, tokenPermissions } from './everybody.ts';

/** An authority as the oracle reckons with it: a post, or a token, which stands like one. */
export interface Authority {
  permissions: readonly Permission[];
  areaCode: string;
  organisationId: string | null;
}

/** Somebody who stands at one place, so that there is an inside and an outside. */
export interface ScopedCaller extends Caller {
  authorities: Authority[];
}

/** What lies at a place, as far as the oracle needs to know. */
export interface Placed {
  grid: string;
  /** Units with a part in the case. */
  parts: string[];
  reporter: string | null;
}

const may = (authority: Authority, permission: Permission) => authority.permissions.includes(permission);
const isUnitRole = (role: Role) => may({ permissions: roles[role].permissions, areaCode: '', organisationId: null }, 'case.read') === false;

/** Whether an authority that lets in to the route reaches the place. */
export function reaches(access: Access, caller: ScopedCaller, { grid }: Placed): boolean {
  const wanted = [access].flat() as Permission[];
  return caller.authorities.some((one) => wanted.some((permission) => may(one, permission)) && grid.startsWith(one.areaCode));
}

/** Whether the caller sees the case at the place: by area, by a part of its unit, or as its reporter. */
export function sees(caller: ScopedCaller, placed: Placed, by: (authority: Authority) => boolean = () => true): boolean {
  if (caller.kind === 'resident') return placed.reporter === caller.name;
  return caller.authorities
    .filter(by)
    .some(
      (one) =>
        (may(one, 'case.read') && placed.grid.startsWith(one.areaCode)) ||
        (may(one, 'case.handle') && one.organisationId !== null && placed.parts.includes(one.organisationId)),
    );
}

export interface Places {
  /** Where area roles stand, with its area; where unit roles stand, with the whole district as area. */
  here: { organisationId: string; areaCode: string };
  there: { organisationId: string; areaCode: string };
  department: { organisationId: string; areaCode: string };
}

/** One caller of every role and token at one place; a department's people in a department. */
export async function introduceScoped(server: Booted, places: Places): Promise<ScopedCaller[]> {
  const callers: ScopedCaller[] = [{ name: 'nobody', kind: 'anonymous', permissions: [], authorities: [] }];
  for (const role of roleNames) {
    const stand =
      isUnitRole(role) && may({ ...roles[role], areaCode: '', organisationId: null }, 'case.handle') ? places.department : places.here;
    const name = `${role} at one place`;
    await server.enterStaff(name, role, stand.organisationId);
    const { permissions } = roles[role];
    callers.push({ name, kind: 'staff', permissions, authorities: [{ permissions, ...stand }] });
  }
  for (const [scope, permissions] of Object.entries(tokenPermissions)) {
    const name = `token ${scope} for one place`;
    await server.enterToken(name, [scope], places.here.areaCode);
    callers.push({
      name,
      kind: 'token',
      permissions,
      authorities: [{ permissions, areaCode: places.here.areaCode, organisationId: null }],
    });
  }
  callers.push({ name: 'scope resident', kind: 'resident', permissions: [], authorities: [] });
  return callers;
}

const administrators: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];

/**
 * Somebody who holds what the route asks for at one place and everything else at another: what is permitted at the one must not reach to the
 * other. Null where a route asks for no permission.
 */
export async function introduceTorn(
  server: Booted,
  places: Places,
  route: AnyRoute,
  known: Map<string, ScopedCaller>,
): Promise<ScopedCaller | null> {
  if (['public', 'signed-in', 'staff', 'resident'].includes(route.access as string)) return null;
  const wanted = [route.access].flat() as Permission[];
  const has = (role: Role) => wanted.some((permission) => (roles[role].permissions as readonly Permission[]).includes(permission));
  const name = `holder of ${wanted.join(' or ')} at one place and of all else at another`;
  const found = known.get(name);
  if (found) return found;
  const first = roleNames.find(has)!;
  const others = roleNames.filter((role) => !has(role) && !administrators.includes(role));
  const posts = [{ role: first, ...places.here }, ...others.map((role) => ({ role, ...places.there }))];
  await server.enterHolder(name, posts);
  const caller: ScopedCaller = {
    name,
    kind: 'staff',
    permissions: posts.flatMap(({ role }) => roles[role].permissions as readonly Permission[]),
    authorities: posts.map(({ role, ...stand }) => ({ permissions: roles[role].permissions, ...stand })),
  };
  known.set(name, caller);
  return caller;
}
