import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allRoutes } from '@gongzhi/contract';
import type { AnyRoute } from '@gongzhi/contract/route';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Booted } from '../testing/booted.ts';
import { verdict } from './everybody.ts';
import { introduceScoped, introduceTorn, type ScopedCaller } from './scope-callers.ts';
import type { ScopeEntry } from './scope-entry.ts';
import { scopeOfAreas } from './scope-of-areas.ts';
import { scopeOfCommand } from './scope-of-command.ts';
import { scopeOfIntelligence } from './scope-of-intelligence.ts';
import { scopeOfMatters } from './scope-of-matters.ts';
import { scopeOfSelf } from './scope-of-self.ts';
import { buildScopeWorld, type ScopeWorld } from './scope-world.ts';
import { selfAndSecret } from './self-and-secret.ts';
import { unscoped } from './unscoped.ts';

const entries: Record<string, ScopeEntry> = {
  ...scopeOfMatters,
  ...scopeOfIntelligence,
  ...scopeOfAreas,
  ...scopeOfSelf,
  ...scopeOfCommand,
};
const inTurn = 4;

/** Every route × everybody × inside and outside: who reaches what is what an oracle says that knows only posts, areas, parts and reporters. */
export function scopeMatrix(server: () => Booted): void {
  describe('who reaches what', () => {
    let world: ScopeWorld;
    let callers: ScopedCaller[];
    const torn = new Map<string, ScopedCaller>();
    beforeAll(async () => {
      world = await buildScopeWorld(server());
      callers = await introduceScoped(server(), world.places);
    }, 120_000);

    test('every route has an entry of how it is narrowed, and the contract declares the same', () => {
      const declared = Object.fromEntries(allRoutes.map((route) => [route.name, route.scope]));
      const held = Object.fromEntries(Object.entries(entries).map(([name, { scope }]) => [name, scope]));
      expect({ ...held, ...Object.fromEntries(unscoped.map((name) => [name, 'none'])) }).toEqual(declared);
    });

    test('a test that shows the scope of a route elsewhere is there', () => {
      const named = Object.values(entries).flatMap((entry) => (entry.over === 'nothing' && entry.shownIn ? [entry.shownIn] : []));
      expect(named.filter((file) => !existsSync(join(import.meta.dirname, '../..', file)))).toEqual([]);
    });

    const judge = async <T extends { name: string }>(
      route: AnyRoute,
      entry: {
        ask(w: ScopeWorld, c: ScopedCaller, t: T): Promise<string>;
        expected(a: AnyRoute['access'], c: ScopedCaller, t: T): boolean;
      },
      targets: T[],
    ) => {
      const both = await introduceTorn(server(), world.places, route, torn);
      const admitted = [...callers, ...(both ? [both] : [])].filter((caller) => verdict(route.access, caller) === 'in');
      const asked = admitted.flatMap((caller) => targets.map((target) => ({ caller, target })));
      const wrong: string[] = [];
      const seen = { in: 0, out: 0 };
      const next = async (): Promise<void> => {
        for (let one = asked.pop(); one; one = asked.pop()) {
          const should = entry.expected(route.access, one.caller, one.target) ? 'in' : 'out';
          const was = await entry.ask(world, one.caller, one.target);
          seen[should] += 1;
          if (was !== should) wrong.push(`${one.caller.name} → ${one.target.name}: ${should} expected, ${was} was`);
        }
      };
      await Promise.all(Array.from({ length: inTurn }, next));
      expect(wrong.sort()).toEqual([]);
      // Without somebody outside nothing would have been shown.
      expect(seen.out).toBeGreaterThan(0);
    };
    for (const route of allRoutes) {
      const entry = entries[route.name];
      if (!entry || entry.over === 'nothing') continue;
      test(`${route.name} reaches what lies inside, and nothing outside`, { timeout: 120_000 }, () =>
        entry.over === 'cases' ? judge(route, entry, world.cases) : judge(route, entry, world.sides),
      );
    }
    selfAndSecret(() => world);
  });
}
