import { dayOf } from '@gongzhi/territory';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDistrict, districtCode, gridCode, openCommand, people, staff, units } from '../testing/open-command.ts';

const community = gridCode(0).slice(0, 12);
const actors = {
  water: people.water,
  housing: people.housing,
  decider: people.dispatcher,
  secretary: staff('community-secretary', units.community111, community),
  officer: people.gridOfficer,
  stranger: staff('community-secretary', units.sub2, gridCode(7).slice(0, 12)),
};
let district: CommandDistrict;
beforeAll(async () => {
  district = await openCommand(actors);
  const items = [
    ['X-01', 'assistance', '协助开展供水设施入户检查'],
    ['G-01', 'purchasable', '独居老人助餐服务'],
    ['J-01', 'forbidden', '出具居民无犯罪记录证明'],
  ];
  for (const [code, list, title] of items)
    expect((await district.call('decider', 'PUT', `/api/command/duty-items/${code}`, { list, title })).status).toBe(200);
}, 120_000);
afterAll(() => district?.close());

const dayIn = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));
const field = (key: string, label: string, type: string) => ({ key, label, type });
const work = (more: object = {}) => ({
  ...{ title: '二次供水水箱检查', body: '协助开展供水设施入户检查，逐栋登记', basis: '城市供水条例第十二条', item: 'X-01', minutes: 90 },
  ...{ budget: 300, from: dayIn(0), to: dayIn(20), areas: [`${districtCode}001`], level: 'grid', frequency: 'weekly' },
  form: [field('tanks', '水箱个数', 'whole'), field('name', '社区名称', 'text')],
  ...more,
});
const apply = async (more: object = {}) => {
  const answer = await district.call('water', 'POST', '/api/command/task-admissions', work(more));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as { number: string; state: string; lists: { verdict: string } };
};
const place = (who: string, more: object = {}) => {
  const { basis, budget, ...content } = work();
  return district.call(who, 'POST', '/api/command/tasks', { ...content, ...more });
};
const read = async (who: string, number: string) => (await district.call(who, 'GET', `/api/matters/${number}`)).body;
const act = async (who: string, number: string, action: string, input: object = {}) => {
  const { version } = await read(who, number);
  return district.call(who, 'POST', `/api/matters/${number}/actions/${action}`, { version, input });
};
const admitted = async (more: object = {}) => {
  const { number } = await apply(more);
  expect((await act('decider', number, 'admit')).body).toMatchObject({ state: 'admitted' });
  return number;
};

describe('an application', () => {
  test('is held against the lists, starts the clock of its decision and tells how far ahead it came', async () => {
    const { number, lists } = await apply();
    expect(lists.verdict).toBe('assistance');
    const matter = await read('decider', number);
    expect(matter).toMatchObject({ state: 'applied', lead: { id: units.water }, details: { short: true, departmentId: units.water } });
    expect(matter.clocks).toMatchObject([{ name: 'decide', limit: { amount: 15, unit: 'working-day' } }]);
    expect((await read('decider', number)).actions.map((offer: { action: string }) => offer.action)).toContain('admit');
    expect((await district.call('secretary', 'GET', `/api/matters/${number}`)).status).toBe(404);
  });

  test('for a forbidden matter cannot be admitted, only refused, and bought work needs its budget', async () => {
    const forbidden = await apply({ title: '出具居民无犯罪记录证明', body: '为求职居民出具', item: null });
    expect(forbidden.lists.verdict).toBe('forbidden');
    expect(await act('decider', forbidden.number, 'admit')).toMatchObject({ status: 409, body: { code: 'matter-forbidden' } });
    expect((await act('decider', forbidden.number, 'refuse', { reason: '属于禁止事项' })).body).toMatchObject({ state: 'refused' });
    const bought = await apply({ title: '助餐', body: '独居老人助餐服务', item: 'G-01', budget: 0 });
    expect(await act('decider', bought.number, 'admit')).toMatchObject({ status: 409, body: { code: 'budget-missing' } });
    // A supplement asked for stops the clock, and the answer lets it run on.
    await act('decider', bought.number, 'ask-supplement', { reason: '请补充经费' });
    expect((await read('water', bought.number)).clocks[0].pauses).toHaveLength(1);
    await act('water', bought.number, 'supplement', { note: '每社区 500 元', budget: 500 });
    expect((await act('decider', bought.number, 'admit')).body).toMatchObject({ state: 'admitted' });
  });

  test('decided twice at once is decided once', async () => {
    const { number } = await apply();
    const body = { version: 1, input: {} };
    const both = await Promise.all([
      district.call('decider', 'POST', `/api/matters/${number}/actions/admit`, body),
      district.call('decider', 'POST', `/api/matters/${number}/actions/refuse`, { version: 1, input: { reason: '不符合' } }),
    ]);
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409]);
    expect(['version-passed', 'action-not-now']).toContain(both.find((one) => one.status === 409)?.body.code);
  });

  test('is refused for a term that is over, an unknown item, a place without communities and a form that data held answer whole', async () => {
    const refused = async (more: object) => (await district.call('water', 'POST', '/api/command/task-admissions', work(more))).body;
    expect(await refused({ to: dayIn(-1), from: dayIn(-9) })).toMatchObject({ code: 'invalid-input', errors: [{ field: 'to' }] });
    expect(await refused({ item: 'X-99' })).toMatchObject({ code: 'duty-item-unknown' });
    expect(await refused({ areas: ['990199009'] })).toMatchObject({ code: 'invalid-input', errors: [{ field: 'areas.0' }] });
    const whole = await refused({ form: [field('a', '社区名称', 'text'), field('b', '1. 网格数量（个）', 'whole')] });
    expect(whole).toMatchObject({ code: 'form-answered', held: [{ source: 'community-name' }, { source: 'grids' }] });
    expect(await district.call('secretary', 'POST', '/api/command/task-admissions', work())).toMatchObject({ status: 403 });
  });
});

