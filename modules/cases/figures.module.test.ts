import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliver } from '@gongzhi/platform/outbox';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { foldMeasures } from './consumers/fold-measures.ts';
import { measures } from './rules/measures.ts';
import { tallyColumns } from './store/write-measures.ts';
import { type District, districtCode, gridCode, openDistrict, people } from './testing/district.ts';
import { countNaively, type NaiveEvent, type NaiveMatter, readNaively } from './testing/naive-figures.ts';
import { chance, liveAtRandom } from './testing/random-life.ts';

let district: District;
let matters: NaiveMatter[];
let events: NaiveEvent[];
/** The last moment of the random lives: figures are asked then. */
let now: Date;

const dayIn = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const line = (of: {
  measure: string;
  at: Date;
  id: string;
  area: string;
  unit: string | null;
  category: string | null;
  channel: string;
  due: Date | null;
}) =>
  [of.measure, of.at.toISOString(), of.id, of.area, of.unit ?? '-', of.category ?? '-', of.channel, of.due?.toISOString() ?? '-'].join(' ');
const naiveLines = () => events.map(({ measure, at, unit, due, matter }) => line({ measure, at, unit, due, ...matter })).sort();

async function keptLines(): Promise<string[]> {
  const rows = await district.database.query<{
    measure: number;
    at: Date;
    id: string;
    area: string;
    unit: string | null;
    category: string | null;
    channel: string;
    due: Date | null;
  }>('select measure, at, matter_id as id, area_code as area, unit_id as unit, category, channel, due_at as due from cases.measure');
  return rows.map((row) => line({ ...row, measure: measures[row.measure - 1] as string })).sort();
}

/** Sums from the roll-up that are not zero, and the same from the naive events. */
async function keptSums(): Promise<string[]> {
  const rows = await district.database.query<Record<string, unknown>>('select * from cases.tally');
  return rows
    .flatMap((row) => tallyColumns.map((column, index) => [row.dimension, row.grain, row.start, row.key, measures[index], row[column]]))
    .filter((row) => row[5] !== 0)
    .map((row) => row.join(' '))
    .sort();
}
function naiveSums(): string[] {
  const sums = new Map<string, number>();
  for (const { matter, measure, at, unit } of events)
    for (const [dimension, key] of [
      ['area', matter.area],
      ['unit', unit ?? ''],
      ['category', matter.category ?? ''],
      ['channel', matter.channel],
    ])
      for (const [grain, start] of [
        ['day', dayIn(at)],
        ['month', `${dayIn(at).slice(0, 7)}-01`],
        ['all', '2000-01-01'],
      ]) {
        const name = [dimension, grain, start, key, measure].join(' ');
        sums.set(name, (sums.get(name) ?? 0) + 1);
      }
  return [...sums].map(([name, count]) => `${name} ${count}`).sort();
}

