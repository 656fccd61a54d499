import type { Actor } from '@gongzhi/contract/actor';
import type { Permission } from '@gongzhi/contract/permissions';
import { sql } from '@gongzhi/platform/database';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatterSort } from './queries/list-matters.ts';
import { sees, visibleCondition, visibleWays } from './rules/visible.ts';
import { readSnapshots } from './store/read-snapshot.ts';
import { runRaw } from './store/run-raw.ts';
import { errand, firstOf, newErrand } from './testing/errand.ts';
import { dispatcher, handler, lights, reporter, resident, roads, staff, testLedger } from './testing/ledger.ts';

let ledger: Awaited<ReturnType<typeof testLedger>>;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.database.close());
const open = (differing: Parameters<typeof newErrand>[0] = {}) => ledger.matters.open(errand, dispatcher, newErrand(differing), firstOf);
const titles = async (actor: Actor, filter: Record<string, unknown> = {}) =>
  (await ledger.matters.list(actor, { limit: 200, sort: '-openedAt', ...filter })).items.map((item) => item.title);
const clear = () =>
  ledger.database.script(
    'truncate matters.matter, matters.entry, matters.part, matters.clock, matters.pause, matters.link, matters.rating, matters.file, matters.wording',
  );

describe('scope', () => {
  const areas = ['99', '990101', '990101001', '990101001001', '990102', '990102002'];
  const units = [lights, roads, '00000000-0000-4000-8000-000000000003'];
  const people = [reporter, '00000000-0000-4000-8000-0000000000a2'];
  const anActor: fc.Arbitrary<Actor> = fc.oneof(
    fc.constantFrom(...people, null).map((id): Actor => ({ kind: 'resident', id, name: '', posts: [] })),
    fc.constant<Actor>({ kind: 'anonymous', id: null, name: '', posts: [] }),
    fc.constant<Actor>({ kind: 'system', id: null, name: '', posts: [] }),
    fc
      .array(
        fc.tuple(
          fc.constantFrom('', ...areas),
          fc.subarray<Permission>(['case.read', 'case.handle', 'case.dispatch']),
          fc.constantFrom('', ...units),
        ),
        { maxLength: 3 },
      )
      .map((posts) => staff(...posts)),
  );
  beforeAll(async () => {
    await clear();
    const places = ['990101001001', '990101001', '990102002001', '9901', '990103001001'];
    for (const [index, areaCode] of places.entries())
      for (const unit of [null, lights, roads]) {
        const { id } = await open({ areaCode, reporterId: people[index % 3] ?? null });
        if (unit)
          await ledger.database.query(
            `insert into matters.part (id, matter_id, organisation_id, role, assigned_at, ended_at) values (gen_random_uuid(), $1, $2, 'lead', now(), $3)`,
            [id, unit, index % 2 ? new Date() : null],
          );
      }
  });

  test('the rule for one matter and its condition in SQL agree for every actor', async () => {
    const all = await readSnapshots(
      ledger.database,
      (await ledger.database.query<{ number: string }>('select number from matters.matter')).map((row) => row.number),
    );
    await fc.assert(
      fc.asyncProperty(anActor, async (actor) => {
        const bySql = await runRaw(
          ledger.database,
          sql<{ number: string }>`select m.number from matters.matter m where ${visibleCondition(actor)} order by 1`,
        );
        const byWays = await Promise.all(
          visibleWays(actor).map((way) =>
            runRaw(ledger.database, sql<{ number: string }>`select m.number from matters.matter m where ${way}`),
          ),
        );
        const expected = all
          .filter((matter) => sees(actor, matter))
          .map((matter) => matter.number)
          .sort();
        expect(bySql.map((row) => row.number)).toEqual(expected);
        expect([...new Set(byWays.flat().map((row) => row.number))].sort()).toEqual(expected);
        const listed = await ledger.matters.list(actor, { limit: 200, sort: '-openedAt' });
        expect(listed.items.map((item) => item.number).sort()).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('cursors', () => {
  const start = Date.parse('2026-03-01T00:00:00Z');
  for (const sort of ['-openedAt', 'openedAt', 'dueAt', '-stateSince'] as MatterSort[])
    test(`paging by ${sort} loses and doubles nothing while matters come in`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ opened: fc.integer({ min: 0, max: 5 }), due: fc.option(fc.integer({ min: 0, max: 3 })) }), {
            maxLength: 25,
          }),
          fc.integer({ min: 1, max: 7 }),
          fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
          async (rows, limit, late) => {
            await clear();
            const insert = async (opened: number, due: number | null) => {
              const { number, id } = await open({ openedAt: new Date(start + opened * 1000) });
              await ledger.database.query(`update matters.matter set due_at = $2::timestamptz + interval '1 microsecond' where id = $1`, [
                id,
                due === null ? null : new Date(start + due * 1000),
              ]);
              return number;
            };
            const there: string[] = [];
            for (const row of rows) there.push(await insert(row.opened, row.due));
            // An actor with two ways of seeing, so that the page is put together from two.
            const actor = staff(['990101', ['case.read', 'case.handle'], lights]);
            const told: string[] = [];
            const incoming = [...late];
            for (let cursor: string | undefined; ; ) {
              const page = await ledger.matters.list(actor, { limit, sort, ...(cursor ? { cursor } : {}) });
              told.push(...page.items.map((item) => item.number));
              expect(page.items.length).toBeLessThanOrEqual(limit);
              if (!page.next) break;
              cursor = page.next;
              const more = incoming.pop();
              if (more !== undefined) await insert(more, more % 2 ? null : more);
            }
            expect(new Set(told).size).toBe(told.length);
            expect(there.filter((number) => !told.includes(number))).toEqual([]);
          },
        ),
        { numRuns: 12 },
      );
    });

  test('matters without a due time come last when sorted by it', async () => {
    await clear();
    for (const [title, due] of [
      ['无', null],
      ['晚', 2],
      ['早', 1],
    ] as const) {
      const { id } = await open({ title });
      await ledger.database.query('update matters.matter set due_at = $2 where id = $1', [id, due && new Date(start + due)]);
    }
    expect(await titles(dispatcher, { sort: 'dueAt' })).toEqual(['早', '晚', '无']);
  });
});

describe('filters', () => {
  beforeAll(async () => {
    await clear();
    ledger.clock.now = new Date('2026-03-02T02:00:00Z');
    const give = async (number: string, organisationId: string) => ledger.matters.act(dispatcher, number, 'give', null, { organisationId });
    await open({
      title: '甲',
      category: '0101',
      openedAt: new Date('2026-01-01T00:00:00Z'),
      urgency: 3,
      channel: 'hotline',
      longitude: 100,
      latitude: 20,
    });
    await give((await open({ title: '乙', category: '01', openedAt: new Date('2026-01-02T00:00:00Z') })).number, lights);
    await give(
      (await open({ title: '丙', category: '02', openedAt: new Date('2026-01-03T00:00:00Z'), areaCode: '990102001001' })).number,
      roads,
    ).catch(() => {});
    const done = await open({ title: '丁', openedAt: new Date('2026-01-04T00:00:00Z') });
    await ledger.matters.act(dispatcher, done.number, 'drop', null, { reason: '重复' });
    const late = await open({ title: '戊', openedAt: new Date('2026-01-05T00:00:00Z') });
    await ledger.database.query(`update matters.matter set due_at = '2026-02-01T00:00:00Z', pending = 'extension' where id = $1`, [
      late.id,
    ]);
  });
  const cases: [string, Record<string, unknown>, string[]][] = [
    ['nothing', {}, ['戊', '丁', '乙', '甲']],
    ['kind', { kind: 'case' }, []],
    ['state', { state: ['given', 'dropped'] }, ['丁', '乙']],
    ['area', { area: ['990102', '990101002'] }, []],
    ['a category means those below it', { category: ['01'] }, ['戊', '丁', '乙', '甲']],
    ['a category below means itself', { category: ['0101'] }, ['戊', '丁', '甲']],
    ['organisation', { organisation: [lights] }, ['乙']],
    ['channel', { channel: ['hotline'] }, ['甲']],
    ['urgency', { urgency: ['3'] }, ['甲']],
    ['open', { open: true }, ['戊', '乙', '甲']],
    ['ended', { open: false }, ['丁']],
    ['overdue', { overdue: true }, ['戊']],
    ['not overdue', { overdue: false }, ['丁', '乙', '甲']],
    ['due before', { dueBefore: '2026-02-02T00:00:00Z' }, ['戊']],
    ['opened', { openedFrom: '2026-01-02T00:00:00Z', openedTo: '2026-01-04T00:00:00Z' }, ['乙']],
    ['closed', { closedFrom: '2026-03-01T00:00:00Z' }, ['丁']],
    ['moments beyond every calendar', { openedFrom: '0001-01-01T00:00:00Z', openedTo: '9999-12-31T00:00:00Z' }, ['戊', '丁', '乙', '甲']],
    ['pending', { pending: true }, ['戊']],
    ['box', { bbox: '99,19,101,21' }, ['甲']],
    ['words of which nothing can be searched', { text: '，' }, []],
    ['mine: what waits for a decision of mine', { mine: true }, ['戊', '甲']],
  ];
  for (const [name, filter, expected] of cases)
    test(name, async () => {
      expect(await titles(dispatcher, filter)).toEqual(expected);
      const { total } = await ledger.matters.counts(dispatcher, filter);
      expect(total).toBe(expected.length);
    });

  test('mine: what lies with my unit, outside of my area too', async () => {
    expect(await titles(handler, { mine: true })).toEqual(['乙']);
  });

  test('a number finds its matter and nothing else, within scope', async () => {
    const { number, id } = await open({ title: '己' });
    expect(await titles(dispatcher, { text: number.toLowerCase() })).toEqual(['己']);
    expect(await titles(dispatcher, { numbers: [number, 'ER202603029999999'] })).toEqual(['己']);
    expect(await titles(handler, { numbers: [number] })).toEqual([]);
    await ledger.database.query('delete from platform.fact where subject = $1', [id]);
  });

  test('a box beyond the globe or turned round is refused by field', async () => {
    for (const bbox of ['-200,0,10,10', '10,0,5,10', `0,0,${'9'.repeat(400)},1`])
      await expect(titles(dispatcher, { bbox })).rejects.toMatchObject({
        code: 'invalid-input',
        options: { errors: [{ field: 'query.bbox' }] },
      });
  });

  test('counts tell states and what is late', async () => {
    expect(await ledger.matters.counts(dispatcher, { openedTo: '2026-02-01T00:00:00Z' })).toEqual({
      total: 4,
      capped: false,
      states: { asked: 2, given: 1, dropped: 1 },
      overdue: 1,
    });
  });

  test('an export reads the whole list in batches', async () => {
    const batches: number[] = [];
    for await (const batch of ledger.matters.stream(dispatcher, { openedTo: '2026-02-01T00:00:00Z' }, 3)) batches.push(batch.length);
    expect(batches).toEqual([3, 1]);
  });

  test('summaries come in the order asked for', async () => {
    const rows = await ledger.database.query<{ id: string; title: string }>('select id, title from matters.matter order by md5(title)');
    expect((await ledger.matters.summaries(rows.map((row) => row.id))).map((item) => item.title)).toEqual(rows.map((row) => row.title));
  });

  test('a resident lists nothing but own reports', async () => {
    await open({ title: '我的', reporterId: reporter });
    expect(await titles(resident)).toEqual(['我的']);
  });
});
