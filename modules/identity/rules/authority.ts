import type { ActorPost } from '@gongzhi/contract/actor';
import { type Permission, type Role, roles } from '@gongzhi/contract/permissions';
import type { TokenScope } from '../identity.ts';

/** Three administrators watch each other (graded protection, 三员分立), so one person may be only one of them. */
export const administratorRoles = ['system-administrator', 'security-administrator', 'audit-administrator'] as const satisfies Role[];
export type AdministratorRole = (typeof administratorRoles)[number];

export const administratorOf = (posts: readonly { role: string }[]): AdministratorRole | null =>
  administratorRoles.find((role) => posts.some((post) => post.role === role)) ?? null;

type PostRow = Omit<ActorPost, 'permissions'>;

/**
 * What posts permit. Of several kinds of administrator only the first in the order above counts; the posts of the others permit nothing and
 * are named in `withheld`. With `nothing`, no post permits anything: the holder has a one-time password to change first.
 */
export function authorityOf(rows: readonly PostRow[], nothing: boolean): { posts: ActorPost[]; withheld: string[] } {
  const kept = administratorOf(rows);
  const clashes = (row: PostRow) => (administratorRoles as readonly string[]).includes(row.role) && row.role !== kept;
  const posts = rows.map(({ postId, role, title, organisationId, organisationName, areaCode }) => ({
    ...{ postId, role, title, organisationId, organisationName, areaCode },
    permissions: nothing || clashes({ postId, role, title, organisationId, organisationName, areaCode }) ? [] : permissionsOf(role),
  }));
  return { posts, withheld: rows.filter(clashes).map((row) => row.postId) };
}

function permissionsOf(role: string): readonly Permission[] {
  return Object.hasOwn(roles, role) ? roles[role as Role].permissions : [];
}

const scopePermissions: Record<Exclude<TokenScope, 'admin'>, readonly Permission[]> = {
  // Open311 asks for the scope itself; its own rules say what a key may do.
  open311: [],
  'cases:read': ['case.read'],
  'cases:write': ['case.read', 'case.record', 'case.file', 'case.import'],
  'figures:read': ['figures.read', 'case.read'],
};

// A token belongs to no organisation; the nil id is a valid one that no row has.
export const noOrganisation = '00000000-0000-0000-0000-000000000000';

/**
 * What the scopes of a token permit under its area. `admin` is the system administrator; only one made on the command line, by whoever
 * holds the machine anyway, is all three administrators: else a system administrator could make himself the auditor of himself.
 */
export function tokenPost(token: { id: string; name: string; scopes: readonly string[]; areaCode: string; byCommand: boolean }): ActorPost {
  const granted = new Set<Permission>();
  for (const scope of token.scopes) {
    if (scope === 'admin')
      for (const role of token.byCommand ? administratorRoles : (['system-administrator'] as const))
        for (const permission of roles[role].permissions) granted.add(permission);
    else if (Object.hasOwn(scopePermissions, scope))
      for (const permission of scopePermissions[scope as keyof typeof scopePermissions]) granted.add(permission);
  }
  return {
    postId: token.id,
    role: 'token',
    title: token.name,
    organisationId: noOrganisation,
    organisationName: '',
    areaCode: token.areaCode,
    permissions: [...granted],
  };
}
