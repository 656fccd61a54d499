import type { Actor } from '@gongzhi/contract/actor';
import type { Snapshot } from '@gongzhi/matters';
import { pairs } from '@gongzhi/platform/lifecycle';
import { Refusal } from '@gongzhi/platform/problems';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type District, openDistrict, people } from '../../modules/cases/testing/district.ts';
import { actInputs } from './act-inputs.ts';
import { type CaseWays, caseWays, type Situation, states } from './case-ways.ts';

let district: District;
let ways: CaseWays;
const table = () => district.cases.kind.table;
beforeAll(async () => {
  district = await openDistrict();
  ways = await caseWays(district);
});
afterAll(() => district.close());

/** What must be so for an act beyond the plain way into the state. */
const possible: Record<string, Situation> = {
  'sign-assist': { assist: true },
  'complete-part': { assist: true },
  'grant-extension': { asked: 'extension' },
  'refuse-extension': { asked: 'extension' },
  'grant-suspension': { asked: 'suspension' },
  'refuse-suspension': { asked: 'suspension' },
  archive: { aged: true },
  unpublish: { published: true },
};
/** By guard: what breaks it, what it then says, and where it can be broken at all. */
const broken: Record<string, { so: Situation; code: string; only?: string[] }> = {
  'not-designated': { so: { designated: true }, code: 'return-after-designation' },
  'no-ask': { so: { asked: 'extension' }, code: 'ask-waiting', only: ['handling'] },
  'extension-asked': { so: { asked: 'suspension' }, code: 'nothing-asked' },
  'suspension-asked': { so: { asked: 'extension' }, code: 'nothing-asked' },
  'before-due': { so: { late: true }, code: 'past-due' },
  'assistants-done': { so: { assist: true }, code: 'assistants-not-done' },
  'children-ended': { so: { child: true }, code: 'children-open' },
  'assist-unsigned': { so: { assist: true, twice: true }, code: 'part-signed' },
  'assist-undone': { so: { assist: true, twice: true }, code: 'part-done' },
  'within-window': { so: { aged: true }, code: 'window-over' },
  'window-over': { so: {}, code: 'window-running' },
  'not-rated-by-reporter': { so: { twice: true }, code: 'already-rated' },
  published: { so: {}, code: 'not-published' },
  unpublished: { so: { twice: true }, code: 'published-already' },
};

const attempt = (actor: Actor, matter: Snapshot, action: string) =>
  district.matters.act(actor, matter.number, action, null, ways.inputOf(action)).then(
    () => 'done',
    (error) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
const seenBy = (actor: Actor, matter: Snapshot) =>
  district.matters.snapshot(actor, matter.number).then(
    () => true,
    () => false,
  );

describe('every pair of state and action is decided', () => {
  for (const state of states)
    test(`in state ${state}`, { timeout: 150_000 }, async () => {
      const wrong: string[] = [];
      const demand = (what: string, was: string, should: string) => {
        if (was !== should) wrong.push(`${what}: ${should} expected, ${was} was`);
      };
      const here = pairs(table()).filter((pair) => pair.state === state);
      const still = await ways.bringTo(state, { assist: true });
      for (const { action } of here.filter((pair) => !pair.allowed))
        for (const capacity of table().actions[action]!.who) {
          // Nobody may, whatever he holds; those whom the case is no business of do not even learn of it.
          const actor = ways.holders[capacity]!;
          demand(
            `${action} by ${capacity}`,
            await attempt(actor, still, action),
            (await seenBy(actor, still)) ? 'action-not-now' : 'matter-not-found',
          );
        }
      for (const { action, to } of here.filter((pair) => pair.allowed)) {
        const row = table().actions[action]!;
        for (const guard of row.when ?? []) {
          const { so, code, only } = broken[guard]!;
          if (only && !only.includes(state)) continue;
          const matter = await ways.bringTo(state, { ...(so.twice ? possible[action] : {}), ...so });
          const actor = ways.holders[row.who.find((capacity) => capacity !== 'reporter') ?? row.who[0]!]!;
          if (so.twice) demand(`${action} at first`, await attempt(actor, matter, action), 'done');
          demand(`${action} against ${guard}`, await attempt(actor, matter, action), code);
        }
        const matter = await ways.bringTo(state, possible[action]);
        const actor = ways.holders[row.who[0]!]!;
        demand(action, await attempt(actor, matter, action), 'done');
        demand(`${action} led to`, (await district.matters.snapshot(people.dispatcher, matter.number)).state, to!);
      }
      expect(wrong).toEqual([]);
    });
});

test('no state of the table was left out, and no guard is without what breaks it', () => {
  expect(Object.keys(table().states).toSorted()).toEqual(states.toSorted());
  const guards = new Set(Object.values(table().actions).flatMap((row) => row.when ?? []));
  expect([...guards].toSorted()).toEqual(Object.keys(broken).toSorted());
});

actInputs(() => ({ district, ways }));
