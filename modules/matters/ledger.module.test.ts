import { system } from '@gongzhi/contract/actor';
import { deliver } from '@gongzhi/platform/outbox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bulkErrand } from './testing/bulk.ts';
import { errand, firstOf, newErrand } from './testing/errand.ts';
import { dispatcher, handler, lights, testLedger } from './testing/ledger.ts';

let ledger: Awaited<ReturnType<typeof testLedger>>;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.database.close());
beforeEach(() =>
  ledger.database.script(
    'truncate matters.matter, matters.entry, matters.part, matters.clock, matters.pause, matters.link, matters.rating, matters.file, matters.wording; delete from platform.fact',
  ),
);

const load = (count: number, options = {}) =>
  ledger.database.transaction((tx) =>
    ledger.matters.load(
      tx,
      errand,
      Array.from({ length: count }, (_, index) => bulkErrand(index)),
      options,
    ),
  );
const count = async (table: string) => (await ledger.database.query<{ count: number }>(`select count(*) from ${table}`))[0]?.count;
const faults = async () => (await ledger.matters.check()).faults.map((fault) => fault.what);
async function acted(): Promise<string> {
  const { number } = await ledger.matters.open(errand, dispatcher, newErrand(), firstOf);
  for (const [actor, action, input] of [
    [dispatcher, 'give', { organisationId: lights }],
    [handler, 'take', {}],
    [dispatcher, 'note', { note: '电话 13800001234', seen: '2026-03-02' }],
    [handler, 'hold', { reason: '等材料' }],
    [handler, 'go-on', {}],
    [handler, 'finish', { note: '好了' }],
  ] as const)
    await ledger.matters.act(actor, number, action, null, { ...input });
  return number;
}

test('complete histories are loaded with everything that belongs to them, and the ledger finds no fault', async () => {
  const loaded = await load(50, { facts: true });
  expect(loaded).toMatchObject({ taken: 50, known: 0 });
  expect(new Set(loaded.numbers).size).toBe(50);
  expect(
    await Promise.all(
      [
        'matters.matter',
        'matters.entry',
        'matters.part',
        'matters.clock',
        'matters.pause',
        'matters.rating',
        'matters.link',
        'matters.wording',
        'platform.fact',
      ].map(count),
    ),
  ).toEqual([50, 300, 50, 100, 50, 50, 5, 50, 50]);
  expect(await ledger.matters.check()).toEqual({ checked: 50, faults: [] });
  const matter = await ledger.matters.snapshot(system, loaded.numbers[3] as string);
  const { facts, links, parts, clocks, entries, ratings, external, ...said } = bulkErrand(3);
  const { openedAt, ...rest } = said;
  expect(matter).toMatchObject({
    ...rest,
    openedAt,
    externalNumber: '3',
    entries: 6,
    version: 6,
    clocks: [{ name: 'do', pauses: clocks[0]?.pauses }, { name: 'take' }],
    parts,
  });
  expect(await ledger.database.query('select reasons, satisfaction from matters.rating limit 1')).toEqual([
    { reasons: ['及时', '态度好'], satisfaction: 5 },
  ]);
  expect((await ledger.database.query<{ data: object }>('select data from platform.fact limit 1'))[0]?.data).toMatchObject({
    number: expect.stringMatching(/^ER20260105/),
    action: 'ask',
  });
});

test('a load that is run again takes nothing twice', async () => {
  await load(20);
  expect(await load(30)).toMatchObject({ taken: 10, known: 20 });
  const doubled = await ledger.database.transaction((tx) => ledger.matters.load(tx, errand, [bulkErrand(99), bulkErrand(99)]));
  expect(doubled).toMatchObject({ taken: 1, known: 1, numbers: [expect.any(String), null] });
  expect(await count('matters.entry')).toBe(31 * 6);
  expect(await faults()).toEqual([]);
});

test('acts leave a ledger without faults, dates in their data included', async () => {
  await acted();
  expect(await ledger.matters.check()).toEqual({ checked: 1, faults: [] });
});

test('an entry cannot be changed or deleted', async () => {
  await acted();
  await expect(ledger.database.query(`update matters.entry set note = 'x' where no = 1`)).rejects.toThrow('append-only');
  await expect(ledger.database.query('delete from matters.entry where no = 7')).rejects.toThrow('append-only');
});

// What somebody with the rights of the owner could do behind the product's back; each must be found.
const tamperings: [string, string, RegExp][] = [
  ['a note', `update matters.entry set note = '别的' where no = 5`, /note or data of entry 5/],
  ['data', `update matters.entry set data = '{"organisationId": "x"}' where no = 2`, /note or data of entry 2/],
  ['who acted', `update matters.entry set actor_id = gen_random_uuid() where no = 3`, /chain breaks at entry 3/],
  ['when it was', `update matters.entry set at = at - interval '1 hour' where no = 3`, /chain breaks at entry 3/],
  ['an entry in the middle', 'delete from matters.entry where no = 4', /entry 4 is missing/],
  ['the last entry', 'delete from matters.entry where no = 7', /it has 6 entries, but counts 7/],
  ['the head', `update matters.matter set head = '\\x00'`, /head is not the hash/],
  ['the state', `update matters.matter set state = 'doing'`, /last entry leads to done/],
  ['the due time', `update matters.matter set due_at = due_at + interval '1 day'`, /its main clock says/],
  ['a missed deadline', `update matters.clock set due_at = stopped_at - interval '1 day' where name = 'do'`, /not marked breached/],
  ['a pause', `update matters.pause set to_at = from_at - interval '1 day'`, /pause outside its time/],
  ['a clock that runs on', `update matters.clock set stopped_at = null where name = 'take'`, /take from .* runs on after the end/],
  ['the version', 'update matters.matter set version = 2', /version 2 is below/],
  ['the closing time', 'update matters.matter set closed_at = null, outcome = null', /no closing time/],
];
for (const [what, statement, expected] of tamperings)
  test(`tampering with ${what} is found`, async () => {
    const number = await acted();
    await ledger.database.query('alter table matters.entry disable trigger entry_append_only');
    await ledger.database.query(statement);
    await ledger.database.query('alter table matters.entry enable trigger entry_append_only');
    const verdict = await ledger.matters.check();
    expect(verdict.faults.map((fault) => fault.number)).toContain(number);
    expect(verdict.faults.map((fault) => fault.what).join('\n')).toMatch(expected);
  });

