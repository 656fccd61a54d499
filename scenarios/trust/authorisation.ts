import { allRoutes } from '@gongzhi/contract';
import { type Permission, type Role, roleNames, roles } from '@gongzhi/contract/permissions';
import type { Access } from '@gongzhi/contract/route';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Booted } from '../testing/booted.ts';
import { expectedAccess } from './expected-access.ts';
import { addressOf } from './well-formed.ts';

interface Caller {
  name: string;
  kind: 'anonymous' | 'resident' | 'staff' | 'token';
  permissions: readonly Permission[];
}

const administrators: Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];
const tokens: Record<string, readonly Permission[]> = {
  open311: [],
  'cases:read': ['case.read'],
  'cases:write': ['case.read', 'case.record', 'case.file', 'case.import'],
  'figures:read': ['figures.read', 'case.read'],
  admin: administrators.flatMap((role) => roles[role].permissions as readonly Permission[]),
};
const callers: Caller[] = [
  { name: 'nobody', kind: 'anonymous', permissions: [] },
  { name: 'resident', kind: 'resident', permissions: [] },
  ...roleNames.map((role): Caller => ({ name: `staff ${role}`, kind: 'staff', permissions: roles[role].permissions })),
  ...Object.entries(tokens).map(([scope, permissions]): Caller => ({ name: `token ${scope}`, kind: 'token', permissions })),
];

/** Needs nothing but an account, which a token is not. */
const accountNeeded = new Set(['identity.begin-second-factor']);

/** What the floor must say before anything else: let in, 401 or 403. */
function verdict(access: Access, caller: Caller): 'in' | 401 | 403 {
  if (access === 'public') return 'in';
  if (caller.kind === 'anonymous') return 401;
  if (access === 'signed-in') return 'in';
  if (access === 'staff') return caller.kind === 'staff' || caller.permissions.length > 0 ? 'in' : 403;
  if (access === 'resident') return caller.kind === 'resident' ? 'in' : 403;
  return [access].flat().some((permission) => caller.permissions.includes(permission as Permission)) ? 'in' : 403;
}

/** Every route × everybody there is: who is let in is what the table says, no more and no less. */
export function authorisationMatrix(server: () => Booted): void {
  describe('who may call what', () => {
    beforeAll(async () => {
      const { database } = server().product;
      const [centre] = await database.query<{ id: string }>(
        `select id from organisations.organisation where type = 'command-centre' limit 1`,
      );
      for (const role of roleNames) await server().enterStaff(`staff ${role}`, role, centre!.id);
      for (const scope of Object.keys(tokens)) await server().enterToken(`token ${scope}`, [scope]);
      await server().enterResident('resident');
    });

    test('every route has an entry in the table of who may call it, and none is left over', () => {
      expect(allRoutes.map((route) => route.name).sort()).toEqual(Object.keys(expectedAccess).sort());
    });

    // Signing out ends the session that the other routes need.
    const ordered = allRoutes.toSorted((a, b) => Number(a.name === 'identity.sign-out') - Number(b.name === 'identity.sign-out'));
    for (const route of ordered)
      test(`${route.name} lets in exactly those whom its entry names`, async () => {
        const expected = expectedAccess[route.name];
        expect(expected).toBeDefined();
        const wrong: string[] = [];
        for (const caller of callers) {
          const asked = await fetch(`${server().address}${addressOf(route)}`, {
            method: route.method,
            headers: {
              ...(await server().headersOf(caller.kind === 'anonymous' ? null : caller.name)),
              ...(route.body ? { 'content-type': 'application/json' } : {}),
            },
            ...(route.body ? { body: '{}' } : {}),
            redirect: 'manual',
          });
          await asked.body?.cancel();
          const refusesTokens = caller.kind === 'token' && accountNeeded.has(route.name);
          const should = refusesTokens ? 403 : verdict(expected as Access, caller);
          const was = asked.status === 401 || asked.status === 403 ? asked.status : 'in';
          if (was !== should) wrong.push(`${caller.name}: ${should} expected, ${asked.status} answered`);
          if (asked.status >= 500) wrong.push(`${caller.name}: ${asked.status}`);
        }
        expect(wrong).toEqual([]);
      });
  });
}
