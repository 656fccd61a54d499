import { type Actor, system } from '@gongzhi/contract/actor';
import type { Snapshot } from '@gongzhi/matters';
import { pairs } from '@gongzhi/platform/lifecycle';
import { Refusal } from '@gongzhi/platform/problems';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type District, openDistrict, people, pointIn, units } from '../../modules/cases/testing/district.ts';
import { example, schemaOf } from './well-formed.ts';

/** By name, because tests are named before there is a district to ask. */
const states =
  'recorded filed dispatched objected handling suspended answered verified closed archived joined rejected diverted withdrawn'.split(' ');
let district: District;
let reporter: Actor;
let other: string;
const table = () => district.cases.kind.table;

beforeAll(async () => {
  district = await openDistrict();
  reporter = await district.resident('诉求人', '13612345678');
  other = await open();
});
afterAll(() => district.close());

async function open(): Promise<string> {
  const opened = await district.cases.open(people.operator, {
    ...{ body: '路灯不亮已经三天', channel: 'hotline', urgency: 1, confidential: false, files: [] },
    ...{ place: pointIn(0), reporter: { name: '诉求人', phone: '13612345678' } },
  });
  return opened.number;
}

const reason = { reason: '写明的原因' };
/** How a case comes into a state: who does what, one after the other. */
const dispatched: [Actor, string, Record<string, unknown>][] = [
  [people.dispatcher, 'file', { category: '0101' }],
  [people.dispatcher, 'dispatch', { lead: units.cityManagement, assist: [] }],
];
const handling = [...dispatched, [people.cityManagement, 'sign', {}] as (typeof dispatched)[number]];
const answered = [
  ...handling,
  [people.cityManagement, 'feed-back', { result: '修好了', outcome: 'solved' }] as (typeof dispatched)[number],
];
const verified = [...answered, [people.dispatcher, 'verify', {}] as (typeof dispatched)[number]];
const closed = [...verified, [people.dispatcher, 'close', {}] as (typeof dispatched)[number]];
const ways = (): Record<string, [Actor, string, Record<string, unknown>][]> => ({
  recorded: [],
  filed: dispatched.slice(0, 1),
  dispatched,
  objected: [...dispatched, [people.cityManagement, 'object', reason]],
  handling,
  suspended: [
    ...handling,
    [people.cityManagement, 'request-suspension', { cause: 'project', ...reason }],
    [people.dispatcher, 'grant-suspension', {}],
  ],
  answered,
  verified,
  closed,
  archived: closed,
  joined: [[people.dispatcher, 'join', { to: other }]],
  rejected: [[people.dispatcher, 'reject', reason]],
  diverted: [[people.dispatcher, 'divert', { to: '市级平台', ...reason }]],
  withdrawn: [[people.dispatcher, 'withdraw', reason]],
});

async function bringTo(state: string): Promise<Snapshot> {
  const number = await open();
  for (const [actor, action, input] of ways()[state]!) await district.matters.act(actor, number, action, null, input);
  if (state === 'archived') {
    // The window to reopen is over only after days; the case is made as old as it needs to be.
    await district.database.query(`update matters.matter set closed_at = closed_at - interval '60 days' where number = $1`, [number]);
    await district.matters.act(system, number, 'archive', null, {});
  }
  const matter = await district.matters.snapshot(people.dispatcher, number);
  expect(matter.state).toBe(state);
  return matter;
}

/** Somebody for every capacity that an action may ask for. */
const holders = (): Record<string, Actor> => ({
  ...{ filer: people.operator, dispatcher: people.dispatcher, verifier: people.dispatcher, supervisor: people.supervisor },
  ...{ caller: people.caller, publisher: people.editor, lead: people.cityManagement, assist: people.housing, recorder: people.operator },
  ...{ reporter, system },
});
const given: Record<string, Record<string, unknown>> = {
  file: { category: '0101' },
  dispatch: { lead: units.cityManagement, assist: [] },
  reassign: { lead: units.water, assist: [], ...reason },
  'add-assist': { assist: [units.housing] },
};

function inputOf(action: string): Record<string, unknown> {
  if (given[action]) return given[action];
  if (action === 'join') return { to: other };
  const { input } = table().actions[action]!;
  return input ? (example(schemaOf(input), false) as Record<string, unknown>) : {};
}
const attempt = (actor: Actor, matter: Snapshot, action: string) =>
  district.matters.act(actor, matter.number, action, matter.version, inputOf(action)).then(
    () => 'done',
    (error) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

/** The refusals that a guard of the table, or what the act itself needs, may give in place of the act. */
const byGuard = [
  ...['nothing-asked', 'ask-waiting', 'past-due', 'assistants-not-done', 'children-open', 'part-signed', 'part-done', 'window-over'],
  ...['window-running', 'already-rated', 'not-published', 'published-already', 'return-after-designation', 'action-not-yours'],
];

describe('every pair of state and action is decided', () => {
  for (const state of states)
    test(`in state ${state}`, { timeout: 150_000 }, async () => {
      let matter = await bringTo(state);
      const undecided: string[] = [];
      for (const pair of pairs(table()).filter((one) => one.state === state)) {
        const row = table().actions[pair.action]!;
        const actors = row.who.map((capacity) => holders()[capacity]!);
        if (!pair.allowed) {
          // Nobody may, whatever he holds; those whom the case is no business of do not even learn of it.
          for (const actor of actors) {
            const told = await attempt(actor, matter, pair.action);
            if (told !== 'action-not-now' && told !== 'matter-not-found')
              undecided.push(`${pair.action} is not in the table and was answered ${told}`);
          }
          continue;
        }
        const answers: string[] = [];
        for (const actor of actors) {
          const told = await attempt(actor, matter, pair.action);
          answers.push(told);
          if (told !== 'done') continue;
          const after = await district.matters.snapshot(people.dispatcher, matter.number);
          if (after.state !== pair.to) undecided.push(`${pair.action} led to ${after.state} and not to ${pair.to}`);
          matter = await bringTo(state);
          break;
        }
        if (!answers.includes('done') && !answers.every((told) => byGuard.includes(told) || told === 'matter-not-found'))
          undecided.push(`${pair.action} is in the table and was answered ${answers}`);
      }
      expect(undecided).toEqual([]);
    });
});

test('no state of the table was left out', () => {
  expect(Object.keys(table().states).toSorted()).toEqual(states.toSorted());
});