test('personal data in an entry can be withdrawn: the words are gone everywhere, the chain verifies, a new entry tells of it', async () => {
  const number = await acted();
  await ledger.database.transaction((tx) => ledger.matters.withdrawEntry(tx, dispatcher, number, 4, '应本人要求'));
  const entries = await ledger.database.query(
    'select no, note, data, salt, action, withdrawn_at is not null as withdrawn from matters.entry where no in (4, 8) order by no',
  );
  expect(entries).toMatchObject([
    { no: 4, note: null, data: null, salt: null, action: 'note', withdrawn: true },
    { no: 8, note: '应本人要求', data: { no: 4 }, action: 'withdraw-entry', withdrawn: false },
  ]);
  expect(JSON.stringify(await ledger.database.query('select * from platform.fact'))).not.toContain('2026-03-02T00:00:00.000Z');
  expect(await faults()).toEqual([]);
  await ledger.matters.act(dispatcher, number, 'note', null, { note: '之后' });
  expect(await faults()).toEqual([]);
});

test('an entry that is not there, or is withdrawn already, is refused', async () => {
  const number = await acted();
  const withdraw = (no: number) =>
    ledger.database.transaction((tx) => ledger.matters.withdrawEntry(tx, dispatcher, number, no, '应本人要求'));
  await withdraw(4);
  for (const no of [4, 99])
    await expect(withdraw(no)).rejects.toMatchObject({ code: 'invalid-input', options: { errors: [{ field: 'no' }] } });
  expect(await count('matters.entry')).toBe(8);
});

test('a matter is found by its words once its facts were delivered, and by a new title after it was renamed', async () => {
  const { number } = await ledger.matters.open(errand, dispatcher, newErrand({ title: '路灯不亮', body: 'A座三楼' }), firstOf);
  await ledger.matters.open(errand, dispatcher, newErrand({ title: '井盖松动', body: '' }), firstOf);
  const found = async (text: string) =>
    (await ledger.matters.list(dispatcher, { text, limit: 10, sort: '-openedAt' })).items.map((item) => item.number);
  // Facts wait for older transactions, also of other databases of the server: delivery is tried until it is through.
  const foundInTheEnd = (text: string) =>
    expect.poll(
      async () => {
        for (const consumer of ledger.matters.parts.consumers ?? []) await deliver(ledger.database, consumer);
        return found(text);
      },
      { timeout: 40_000, interval: 200 },
    );
  expect(await found('路灯')).toEqual([]);
  await foundInTheEnd('井盖').toHaveLength(1);
  expect(await found('路灯')).toEqual([number]);
  expect(await found('不亮 三楼')).toEqual([number]);
  expect(await found('路灯 井盖')).toEqual([]);
  await ledger.matters.act(dispatcher, number, 'rename', null, { title: '树倒了' });
  await foundInTheEnd('树倒了').toEqual([number]);
  expect(await found('路灯')).toEqual([]);
});

test('given numbers stand, and those taken later run on behind them', async () => {
  const given = ['ER202601050900001', 'ER202601050900007'];
  const loaded = await ledger.database.transaction((tx) =>
    ledger.matters.load(
      tx,
      errand,
      given.map((number, index) => ({ ...bulkErrand(index), external: null, number })),
    ),
  );
  expect(loaded.numbers).toEqual(given);
  const { number } = await ledger.matters.open(errand, dispatcher, newErrand(), firstOf);
  expect(Number(number.slice(10))).toBe(900008);
  const behind = await ledger.database.transaction((tx) =>
    ledger.matters.load(tx, errand, [{ ...bulkErrand(2), number: 'ER202601050000003' }, bulkErrand(3)]),
  );
  expect(behind.numbers).toEqual(['ER202601050000003', expect.stringMatching(/^ER20260105\d*900009$/)]);
  await expect(ledger.database.transaction((tx) => ledger.matters.load(tx, errand, [{ ...bulkErrand(4), number: '7' }]))).rejects.toThrow(
    'running number',
  );
});

test('an empty ledger is filled without its indexes and has them all afterwards', async () => {
  const indexes = () => ledger.database.query(`select indexname, indexdef from pg_indexes where schemaname = 'matters' order by 1`);
  const before = await indexes();
  await ledger.database.transaction((tx) =>
    ledger.matters.fill(tx, async () => {
      await ledger.matters.load(
        tx,
        errand,
        Array.from({ length: 30 }, (_, index) => ({ ...bulkErrand(index), external: null })),
      );
    }),
  );
  expect(await indexes()).toEqual(before);
  expect(await ledger.matters.check()).toEqual({ checked: 30, faults: [] });
  expect(await count('matters.wording')).toBe(30);
  await expect(ledger.database.transaction((tx) => ledger.matters.fill(tx, async () => {}))).rejects.toThrow('not empty');
});
