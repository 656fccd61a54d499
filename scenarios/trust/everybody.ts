import { type Permission, type Role, roleNames, roles } from '@gongzhi/contract/permissions';
import type { Access } from '@gongzhi/contract/route';
import type { Booted } from '../testing/booted.ts';

export interface Caller {
  /** Under which the client knows it; `nobody` is nobody. */
  name: string;
  kind: 'anonymous' | 'resident' | 'staff' | 'token';
  permissions: readonly Permission[];
}

const administrators: Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];
/** What a token of a scope may do. */
export const tokenPermissions: Record<string, readonly Permission[]> = {
  open311: [],
  'cases:read': ['case.read'],
  'cases:write': ['case.read', 'case.record', 'case.file', 'case.import'],
  'figures:read': ['figures.read', 'case.read'],
  admin: administrators.flatMap((role) => roles[role].permissions as readonly Permission[]),
};

/** One caller of every sort there is, with what it may do everywhere in the district. */
export const everybody: Caller[] = [
  { name: 'nobody', kind: 'anonymous', permissions: [] },
  { name: 'resident', kind: 'resident', permissions: [] },
  ...roleNames.map((role): Caller => ({ name: `staff ${role}`, kind: 'staff', permissions: roles[role].permissions })),
  ...Object.entries(tokenPermissions).map(([scope, permissions]): Caller => ({ name: `token ${scope}`, kind: 'token', permissions })),
];

/** Makes all of them known to the client; staff sits in the command centre of the demo district. */
export async function introduceEverybody(server: Booted): Promise<void> {
  const [centre] = await server.product.database.query<{ id: string }>(
    `select id from organisations.organisation where type = 'command-centre' limit 1`,
  );
  for (const role of roleNames) await server.enterStaff(`staff ${role}`, role, centre!.id);
  for (const scope of Object.keys(tokenPermissions)) await server.enterToken(`token ${scope}`, [scope]);
  await server.enterResident('resident');
}

/** What the floor must say to a caller before anything else. */
export function verdict(access: Access, caller: Caller): 'in' | 401 | 403 {
  if (access === 'public') return 'in';
  if (caller.kind === 'anonymous') return 401;
  if (access === 'signed-in') return 'in';
  if (access === 'staff') return caller.kind === 'staff' || caller.permissions.length > 0 ? 'in' : 403;
  if (access === 'resident') return caller.kind === 'resident' ? 'in' : 403;
  return [access].flat().some((permission) => caller.permissions.includes(permission as Permission)) ? 'in' : 403;
}

/** Somebody whom a route lets in, staff first; null is nobody. */
export function somebodyFor(access: Access): string | null {
  if (access === 'public') return null;
  const staffFirst = everybody.toSorted((a, b) => Number(b.kind === 'staff') - Number(a.kind === 'staff'));
  return staffFirst.find((caller) => verdict(access, caller) === 'in')!.name;
}
