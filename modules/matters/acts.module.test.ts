import { type Actor, system } from '@gongzhi/contract/actor';
import { pairs } from '@gongzhi/platform/lifecycle';
import { Refusal } from '@gongzhi/platform/problems';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnMany } from './commands/act-on-many.ts';
import { errand, errandTable, firstOf, newErrand } from './testing/errand.ts';
import { dispatcher, handler, lights, neighbours, reporter, resident, staff, testLedger } from './testing/ledger.ts';

let ledger: Awaited<ReturnType<typeof testLedger>>;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.database.close());

const open = (differing: Parameters<typeof newErrand>[0] = {}) =>
  ledger.matters.open(errand, dispatcher, newErrand({ reporterId: reporter, ...differing }), firstOf);
const act = (actor: Actor, number: string, action: string, input: Record<string, unknown> = {}, version: number | null = null) =>
  ledger.matters.act(actor, number, action, version, input);
const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(
    () => new Error('it was not refused'),
    (thrown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error;
  return error;
};

const takers = staff(['990101', ['case.read', 'case.handle'], lights]);

/** For every action, somebody who may do it and an input that it takes. */
const doers: Record<string, [Actor, Record<string, unknown>]> = {
  give: [dispatcher, { organisationId: lights }],
  take: [takers, {}],
  hold: [takers, { reason: '等材料' }],
  'go-on': [takers, {}],
  finish: [takers, {}],
  'file-away': [dispatcher, {}],
  'take-up-again': [resident, { reason: '又坏了' }],
  drop: [dispatcher, { reason: '不需要了' }],
  rename: [dispatcher, { title: '路灯又不亮' }],
  divide: [dispatcher, { titles: ['其一'] }],
  note: [dispatcher, { note: '看过' }],
  judge: [resident, { satisfaction: 4 }],
  publish: [dispatcher, {}],
};
const ways: Record<string, string[]> = {
  asked: [],
  given: ['give'],
  doing: ['give', 'take'],
  held: ['give', 'take', 'hold'],
  done: ['give', 'take', 'finish'],
  filed: ['give', 'take', 'finish', 'file-away'],
  dropped: ['drop'],
};
async function inState(state: string): Promise<string> {
  const { number } = await open();
  for (const step of ways[state]!) await act(...(([actor, input]) => [actor, number, step, input] as const)(doers[step]!));
  return number;
}

describe('every pair of state and action is what the table says', () => {
  for (const state of Object.keys(errandTable.states))
    test(`in ${state}`, async () => {
      for (const { action, allowed, to } of pairs(errandTable).filter((pair) => pair.state === state)) {
        const number = await inState(state);
        const [actor, input] = doers[action]!;
        const before = await ledger.matters.snapshot(system, number);
        if (allowed) {
          const acted = await act(actor, number, action, input, before.version);
          expect([action, acted.state, acted.version]).toEqual([action, to, before.version + 1]);
        } else {
          const refused = await refusal(act(actor, number, action, input, before.version));
          expect([action, refused.code]).toEqual([action, 'action-not-now']);
          expect((await ledger.matters.snapshot(system, number)).version).toBe(before.version);
        }
      }
    });
});

test('a matter is opened with its entry, its fact and its number in one go', async () => {
  const opened = await open({ title: '井盖缺失' });
  expect(opened).toMatchObject({ state: 'asked', version: 1, areaCode: '990101001001' });
  expect(opened.number).toMatch(/^ER20260302\d{7}$/);
  const [fact] = await ledger.database.query<{ name: string; data: Record<string, unknown> }>(
    'select name, data from platform.fact where subject = $1',
    [opened.id],
  );
  expect(fact).toMatchObject({ name: 'errand-ask', data: { number: opened.number, from: null, to: 'asked', title: '井盖缺失' } });
});

test('clocks start, pause, go on and stop, and the due time of the matter follows the main clock', async () => {
  const { number } = await open();
  ledger.clock.now = new Date('2026-03-02T02:00:00Z');
  const given = await act(dispatcher, number, 'give', { organisationId: lights });
  expect(given.dueAt).toEqual(new Date('2026-03-09T02:00:00Z'));
  await act(handler, number, 'take');
  ledger.clock.now = new Date('2026-03-03T02:00:00Z');
  expect((await act(handler, number, 'hold', { reason: '等材料' })).dueAt).toBeNull();
  ledger.clock.now = new Date('2026-03-05T02:00:00Z');
  expect((await act(handler, number, 'go-on')).dueAt).toEqual(new Date('2026-03-11T02:00:00Z'));
  ledger.clock.now = new Date('2026-03-12T02:00:00Z');
  await act(handler, number, 'finish');
  const { clocks, closedAt, outcome } = await ledger.matters.snapshot(system, number);
  expect(clocks.map(({ name, breached, stoppedAt }) => [name, breached, stoppedAt !== null]).sort()).toEqual([
    ['ask', false, false],
    ['do', true, true],
    ['take', false, true],
  ]);
  expect([closedAt, outcome]).toEqual([ledger.clock.now, 'done']);
  ledger.clock.now = new Date('2026-03-02T02:00:00Z');
});

test('of two who act at once one is told what the other did', async () => {
  const { number } = await open();
  const second = staff(['990101', ['case.read', 'case.dispatch']]);
  const results = await Promise.allSettled([
    act(dispatcher, number, 'give', { organisationId: lights }, 1),
    act(second, number, 'drop', { reason: '重复了' }, 1),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  const won = results[0].status === 'fulfilled' ? { action: 'give', by: dispatcher } : { action: 'drop', by: second };
  const lost = results.find((result) => result.status === 'rejected')?.reason as Refusal;
  expect(lost.code).toBe('version-passed');
  expect(lost.options.more).toMatchObject({ version: 2, last: { action: won.action, by: won.by.name } });
  expect((await ledger.matters.snapshot(system, number)).entries).toBe(2);
});

test('a reporter who is too slow is told which unit acted, not which person, and nothing of internal entries', async () => {
  const { number } = await open();
  await act(dispatcher, number, 'give', { organisationId: lights });
  await act(handler, number, 'take');
  await act(handler, number, 'note', { note: '内部' });
  const refused = await refusal(act(resident, number, 'drop', { reason: '不用了' }, 1));
  expect(refused.options.more).toMatchObject({ last: { action: 'take', by: '路灯所' } });
  expect(JSON.stringify(refused.options)).not.toContain(handler.name);
});

test('an act of the product itself takes the present version, however often people are quicker', async () => {
  const { number } = await open();
  await Promise.all([
    act(dispatcher, number, 'note', { note: '一' }),
    act(dispatcher, number, 'note', { note: '二' }),
    act(dispatcher, number, 'note', { note: '三' }),
  ]);
  expect((await ledger.matters.snapshot(system, number)).version).toBe(4);
});

test('what the product itself adds to a matter leaves what a person saw valid, also when both write at once', async () => {
  const { number } = await open();
  await act(system, number, 'note', { note: '依规则公开' });
  await Promise.all([
    act(dispatcher, number, 'give', { organisationId: lights }, 1),
    act(system, number, 'note', { note: '黄牌' }),
    act(system, number, 'note', { note: '提醒' }),
  ]);
  const { version, entries, state } = await ledger.matters.snapshot(system, number);
  expect({ version, entries, state }).toEqual({ version: 2, entries: 5, state: 'given' });
  expect((await ledger.matters.check()).faults).toEqual([]);
});

test('somebody outside does not learn whether there is such a matter', async () => {
  const { number } = await open();
  const stranger = staff(['990102', ['case.read', 'case.dispatch']]);
  const codes = [
    await refusal(act(stranger, number, 'give', { organisationId: lights })),
    await refusal(act(stranger, 'ER202603029999999', 'give', {})),
    await refusal(ledger.matters.snapshot(stranger, number)),
  ].map((item) => item.code);
  expect(new Set(codes)).toEqual(new Set(['matter-not-found']));
});

test('an input that the action does not take is refused by field, a capacity by what would be needed', async () => {
  const { number } = await open();
  expect((await refusal(act(dispatcher, number, 'give', { organisationId: 'x' }))).options.errors).toMatchObject([
    { field: 'input.organisationId' },
  ]);
  expect((await refusal(act(resident, number, 'give', { organisationId: lights }))).options.more).toEqual({ accepted: ['giver'] });
});

test('an action with follow-up work is done together with it or not at all', async () => {
  const { number, id } = await open();
  await act(dispatcher, number, 'divide', { titles: ['其一', '其二'] });
  const children = () => ledger.database.query('select title from matters.matter where parent_id = $1 order by title', [id]);
  expect(await children()).toEqual([{ title: '其一' }, { title: '其二' }]);
  await expect(act(dispatcher, number, 'divide', { titles: ['其三'], fail: true })).rejects.toThrow('failed');
  expect(await children()).toHaveLength(2);
  expect((await ledger.matters.snapshot(system, number)).version).toBe(2);
});

test('a guard holds the parent back while children are open', async () => {
  const { number } = await open();
  await act(dispatcher, number, 'give', { organisationId: lights });
  await act(handler, number, 'take');
  await act(dispatcher, number, 'divide', { titles: ['其一'] });
  expect((await refusal(act(handler, number, 'finish'))).code).toBe('children-open');
});

test('an act on many answers for each, and a dry run changes nothing', async () => {
  const [first, second] = [await open(), await open()];
  await act(dispatcher, second.number, 'drop', { reason: '重复' });
  const context = {
    database: ledger.database,
    files: ledger.files,
    now: () => ledger.clock.now,
    kinds: new Map([['errand', errand]]),
    fileAccess: async () => false,
    ...neighbours,
  };
  const request = {
    matters: [
      { number: first.number, version: 1 },
      { number: second.number, version: 2 },
      { number: 'ER202603029999999', version: 1 },
    ],
    action: 'give',
    input: { organisationId: lights },
  };
  const dry = await actOnMany(context, ledger.matters, dispatcher, { ...request, dryRun: true });
  expect((await ledger.matters.snapshot(system, first.number)).version).toBe(1);
  const wet = await actOnMany(context, ledger.matters, dispatcher, { ...request, dryRun: false });
  for (const answer of [dry, wet]) {
    expect(answer.done.map(({ number, state }) => [number, state])).toEqual([[first.number, 'given']]);
    expect(answer.refused.map(({ number, code }) => [number, code])).toEqual([
      [second.number, 'action-not-now'],
      ['ER202603029999999', 'matter-not-found'],
    ]);
  }
});