describe('an admitted task', () => {
  let admission: string;
  let task: string;
  beforeAll(async () => {
    admission = await admitted();
    const answer = await place('water', { admission, level: 'grid' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    // Two communities under the subdistrict, two grids each, three weeks.
    expect(answer.body).toMatchObject({ placed: 2, sheets: 12, admitted: true });
    task = answer.body.numbers[0];
  });

  test('outside of its admitted term, areas or owner is refused', async () => {
    expect((await place('water', { admission, to: dayIn(30) })).body).toMatchObject({
      code: 'outside-admission',
      errors: [{ field: 'to' }],
    });
    expect((await place('water', { admission, areas: [`${districtCode}002`] })).body).toMatchObject({ code: 'outside-admission' });
    expect((await place('housing', { admission })).body.code).toMatch(/matter-not-found|admission-not-yours/);
    expect((await place('water', { admission: (await apply()).number })).body).toMatchObject({ code: 'admission-not-valid' });
  });

  test('cannot be refused by the community while its term runs', async () => {
    const matter = await read('secretary', task);
    expect(matter.actions.map((offer: { action: string }) => offer.action)).toEqual(['accept', 'note']);
    expect(await act('secretary', task, 'refuse')).toMatchObject({ status: 409, body: { code: 'task-admitted' } });
    expect((await district.call('stranger', 'GET', `/api/matters/${task}`)).status).toBe(404);
  });

  test('is done turn by turn with a form that data held fill, and not before it was taken on', async () => {
    const mine = async (query = '') =>
      (await district.call('officer', 'GET', `/api/command/task-sheets?number=${task}${query}`)).body.items;
    const [first, second] = await mine();
    const answer = (id: string, body: object) => district.call('officer', 'POST', `/api/command/task-sheets/${id}/answer`, body);
    expect((await answer(first.id, { answers: { tanks: 3 }, minutes: 80 })).body).toMatchObject({ code: 'task-not-accepted' });
    expect((await act('secretary', task, 'accept')).body).toMatchObject({ state: 'doing' });
    const sheet = (await district.call('officer', 'GET', `/api/command/task-sheets/${first.id}`)).body;
    expect(sheet.filled).toMatchObject([{ key: 'name', value: '第1街道第1社区', source: 'community-name' }]);
    expect(Object.keys(sheet.form.properties)).toEqual(['tanks']);
    expect((await answer(first.id, { answers: { tanks: -3 }, minutes: 80 })).body).toMatchObject({ errors: [{ field: 'answers.tanks' }] });
    const twice = await Promise.all([1, 2].map((tanks) => answer(first.id, { answers: { tanks }, minutes: 80 })));
    expect(twice.map((one) => one.status).toSorted()).toEqual([200, 409]);
    expect(twice.find((one) => one.status === 409)?.body.code).toBe('sheet-answered');
    expect((await answer(second.id, { answers: { tanks: 1 }, minutes: 5 })).body).toMatchObject({ code: 'sheet-not-open' });
    expect(await mine('&waiting=true')).toHaveLength(2);
  });

  test('is not reported done while turns wait, and ends when the department confirms', async () => {
    expect(await act('secretary', task, 'report', { note: '全部检查完毕' })).toMatchObject({ status: 409, body: { code: 'sheets-open' } });
    expect((await read('secretary', task)).state).toBe('doing');
    await district.database.query(
      'update command.task_sheet set answered_at = now(), minutes = 30 where answered_at is null and task_id = (select id from command.task_placed where number = $1)',
      [task],
    );
    expect((await act('secretary', task, 'report', { note: '全部检查完毕' })).body).toMatchObject({ state: 'reported' });
    expect((await act('water', task, 'confirm')).body).toMatchObject({ state: 'done' });
  });

  test('may be refused once the admitted term has passed, and nothing more is placed under it', async () => {
    const late = (await place('water', { admission, areas: [community] })).body.numbers[0];
    await district.database.query(
      `update matters.matter set details = details || jsonb_build_object('to', $2::text) where number = any($1)`,
      [[late, admission], dayIn(-1)],
    );
    expect((await place('water', { admission })).body).toMatchObject({ code: 'admission-over' });
    expect((await act('secretary', late, 'refuse')).body).toMatchObject({ state: 'refused' });
    expect((await read('secretary', late)).entries.find((entry: { action: string }) => entry.action === 'refuse').data).toMatchObject({
      rule: 'term-over',
    });
    await district.run('command.expire-admissions');
    expect(await read('water', admission)).toMatchObject({ state: 'over', outcome: 'expired' });
  });
});

describe('work without an admission', () => {
  test('is refused by a community in one act that names the rule', async () => {
    const answer = await place('housing', { title: '协助核查', body: '出具居民无犯罪记录证明', item: null, areas: [community], form: [] });
    expect(answer.body).toMatchObject({ placed: 1, admitted: false });
    const [number] = answer.body.numbers;
    expect((await act('secretary', number, 'refuse')).body).toMatchObject({ state: 'refused' });
    const matter = await read('housing', number);
    expect(matter).toMatchObject({ outcome: 'refused', details: { refusedBy: { code: 'J-01' } } });
    expect(matter.entries.at(-1).note ?? matter.entries[0].note).toContain('禁止进社区事项 J-01');
  });
});

describe('the burden of communities', () => {
  test('counts tasks, forms, hours and refusals, and every figure opens its rows', async () => {
    const { body } = await district.call('decider', 'GET', `/api/command/burden?area=${districtCode}001`);
    expect(body.months).toHaveLength(12);
    const [mine, next] = body.items;
    expect(mine).toMatchObject({ areaCode: community, tasks: 1, refused: 2 });
    expect(next).toMatchObject({ tasks: 1, hours: 0 });
    for (const figure of ['tasks', 'forms'] as const) {
      const rows = await district.call(
        'decider',
        'GET',
        `/api/command/burden/rows?month=${body.month}&area=${community}&figure=${figure}&limit=200`,
      );
      expect(rows.body.items).toHaveLength(mine[figure]);
    }
    const hours = await district.call(
      'decider',
      'GET',
      `/api/command/burden/rows?month=${body.month}&area=${community}&figure=hours&limit=200`,
    );
    const minutes = hours.body.items.reduce((sum: number, row: { minutes: number }) => sum + row.minutes, 0);
    expect(Math.round(minutes / 6) / 10).toBe(mine.hours);
    expect(body.departments.find((row: { id: string }) => row.id === units.water)).toMatchObject({ tasks: 2, admitted: 2, refused: 1 });
    // A community sees its own burden only.
    expect((await district.call('secretary', 'GET', '/api/command/burden')).body.items).toHaveLength(1);
    const first = await district.call(
      'decider',
      'GET',
      `/api/command/burden/rows?month=${body.month}&area=${districtCode}&figure=tasks&limit=1`,
    );
    expect(first.body.next).not.toBeNull();
    expect(
      (await district.call('decider', 'GET', `/api/command/burden/rows?month=${body.month}&area=${districtCode}&figure=tasks&cursor=x`))
        .status,
    ).toBe(400);
  });

  test('stands in a ledger that holds', async () => {
    await district.settle();
    expect((await district.matters.check()).faults ?? []).toEqual([]);
  });
});
