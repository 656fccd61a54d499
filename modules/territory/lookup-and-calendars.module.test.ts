import { statutoryCalendar, workingMinutes } from '@gongzhi/platform/working-time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { box, openGround } from './testing.ts';

let ground: Awaited<ReturnType<typeof openGround>>;
const office = { name: '东山街道作息', areaCode: '990106001', timezone: 'Asia/Shanghai', hours: [['09:00', '17:00']] };

beforeAll(async () => {
  ground = await openGround();
  const rows = Array.from({ length: 620 }, (_, place) => {
    const [column, row] = [place % 31, Math.floor(place / 31)];
    const [west, south] = [121 + column * 0.01, 29 + row * 0.01];
    const community = `990106001${String(row + 1).padStart(3, '0')}`;
    return {
      code: `${community}${String(column + 1).padStart(3, '0')}`,
      name: `网格 ${place}`,
      level: 'grid' as const,
      boundary: box(west, south, west + 0.01, south + 0.01),
    };
  });
  const outlines = [
    { code: '990106', name: '云杉区', level: 'district' as const, boundary: box(121, 29, 121.31, 29.2) },
    { code: '990106001', name: '东山街道', level: 'subdistrict' as const, boundary: box(121, 29, 121.31, 29.2) },
    ...Array.from({ length: 20 }, (_, row) => ({
      code: `990106001${String(row + 1).padStart(3, '0')}`,
      name: `社区 ${row}`,
      level: 'community' as const,
      boundary: box(121, 29 + row * 0.01, 121.31, 29 + (row + 1) * 0.01),
    })),
  ];
  await ground.database.transaction((tx) => ground.territory.loadAreas(tx, [...rows, ...outlines]));
});
afterAll(() => ground.close());

