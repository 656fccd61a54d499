import { allRoutes } from '@gongzhi/contract';
import type { Access } from '@gongzhi/contract/route';
import { describe, expect, test } from 'vitest';
import type { Booted } from '../testing/booted.ts';
import { everybody, verdict } from './everybody.ts';
import { expectedAccess } from './expected-access.ts';
import { addressOf } from './well-formed.ts';

/** Needs nothing but an account, which a token is not. */
const accountNeeded = new Set(['identity.begin-second-factor']);

/** Every route × everybody there is: who is let in is what the table says, no more and no less. */
export function authorisationMatrix(server: () => Booted): void {
  describe('who may call what', () => {
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
        for (const caller of everybody) {
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
