import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDistrict, gridCode, openCommand, people, pointIn, staff, units } from '../testing/open-command.ts';

const secretary = staff('community-secretary', units.community111, gridCode(0).slice(0, 12));
const officer = people.gridOfficer;
const other = staff('grid-officer', units.grid1, gridCode(0), 2);
const away = staff('grid-officer', units.grid1, gridCode(5), 3);
const elsewhere = staff('community-secretary', units.sub2, gridCode(5).slice(0, 12), 4);
const leader = staff('district-leader', units.centre, gridCode(0).slice(0, 6));
let district: CommandDistrict;
beforeAll(async () => {
  district = await openCommand({ secretary, officer, other, away, leader, elsewhere, system: people.system });
  district.clock.now = () => new Date('2026-03-02T20:00:00+08:00');
}, 120_000);
afterAll(() => district?.close());

const { longitude, latitude } = pointIn(0);
const here = (north = 0) => ({ longitude, latitude: latitude + north, system: 'wgs84', accuracy: 10 });
const plan = async (more: object = {}) => {
  const { body, status } = await district.call('secretary', 'POST', '/api/patrol/plans', {
    areaCode: gridCode(0),
    name: '日常巡查',
    frequency: 'daily',
    checklist: 'ten-items',
    points: [
      { name: '东门', longitude, latitude, code: 'K7Q2' },
      { name: '配电房', longitude, latitude: latitude + 0.002 },
    ],
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  await district.database.query(`update command.patrol_plan set since = '2026-02-01' where id = $1`, [body.id]);
  return body as { id: string; version: number; points: { id: string; name: string }[] };
};
const send = async (who: string, entries: object[], more: object = {}) => {
  const answer = await district.call(who, 'POST', '/api/patrol/sync', {
    device: '手机一',
    sentAt: '2026-03-02T20:00:00+08:00',
    entries,
    ...more,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as {
    entries: {
      id: string;
      outcome: string;
      because: string | null;
      counted: boolean;
      caseNumber: string | null;
      caseRefused: string | null;
    }[];
    shifts: { outcome: string }[];
    tracks: { kept: number; dropped: number }[];
  };
};
const entry = (kind: string, at: string, more: object = {}) => ({ id: uuidv7(), kind, at: `2026-03-${at}+08:00`, ...more });
const total = async (day: string) =>
  (await district.call('leader', 'GET', `/api/patrol/coverage?from=${day}&to=${day}&area=${gridCode(0)}`)).body.total;

describe('a patrol uploaded a day late, out of order and from two phones', () => {
  test('is one patrol: every entry has an outcome, a point is visited once, and nothing is lost', async () => {
    const { points } = await plan();
    const [gate, power] = [points[0]!, points[1]!];
    await district.run('command.close-patrol-days');
    expect(await total('2026-03-01')).toMatchObject({ planned: 2, missed: 2, coverage: 0 });

    const early = entry('check-in', '01T09:00:00', { pointId: gate.id, place: here() });
    const late = entry('check-in', '01T11:00:00', {
      pointId: gate.id,
      code: 'k7q2',
      answers: [{ item: 'fire-lane', ok: false, note: '停满电动车' }],
    });
    const far = entry('check-in', '01T10:00:00', { pointId: power.id, place: here(0.02) });
    const second = await send('officer', [late, far], { device: '手机二' });
    const first = await send('officer', [entry('diary', '01T18:00:00', { text: '走访三户' }), early]);
    expect(second.entries.map((one) => [one.outcome, one.because])).toEqual([
      ['taken', 'too-far'],
      ['taken', null],
    ]);
    expect(first.entries.every((one) => one.outcome === 'taken')).toBe(true);
    expect(await total('2026-03-01')).toMatchObject({ planned: 2, missed: 1, visited: 1, far: 1, diaries: 1, coverage: 0.5 });

    const again = await send('officer', [early, late, far]);
    expect(again.entries.map((one) => one.outcome)).toEqual(['known', 'known', 'known']);
    expect(await total('2026-03-01')).toMatchObject({ missed: 1, visited: 1, far: 1, diaries: 1 });
    const book = (await district.call('officer', 'GET', '/api/patrol/entries?from=2026-03-01&to=2026-03-01')).body.items;
    expect(book.map((one: { at: string }) => one.at.slice(11, 16))).toEqual(['10:00', '03:00', '02:00', '01:00']);

    const { items } = (await district.call('leader', 'GET', '/api/patrol/missed?from=2026-03-01&to=2026-03-01')).body;
    expect(items).toEqual([expect.objectContaining({ point: '配电房', day: '2026-03-01', reason: null })]);
    await district.run('command.close-patrol-days');
    expect((await total('2026-03-01')).missed).toBe(1);
    const safety = (await district.call('leader', 'GET', '/api/patrol/safety?from=2026-03-01&to=2026-03-31')).body.items;
    expect(safety[0]).toMatchObject({ code: 'fire-lane', checked: 1, failed: 1 });
  });

  test('keeps the first words of an id, and says so to whoever sends others under it', async () => {
    const diary = entry('diary', '01T12:00:00', { text: '原话' });
    await send('officer', [diary]);
    expect((await send('officer', [{ ...diary, text: '改过' }])).entries[0]!.outcome).toBe('conflict');
    expect((await send('other', [diary])).entries[0]!.outcome).toBe('conflict');
    const { items } = (await district.call('officer', 'GET', '/api/patrol/entries?kind=diary&mine=true')).body;
    expect(items.find((one: { id: string }) => one.id === diary.id).text).toBe('原话');
  });

  test('keeps what proves nothing, with the reason, without counting it', async () => {
    const { points } = await plan({ name: '另一条' });
    const { entries } = await send('away', [
      entry('check-in', '01T09:00:00', { pointId: points[0]!.id, place: here() }),
      entry('check-in', '01T09:30:00', { pointId: uuidv7(), place: here() }),
      entry('missed', '01T10:00:00', { pointId: points[0]!.id }),
    ]);
    expect(entries.map((one) => [one.outcome, one.because])).toEqual([
      ['taken', 'area-outside'],
      ['taken', 'point-unknown'],
      ['taken', 'area-outside'],
    ]);
  });
});

describe('a finding', () => {
  test('becomes a case in the same act, once, however often it is sent', async () => {
    const finding = entry('finding', '02T09:00:00', { text: '井盖松动', place: here(), asCase: { urgency: 2 } });
    const { caseNumber } = (await send('officer', [finding])).entries[0]!;
    expect(caseNumber).toMatch(/^GZ/);
    expect((await send('officer', [finding])).entries[0]).toMatchObject({ outcome: 'known', caseNumber });
    const { items } = (await district.call('officer', 'GET', '/api/matters?limit=200')).body;
    expect(items.filter((one: { title: string }) => one.title.includes('井盖松动'))).toHaveLength(1);
    expect(await total('2026-03-02')).toMatchObject({ findings: 1, cases: 1 });
  });

  test('that cannot become a case stays, says why, and is turned later by one tap, once', async () => {
    const finding = entry('finding', '02T10:00:00', { text: '路灯不亮', place: here(), asCase: { category: 'NONE-SUCH' } });
    const [first] = (await send('officer', [finding])).entries;
    expect(first).toMatchObject({ outcome: 'taken', caseNumber: null, caseRefused: 'category-unknown' });
    const turn = () => district.call('officer', 'POST', `/api/patrol/entries/${finding.id}/case`, {});
    const [one, two] = await Promise.all([turn(), turn()]);
    expect([one.status, two.body.number]).toEqual([201, one.body.number]);
    expect((await district.call('other', 'POST', `/api/patrol/entries/${finding.id}/case`, {})).body.code).toBe('patrol-entry-not-found');
  });

  test('that was put right on the spot is counted as solved', async () => {
    await send('officer', [entry('finding', '02T11:00:00', { text: '楼道杂物，当场清走', solved: true })]);
    expect(await total('2026-03-02')).toMatchObject({ findings: 3, solved: 1, cases: 2 });
  });
});

describe('what is personal', () => {
  test('of a household without consent is never written', async () => {
    await send('officer', [entry('visit', '02T15:00:00', { consent: false, subject: '三单元二楼', text: '独居老人', place: here() })]);
    const [row] = await district.database.query(`select text, details, longitude from command.patrol_entry where kind = 'visit'`);
    expect(row).toEqual({ text: '', details: { consent: false }, longitude: null });
  });

  test('tracks are of duty only, shown to their owner, and deleted after the days that are set', async () => {
    const shiftId = uuidv7();
    const at = (time: string) => ({ at: `2026-03-02T${time}+08:00`, longitude, latitude });
    const shift = { id: shiftId, beganAt: '2026-03-02T08:00:00+08:00', endedAt: '2026-03-02T12:00:00+08:00', handover: '东门井盖待换' };
    const track = { id: uuidv7(), shiftId, points: [at('07:00:00'), at('09:00:00'), at('13:00:00')] };
    const sent = await send('officer', [], { shifts: [shift], tracks: [track] });
    expect(sent.tracks).toEqual([{ id: track.id, kept: 1, dropped: 2 }]);
    const mine = async (who: string) => (await district.call(who, 'GET', '/api/patrol/tracks?day=2026-03-02')).body.shifts;
    expect((await mine('officer'))[0].points).toHaveLength(1);
    expect(await mine('other')).toEqual([]);
    expect((await send('other', [], { shifts: [shift] })).shifts[0]!.outcome).toBe('conflict');
    expect((await district.call('other', 'GET', '/api/patrol/today')).body.handover).toMatchObject({ text: '东门井盖待换' });

    const { body } = await district.call('system', 'GET', '/api/patrol/rules');
    await district.call('system', 'PUT', '/api/patrol/rules', { version: body.version, rules: { ...body.rules, trackDays: 1 } });
    district.clock.now = () => new Date('2026-03-05T20:00:00+08:00');
    await district.run('command.forget-patrol-tracks');
    expect((await mine('officer'))[0].points).toEqual([]);
    district.clock.now = () => new Date('2026-03-02T20:00:00+08:00');
  });
});

describe('a plan', () => {
  test('is on the phone of those who walk there, and nowhere else', async () => {
    const today = async (who: string) => (await district.call(who, 'GET', '/api/patrol/today?day=2026-03-03')).body;
    expect((await today('officer')).points.map((point: { name: string }) => point.name)).toContain('配电房');
    expect((await today('officer')).checklists[0].items).toHaveLength(10);
    expect((await today('away')).points).toEqual([]);
  });

  test('changes from the version that was seen; a point that is left out is closed and its visits stay', async () => {
    const before = await plan({ name: '要改的' });
    const change = (version: number) =>
      district.call('secretary', 'PUT', `/api/patrol/plans/${before.id}`, {
        version,
        areaCode: gridCode(0),
        name: '改过的',
        frequency: 'weekly',
        points: [{ id: before.points[0]!.id, name: '东门岗亭', longitude, latitude }],
      });
    expect((await change(1)).body).toMatchObject({ version: 2, name: '改过的', points: [{ id: before.points[0]!.id, name: '东门岗亭' }] });
    expect((await change(1)).body.code).toBe('patrol-plan-changed');
  });

  test('outside the planner’s areas, or with a list that nobody knows, is refused', async () => {
    const create = (more: object) =>
      district.call('secretary', 'POST', '/api/patrol/plans', {
        areaCode: gridCode(0),
        name: '计划',
        frequency: 'daily',
        points: [{ name: '点', longitude, latitude }],
        ...more,
      });
    expect((await create({ areaCode: gridCode(5) })).body.code).toBe('area-outside');
    expect((await create({ checklist: 'none-such' })).body.code).toBe('patrol-checklist-unknown');
    expect((await create({ points: [{ id: uuidv7(), name: '点', longitude, latitude }] })).status).toBe(400);
  });
});

describe('what lies outside of a reader’s areas', () => {
  test('is in no figure, no list and no book of theirs', async () => {
    const get = async (who: string, path: string) => (await district.call(who, 'GET', path)).body;
    const span = 'from=2026-03-01&to=2026-03-02';
    expect((await get('secretary', `/api/patrol/coverage?${span}`)).total.planned).toBeGreaterThan(0);
    expect((await get('elsewhere', `/api/patrol/coverage?${span}`)).total.planned).toBe(0);
    expect((await get('elsewhere', `/api/patrol/coverage?${span}&area=${gridCode(0)}`)).rows).toEqual([]);
    expect((await get('elsewhere', `/api/patrol/missed?${span}`)).items).toEqual([]);
    expect((await get('elsewhere', `/api/patrol/safety?${span}`)).items).toEqual([]);
    expect((await get('elsewhere', '/api/patrol/plans')).items).toEqual([]);
    const book = (await get('elsewhere', '/api/patrol/entries')).items as { officer: string }[];
    expect(book.filter((entry) => entry.officer === officer.name)).toEqual([]);
    const [plan] = (await get('secretary', '/api/patrol/plans')).items;
    const { id, areaName: _, version, ...input } = plan;
    expect((await district.call('elsewhere', 'PUT', `/api/patrol/plans/${id}`, { ...input, version })).body.code).toBe(
      'patrol-plan-not-found',
    );
  });
});