describe('the lookup of a point among 620 grids', () => {
  test('goes through the index of boundaries', async () => {
    await ground.database.query('analyze territory.area');
    const plan = await ground.database.query<{ 'QUERY PLAN': string }>(
      `explain select area.code, area.boundary from territory.area
       where area.valid_to is null and area.boundary && st_setsrid(st_makepoint(121.1, 29.1), 4326) order by length(area.code) desc offset 0`,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('area_boundary');
    expect(text).not.toContain('Seq Scan');
    const [body] = await ground.database.query<{ source: string }>(`select prosrc as source from pg_proc where proname = 'area_at'`);
    expect(body!.source).toContain('where area.valid_to is null and area.boundary && point');
  });
  test('gives every grid for its own middle, in one statement', async () => {
    const wrong = await ground.database.query(
      `select code from territory.area where level = 'grid' and territory.area_at(st_x(center), st_y(center)) is distinct from code`,
    );
    expect(wrong).toEqual([]);
  });
  test('settles the parents of a bulk load that came in any order', async () => {
    const rows = await ground.database.query<{ level: string; digits: number; count: number }>(
      'select level, length(parent) as digits, count(*) from territory.area group by 1, 2 order by 2 nulls first',
    );
    expect(rows).toEqual([
      { level: 'district', digits: null, count: 1 },
      { level: 'subdistrict', digits: 6, count: 1 },
      { level: 'community', digits: 9, count: 20 },
      { level: 'grid', digits: 12, count: 620 },
    ]);
    expect(await ground.territory.checkBoundaries('990106', 1, { deep: true })).toEqual([]);
  });
});

describe('calendars', () => {
  test('the statutory one is there from the first use, with the shipped years as rows of its own', async () => {
    const { body } = await ground.call('GET', '/api/calendars');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ id: 'cn-statutory', areaCode: null, timezone: 'Asia/Shanghai' });
    expect(body.items[0].years).toEqual(Array.from({ length: 23 }, (_, place) => 2004 + place));
    const { body: year } = await ground.call('GET', '/api/calendars/cn-statutory/2026');
    expect(year.days.filter((day: { kind: string }) => day.kind === 'make-up').map((day: { date: string }) => day.date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(year.days.filter((day: { kind: string }) => day.kind === 'off')).toHaveLength(33);
    const stored = await ground.territory.calendarFor('990106002');
    const shipped = statutoryCalendar();
    const span = [new Date('2026-01-01T00:00:00Z'), new Date('2026-12-01T00:00:00Z')] as const;
    expect(workingMinutes(stored, ...span)).toBe(workingMinutes(shipped, ...span));
  });
  test('a year that nobody has decreed is not there rather than guessed', async () => {
    expect((await ground.call('GET', '/api/calendars/cn-statutory/2031')).status).toBe(404);
    expect((await ground.call('GET', '/api/calendars/unknown/2026')).status).toBe(404);
    await expect(ground.territory.calendar('unknown')).rejects.toMatchObject({ code: 'not-found' });
  });
  test('a place keeps its own hours and the statutory days, and the nearest place with a calendar decides', async () => {
    const { status, body } = await ground.call('PUT', '/api/calendars/east-hill', office);
    expect([status, body.years.at(-1)]).toEqual([200, 2026]);
    const calendar = await ground.territory.calendarFor('990106001001001');
    expect(calendar.hours).toEqual([['09:00', '17:00']]);
    expect(calendar.years.get(2026)?.off.has('2026-10-01')).toBe(true);
    expect((await ground.territory.calendarFor('990106002')).id).toBe('cn-statutory');
    expect(await ground.territory.calendarFor('990106001')).toBe(calendar);
  });
  test('a place departs from the statutory days for one year and follows them in the others', async () => {
    const days = [{ date: '2026-03-03', kind: 'off', name: '开街节' }];
    expect((await ground.call('PUT', '/api/calendars/east-hill/2026', { days })).body).toEqual({ days });
    expect((await ground.call('GET', '/api/calendars/east-hill/2026')).body).toEqual({ days });
    expect((await ground.call('GET', '/api/calendars/east-hill/2025')).body.days.length).toBeGreaterThan(20);
    const calendar = await ground.territory.calendarFor('990106001001');
    expect([...(calendar.years.get(2026)?.off ?? [])]).toEqual(['2026-03-03']);
    expect((await ground.territory.calendar('cn-statutory')).years.get(2026)?.off.has('2026-03-03')).toBe(false);
  });
  test('a newly decreed year is entered in the statutory calendar by the administrator of every top-level area', async () => {
    const days = [{ date: '2027-01-01', kind: 'off', name: '元旦' }];
    expect((await ground.call('PUT', '/api/calendars/cn-statutory/2027', { days }, ['system-administrator', '990106001'])).status).toBe(
      403,
    );
    expect((await ground.call('PUT', '/api/calendars/cn-statutory/2027', { days })).status).toBe(200);
    expect((await ground.territory.calendarFor('990106001')).years.has(2027)).toBe(true);
    expect(ground.audited.at(-1)).toMatchObject({ action: 'calendar-year-written', subject: 'cn-statutory' });
  });
  test.each([
    ['a day of another year', '2026', [{ date: '2025-01-01', kind: 'off', name: '' }], 'days.0.date'],
    [
      'a day twice',
      '2026',
      [
        { date: '2026-01-05', kind: 'off', name: 'a' },
        { date: '2026-01-05', kind: 'off', name: 'b' },
      ],
      'days.1.date',
    ],
    [
      'a make-up day on a weekday',
      '2026',
      [
        { date: '2026-01-01', kind: 'off', name: '' },
        { date: '2026-01-05', kind: 'make-up', name: '' },
      ],
      'days.1.date',
    ],
    ['a day that does not exist', '2026', [{ date: '2026-02-30', kind: 'off', name: '' }], 'days.0.date'],
  ])('%s is refused by its place in the list', async (_, year, days, field) => {
    const { status, body } = await ground.call('PUT', `/api/calendars/east-hill/${year}`, { days });
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });
  test.each([
    [
      'hours that overlap',
      {
        hours: [
          ['08:00', '12:00'],
          ['11:00', '18:00'],
        ],
      },
      400,
      'hours',
    ],
    ['an unknown zone', { timezone: 'Asia/Nowhere' }, 400, 'timezone'],
    ['no area', { areaCode: null }, 400, 'areaCode'],
    ['an area that is not there', { areaCode: '990106777' }, 400, 'areaCode'],
    ['an area outside of reach', { areaCode: '990107' }, 403, undefined],
    ['an area that has a calendar', {}, 409, undefined],
  ])('a calendar with %s is refused', async (_, change, status, field) => {
    const answer = await ground.call('PUT', '/api/calendars/other', { ...office, ...change });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([status, field]);
  });
});