const ask = async (query: string, who = 'dispatcher') => {
  const answer = await district.call(who, 'GET', `/api/rates?${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

beforeAll(async () => {
  district = await openDistrict();
  vi.useFakeTimers({ toFake: ['Date'] });
  const { below } = chance(7);
  await liveAtRandom(district, {
    seed: 20260201,
    cases: 70,
    acts: 1300,
    from: new Date('2026-02-03T01:00:00Z'),
    at: (moment) => {
      now = moment;
      vi.setSystemTime(moment);
    },
    // Facts are read in batches of any size, also in the middle of what belongs together.
    between: async () => void (await deliver(district.database, foldMeasures, 1 + below(40))),
  });
  // History of another system: closed late, closed in time, closed without ever having had a deadline, and still open past it.
  const file = join(district.folder, 'history.csv');
  writeFileSync(
    file,
    ['SRRecordID,SRType,CreatedDate,DueDate,CloseDate,SRStatus']
      .concat(
        '1,Pothole,2026-02-10 09:00,2026-02-12 09:00,2026-02-20 09:00,Closed',
        '2,Pothole,2026-02-10 09:00,2026-02-12 09:00,2026-02-11 09:00,Closed',
      )
      .concat('3,Pothole,2026-02-10 09:00,,2026-02-11 09:00,Closed', '4,Pothole,2026-02-10 09:00,2026-02-12 09:00,,Open', '')
      .join('\n'),
  );
  const report = await district.cases.importCases(people.dispatcher, {
    path: file,
    name: 'history.csv',
    source: 'elsewhere',
    dryRun: false,
  });
  expect(report).toMatchObject({ read: 4, taken: 4 });
  await district.settle();
  matters = await readNaively(district.database);
  events = matters.flatMap(countNaively);
}, 180_000);
afterAll(async () => {
  vi.useRealTimers();
  await district?.close();
});

describe('what is counted', () => {
  test('random lives of cases are counted as their histories tell them, whatever the batches', async () => {
    expect(matters.length).toBeGreaterThan(50);
    for (const measure of measures)
      expect(
        events.some((event) => event.measure === measure),
        `${measure} happens in the random lives`,
      ).toBe(true);
    expect(await keptLines()).toEqual(naiveLines());
  });

  test('the sums by day, month and from the beginning are the sums of the counted events', async () => {
    expect(await keptSums()).toEqual(naiveSums());
  });

  test('counting everything anew from the ledger gives the same, and nothing is counted twice afterwards', async () => {
    await district.database.query('delete from platform.cursor where consumer = $1', [foldMeasures.name]);
    await district.database.transaction((tx) => district.cases.rebuildFigures(tx));
    expect(await keptLines()).toEqual(naiveLines());
    expect(await keptSums()).toEqual(naiveSums());
    await district.settle();
    expect(await keptLines()).toEqual(naiveLines());
  });

  test('a reopening takes its earlier closing back', async () => {
    const closings = events.filter(({ measure }) => measure.startsWith('closed')).length;
    const closed = matters.reduce(
      (sum, matter) => sum + matter.entries.filter(({ action }) => action === 'close' || action === 'answer-directly').length,
      0,
    );
    const reopened = events.filter(({ measure }) => measure === 'reopened').length;
    expect(reopened).toBeGreaterThan(0);
    expect(closings).toBe(closed - reopened);
  });
});

interface Naive {
  good: number;
  all: number;
}
/** Rates once more by the definitions of the field, from the histories. */
function naiveRates(of: NaiveMatter[], from: string, to: string, at: Date, unit?: string) {
  const mine = of
    .flatMap(countNaively)
    .filter((event) => dayIn(event.at) >= from && dayIn(event.at) <= to && (unit === undefined || event.unit === unit));
  const count = (...wanted: string[]) => mine.filter(({ measure }) => wanted.includes(measure)).length;
  const counts = (matter: NaiveMatter) => !['rejected', 'diverted', 'withdrawn', 'duplicate'].includes(matter.outcome ?? '');
  const standing = of.filter((matter) => unit === undefined || matter.lead === unit);
  const overdue = standing.filter(
    (matter) => matter.dueAt && matter.dueAt < at && (matter.closedAt === null || (matter.closedAt >= at && counts(matter))),
  ).length;
  const running = standing
    .flatMap((matter) => matter.contacts)
    .filter((clock) => clock.dueAt < at && clock.stoppedAt === null && !clock.paused);
  const contactedLate = of
    .flatMap(countNaively)
    .filter(
      (event) =>
        event.measure === 'uncontacted' && event.due && event.due < at && event.at >= at && (unit === undefined || event.unit === unit),
    );
  const late = running.length + contactedLate.length;
  const open = standing.filter((matter) => matter.openedAt < at && (matter.closedAt === null || matter.closedAt >= at)).length;
  const rates: Record<string, Naive> = {
    response: { good: count('contacted'), all: count('contacted', 'uncontacted') + late },
    resolution: { good: count('solved'), all: count('solved', 'unsolved') },
    satisfaction: { good: count('grade3', 'grade4', 'grade5'), all: count('grade1', 'grade2', 'grade3', 'grade4', 'grade5') },
    onTime: { good: count('closedInTime'), all: count('closedInTime', 'closedLate') + overdue },
    rework: { good: count('reworked'), all: count('handled') },
    return: { good: count('returned'), all: count('dispatched') },
    pass: { good: count('passed'), all: count('passed', 'verifiedAgain') },
    effective: { good: count('filed'), all: count('reported') },
  };
  return { rates, open, overdue };
}
function expectRow(
  row: { rates: Record<string, { numerator: number; denominator: number; value: number | null }>; volume: Record<string, number> },
  naive: ReturnType<typeof naiveRates>,
  what: string,
) {
  for (const [name, { good, all }] of Object.entries(naive.rates))
    expect(row.rates[name], `${what}: ${name}`).toEqual({ numerator: good, denominator: all, value: all === 0 ? null : good / all });
  expect(row.volume, what).toMatchObject({ open: naive.open, openOverdue: naive.overdue });
}

describe('rates', () => {
  const periods = () => {
    const last = dayIn(now);
    return [
      { from: '2026-02-03', to: last, at: now },
      { from: '2026-02-01', to: '2026-02-28', at: new Date('2026-02-28T16:00:00Z') },
      { from: '2026-02-11', to: '2026-03-09', at: new Date('2026-03-09T16:00:00Z') },
    ];
  };

  test('agree with the definitions for every grid and in total, now and at the end of past periods; open overdue work counts', async () => {
    for (const { from, to, at } of periods()) {
      const { total, rows } = await ask(`from=${from}&to=${to}&by=area&level=grid`);
      expect(rows.map((row: { key: string }) => row.key)).toEqual([
        districtCode,
        ...Array.from({ length: 8 }, (_, grid) => gridCode(grid)),
      ]);
      for (const row of rows)
        expectRow(
          row,
          naiveRates(
            matters.filter(({ area }) => area === row.key),
            from,
            to,
            at,
          ),
          `${row.key} ${from}–${to}`,
        );
      expectRow(total, naiveRates(matters, from, to, at), `total ${from}–${to}`);
    }
    expect(naiveRates(matters, '2026-02-03', dayIn(now), now).overdue).toBeGreaterThan(0);
  });

  test('by unit, by category and by channel they agree as well, and so do crossings of two', async () => {
    const { from, to, at } = periods()[2]!;
    const byUnit = await ask(`from=${from}&to=${to}&by=unit`);
    for (const row of byUnit.rows) expectRow(row, naiveRates(matters, from, to, at, row.key), `unit ${row.name}`);
    expect(byUnit.rows.map((row: { name: string }) => row.name)).toContain('城管局');
    for (const row of (await ask(`from=${from}&to=${to}&by=category`)).rows)
      expectRow(
        row,
        naiveRates(
          matters.filter(({ category }) => (category ?? '') === row.key),
          from,
          to,
          at,
        ),
        `category ${row.name}`,
      );
    for (const row of (await ask(`from=${from}&to=${to}&by=channel`)).rows)
      expectRow(
        row,
        naiveRates(
          matters.filter(({ channel }) => channel === row.key),
          from,
          to,
          at,
        ),
        `channel ${row.name}`,
      );
    const crossed = await ask(`from=${from}&to=${to}&by=area&level=grid&category=01`);
    for (const row of crossed.rows)
      expectRow(
        row,
        naiveRates(
          matters.filter(({ area, category }) => area === row.key && category?.startsWith('01')),
          from,
          to,
          at,
        ),
        `crossed ${row.key}`,
      );
    const inSub = await ask(`from=${from}&to=${to}&by=unit&area=${districtCode}001`);
    for (const row of inSub.rows)
      expectRow(
        row,
        naiveRates(
          matters.filter(({ area }) => area.startsWith(`${districtCode}001`)),
          from,
          to,
          at,
          row.key,
        ),
        `unit in a subdistrict ${row.name}`,
      );
  });

  test('a series has every day of the period, and each shows what stood at its end', async () => {
    const { rows } = await ask('from=2026-02-10&to=2026-03-05&by=day');
    expect(rows).toHaveLength(24);
    for (const row of rows) expectRow(row, naiveRates(matters, row.key, row.key, new Date(`${row.key}T16:00:00Z`)), `day ${row.key}`);
    const months = await ask(`from=2026-02-01&to=${dayIn(now)}&by=month`);
    expectRow(months.rows[0], naiveRates(matters, '2026-02-01', '2026-02-28', new Date('2026-02-28T16:00:00Z')), 'February');
  });

  test('every side of every rate opens as many cases as it says, page by page', async () => {
    for (const { from, to } of periods()) {
      const scope = `from=${from}&to=${to}&area=${districtCode}001`;
      const { total } = await ask(`${scope}&by=area`);
      for (const [rate, { numerator, denominator }] of Object.entries(
        total.rates as Record<string, { numerator: number; denominator: number }>,
      )) {
        if (rate === 'composite') continue;
        const behind = async (side: string) => {
          let cursor = '';
          let count = 0;
          do {
            const { status, body } = await district.call(
              'dispatcher',
              'GET',
              `/api/rates/rows?${scope}&rate=${rate}&side=${side}&limit=7${cursor}`,
            );
            expect(status, JSON.stringify(body)).toBe(200);
            for (const item of body.items) expect(item.areaCode.startsWith(`${districtCode}001`)).toBe(true);
            count += body.items.length;
            cursor = body.next ? `&cursor=${body.next}` : '';
          } while (cursor);
          return count;
        };
        expect(await behind('numerator'), `${rate} numerator`).toBe(numerator);
        expect(await behind('denominator'), `${rate} denominator`).toBe(denominator);
        if (['response', 'resolution', 'satisfaction', 'onTime', 'pass'].includes(rate))
          expect(await behind('missed'), `${rate} missed`).toBe(denominator - numerator);
      }
    }
  });

  test('the composite weighs the rates that there are', async () => {
    const { total } = await ask(`from=2026-02-03&to=${dayIn(now)}&by=area`);
    const { response, resolution, satisfaction, composite } = total.rates;
    expect(composite.value).toBeCloseTo((10 * response.value + 45 * resolution.value + 45 * satisfaction.value) / 100, 5);
    expect(composite.denominator).toBe(100);
  });

  test('a post reads the figures of its own areas only', async () => {
    const own = await ask(`from=2026-02-03&to=${dayIn(now)}&by=area`, 'sub1');
    expect(own.rows.map((row: { key: string }) => row.key)).toEqual([`${districtCode}001001`, `${districtCode}001002`]);
    expectRow(
      own.total,
      naiveRates(
        matters.filter(({ area }) => area.startsWith(`${districtCode}001`)),
        '2026-02-03',
        dayIn(now),
        now,
      ),
      'own subdistrict',
    );
    const byUnit = await ask(`from=2026-02-03&to=${dayIn(now)}&by=unit`, 'sub1');
    for (const row of byUnit.rows)
      expectRow(
        row,
        naiveRates(
          matters.filter(({ area }) => area.startsWith(`${districtCode}001`)),
          '2026-02-03',
          dayIn(now),
          now,
          row.key,
        ),
        'units in the own subdistrict',
      );
    expect((await district.call('sub1', 'GET', `/api/rates?from=2026-02-03&to=2026-03-01&by=area&area=${districtCode}002`)).status).toBe(
      403,
    );
    expect((await district.call('operator', 'GET', '/api/rates?from=2026-02-03&to=2026-03-01')).status).toBe(403);
    expect((await district.call(null, 'GET', '/api/rates?from=2026-02-03&to=2026-03-01')).status).toBe(401);
  });

  test('a period that ends before it begins, a series without end and a foreign cursor are refused', async () => {
    const status = async (url: string) => (await district.call('dispatcher', 'GET', url)).body.code;
    expect(await status('/api/rates?from=2026-03-01&to=2026-02-01')).toBe('period-wrong');
    expect(await status('/api/rates?from=2006-03-01&to=2026-02-01')).toBe('period-wrong');
    expect(await status('/api/rates?from=2024-03-01&to=2026-02-01&by=day')).toBe('period-wrong');
    expect(await status('/api/rates/rows?from=2026-02-01&to=2026-02-28&rate=onTime&cursor=abc')).toBe('invalid-cursor');
  });
});
