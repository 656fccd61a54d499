import { describe, expect, test } from 'vitest';
import type { District, Person } from '../../modules/cases/testing/district.ts';
import { people } from '../../modules/cases/testing/district.ts';
import type { CaseWays, Situation } from './case-ways.ts';
import { spoiltBodies } from './spoil.ts';
import { schemaOf } from './well-formed.ts';

/** Actions are tried where their input is looked at: in the first state of the table, by who may do them. */
const first: Record<string, Situation> = { 'sign-assist': { assist: true }, 'complete-part': { assist: true } };

/** The input of every action, got wrong in every way that its own schema knows: refused with the field, and the case stays as it was. */
export function actInputs(world: () => { district: District; ways: CaseWays }): void {
  describe('what an act is told', () => {
    test('wrongly is refused with the name of the field, whatever the action', { timeout: 150_000 }, async () => {
      const { district, ways } = world();
      const wrong: string[] = [];
      const names = new Map(Object.entries(people).map(([name, actor]) => [actor, name as Person]));
      let tried = 0;
      for (const [action, row] of Object.entries(district.cases.kind.table.actions)) {
        if (!row.input) continue;
        const matter = await ways.bringTo(row.from[0]!, first[action]);
        const holder = row.who.map((capacity) => ways.holders[capacity]!).find((actor) => names.has(actor));
        const who = holder ? names.get(holder)! : '诉求人';
        for (const { what, value, refused } of spoiltBodies(schemaOf(row.input), ways.inputOf(action), 'input')) {
          // What may be acceptable is only weighed: it must not change what the next attempt finds.
          const [url, body] = refused
            ? [`/api/matters/${matter.number}/actions/${action}`, { version: matter.version, input: value }]
            : ['/api/matter-acts', { matters: [{ number: matter.number, version: matter.version }], action, input: value, dryRun: true }];
          if (!refused && who === '诉求人') continue;
          const answer = await district.call(who, 'POST', url, body);
          tried += 1;
          if (answer.status >= 500) wrong.push(`${action} ${what}: ${answer.status}`);
          if (!refused) continue;
          const { code, errors = [] } = answer.body as { code: string; errors?: { field: string; reason: string }[] };
          const named = errors.some((error) => error.field.startsWith('input') && error.reason);
          if (answer.status !== 400 || code !== 'invalid-input' || !named)
            wrong.push(`${action} ${what}: ${answer.status} ${code} ${JSON.stringify(errors)}`);
        }
        expect((await district.matters.snapshot(people.dispatcher, matter.number)).version).toBe(matter.version);
      }
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(1000);
    });
  });
}
