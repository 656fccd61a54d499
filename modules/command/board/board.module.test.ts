import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../patrol/rules/due-days.ts';
import { type CommandDistrict, districtCode, gridCode, openCommand, people, pointIn, staff, units } from '../testing/open-command.ts';
import { rebuildBoard } from './store/write-events.ts';

const leader = staff('district-leader', units.centre, districtCode);
const sub2 = staff('subdistrict-secretary', units.sub2, `${districtCode}002`);
let district: CommandDistrict;
beforeAll(async () => {
  district = await openCommand({ ...people, leader, sub2 });
}, 120_000);
afterAll(() => district?.close());

const report = async (grid: number, body = '路灯不亮，请处理') => {
  const answer = await district.call('dispatcher', 'POST', '/api/cases', { body, place: pointIn(grid), category: '0202' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.number as string;
};
const act = async (who: string, number: string, action: string, input: object = {}) => {
  const { version } = (await district.call(who, 'GET', `/api/matters/${number}`)).body;
  const answer = await district.call(who, 'POST', `/api/matters/${number}/actions/${action}`, { version, input });
  expect(answer.status, `${action}: ${JSON.stringify(answer.body)}`).toBe(200);
};
let moved = 0;
const board = async (area = districtCode, who = 'leader') => {
  await district.settle();
  // Later than the one that was computed a moment ago for somebody else.
  moved += 3000;
  const moment = new Date(Date.now() + moved);
  district.clock.now = () => moment;
  const { body, status } = await district.call(who, 'GET', `/api/board?area=${area}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const rows = async (figure: string, area = districtCode) => {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await district.call('leader', 'GET', `/api/board/rows?figure=${figure}&area=${area}&limit=2${cursor}`);
    found.push(...body.items.map((item: { number: string }) => item.number));
    if (!body.next) return found;
    cursor = `&cursor=${body.next}`;
  }
};

describe('the figures of the board', () => {
  test('equal the rows that they open, for the district and below', async () => {
    const numbers = [await report(0), await report(1), await report(5)];
    await act('dispatcher', numbers[0]!, 'reject', { reason: '不属于受理范围' });
    const all = await board();
    expect(all.figures).toMatchObject({ reported: { now: 3, usual: null }, ended: { now: 1 }, open: 2, overdue: 0 });
    for (const figure of ['reported', 'ended', 'open', 'overdue'] as const) {
      const value = all.figures[figure];
      expect(await rows(figure), figure).toHaveLength(typeof value === 'number' ? value : value.now);
    }
    expect(all.areas.map((area: { reported: number }) => area.reported)).toEqual([2, 1]);
    expect((await board(`${districtCode}002`, 'sub2')).figures.reported.now).toBe(1);
    expect(await rows('reported', `${districtCode}002`)).toEqual([numbers[2]]);
    expect(all.latest.map((one: { number: string }) => one.number).toSorted()).toEqual(numbers.toSorted());
  });

  test('are the same when they are counted anew from the ledger', async () => {
    const sums = () => district.database.query('select * from command.board_hour order by area_code collate "C", start, kind');
    await district.settle();
    const counted = await sums();
    expect(counted.length).toBeGreaterThan(0);
    await district.database.transaction((tx) => rebuildBoard(tx, new Date(0)));
    expect(await sums()).toEqual(counted);
  });

  test('of somebody else’s area are refused', async () => {
    expect((await district.call('sub2', 'GET', `/api/board?area=${districtCode}`)).body.code).toBe('board-area-outside');
    for (const path of ['/events?', '/rows?figure=open&', '/rows?', '/replay?day=2026-03-01&'])
      expect((await district.call('sub2', 'GET', `/api/board${path}area=${districtCode}`)).body.code, path).toBe('board-area-outside');
    expect((await district.call('gridOfficer', 'GET', '/api/board')).status).toBe(403);
  });

  test('hold today against the same weekdays up to the same hour', async () => {
    const now = new Date();
    district.clock.now = () => now;
    const back = (days: number, hours = 0) => new Date(now.getTime() - days * 86_400_000 + hours * 3_600_000);
    const seed = (at: Date, n: number) =>
      district.database.query(
        `insert into command.board_hour (area_code, start, kind, reported) values ($1, date_trunc('hour', $2::timestamptz), 'case', $3) on conflict do nothing`,
        [`${districtCode}001`, at, n],
      );
    for (const days of [7, 14, 21, 28]) await seed(back(days), 8);
    const { figures } = await board(`${districtCode}001`);
    expect(figures.reported).toMatchObject({ now: 2, usual: 8 });
  });
});

describe('a hot spot', () => {
  test('is a place with more than its own share lately, raises an alert, opens its rows, and ends when it is seen no more', async () => {
    const now = new Date();
    district.clock.now = () => now;
    const spread = Array.from({ length: 28 * 4 }, (_, n) => [gridCode((n % 4) * 2), Math.floor(n / 4)] as const);
    const burst = Array.from({ length: 14 }, () => [gridCode(6), 1] as const);
    const all = [...spread, ...burst];
    await district.database.query(
      `insert into command.board_event (matter_id, ended, at, kind, area_code, category)
       select gen_random_uuid(), false, $3::timestamptz - make_interval(days => d.back), 'case', d.area, '0202' from unnest($1::text[], $2::int[]) d(area, back)`,
      [all.map(([area]) => area), all.map(([, back]) => back), now],
    );
    await district.run('command.scan-hot-spots');
    const [spot] = (await board(`${districtCode}002`)).hotSpots;
    expect(spot.areas[0].code).toBe(gridCode(6).slice(0, 12));
    expect(spot.observed).toBeGreaterThan(2 * spot.expected);
    const found = await district.call('leader', 'GET', `/api/board/rows?hotSpot=${spot.id}`);
    expect(found.status).toBe(200);

    await district.run('command.watch-thresholds');
    const standing = () =>
      district.database.query<{ id: string; endedAt: Date | null }>(
        `select id, ended_at as "endedAt" from command.board_alert where figure = 'hot-spot'`,
      );
    const [alert] = await standing();
    expect(alert!.endedAt).toBeNull();
    const acknowledge = (who: string) => district.call(who, 'POST', `/api/board/alerts/${alert!.id}`, { note: '已派人到现场' });
    expect((await acknowledge('sub1')).body.code).toBe('alert-not-found');
    expect((await acknowledge('dispatcher')).body).toMatchObject({ note: '已派人到现场', acknowledgedBy: people.dispatcher.name });
    await district.run('command.watch-thresholds');
    expect(await standing()).toHaveLength(1);
    await district.database.query('delete from command.board_hot_spot');
    await district.run('command.watch-thresholds');
    expect((await standing())[0]!.endedAt).not.toBeNull();
  });
});

describe('a monthly theme', () => {
  const month = dayOf(new Date()).slice(0, 7);
  const input = { month, areaCode: districtCode, category: '0202', title: '路灯专项治理' };
  test('is chosen once a month and area, followed from the version that was seen, and tells its effect', async () => {
    const created = await district.call('dispatcher', 'POST', '/api/board/themes', input);
    expect(created.status).toBe(201);
    expect((await district.call('dispatcher', 'POST', '/api/board/themes', input)).body.code).toBe('theme-taken');
    const steps = [{ text: '摸排全部路灯', owner: '城管局', dueOn: `${month}-10`, doneOn: null }];
    const change = (version: number) =>
      district.call('dispatcher', 'PUT', `/api/board/themes/${created.body.id}`, { ...input, steps, version, state: 'running' });
    expect((await change(1)).body).toMatchObject({ version: 2, steps });
    expect((await change(1)).body.code).toBe('theme-changed');
    const read = await district.call('leader', 'GET', `/api/board/themes/${created.body.id}`);
    expect(read.status, JSON.stringify(read.body)).toBe(200);
    expect(read.body.months.find((one: { month: string }) => one.month === month).reported).toBe(3);
    expect((await district.call('sub1', 'POST', '/api/board/themes', input)).body.code).toBe('area-outside');
    expect((await district.call('sub2', 'GET', `/api/board/themes/${created.body.id}`)).body.code).toBe('theme-not-found');
    expect((await district.call('sub2', 'GET', '/api/board/themes')).body.items).toEqual([]);
    expect((await board(`${districtCode}002`)).theme).toMatchObject({ title: '路灯专项治理' });
  });
});
