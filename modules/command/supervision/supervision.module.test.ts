import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDistrict, districtCode, openCommand, people, pointIn, staff, units } from '../testing/open-command.ts';
import { shippedSupervisionRules } from './rules/shipped-rules.ts';
import { unansweredStatement } from './store/cards.ts';
import { dueStatement } from './store/watch.ts';

const actors = {
  ...{ operator: people.operator, dispatcher: people.dispatcher, supervisor: people.supervisor, sub1: people.sub1 },
  ...{ cityManagement: people.cityManagement, housing: people.housing, caller: people.caller, system: people.system },
  second: staff('supervisor', units.centre, districtCode, 2),
  elsewhere: staff('subdistrict-secretary', units.sub2, `${districtCode}002`),
};
type Who = keyof typeof actors;
let district: CommandDistrict;
let now = new Date();
beforeAll(async () => {
  district = await openCommand(actors);
  district.clock.now = () => now;
}, 120_000);
afterAll(() => district?.close());

const act = (who: Who, number: string, action: string, input: object = {}) =>
  district.matters.act(actors[who], number, action, null, input as Record<string, unknown>);
async function handled(): Promise<string> {
  const opened = await district.call('operator', 'POST', '/api/cases', { body: '小区门口垃圾堆放', place: pointIn(0) });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const { number } = opened.body;
  await act('dispatcher', number, 'file', { category: '0101' });
  await act('dispatcher', number, 'dispatch', { lead: units.cityManagement, assist: [] });
  await act('cityManagement', number, 'sign');
  return number;
}
const cards = async (who: Who, query: string) => (await district.call(who, 'GET', `/api/cards?${query}`)).body.items;
/** Lets so much of the handling clock of a case pass, and the rules look. */
async function pass(number: string, share: number): Promise<void> {
  await district.settle();
  const clock = (await district.matters.snapshot(actors.dispatcher, number)).clocks.find((one) => one.name === 'handle' && !one.stoppedAt)!;
  now = new Date(clock.startedAt.getTime() + (clock.dueAt.getTime() - clock.startedAt.getTime()) * share + 1000);
  await district.run('command.supervise');
}
const doOn = (who: Who, card: { number: string; version: number }, action: string, note = '已核实') =>
  district.call(who, 'POST', `/api/cards/${card.number}/actions/${action}`, { version: card.version, note });

describe('clocks', () => {
  test('past half, four fifths and the whole they lead to reminder, yellow and red; each says which rule and what it saw, and stands in the history', async () => {
    const number = await handled();
    await pass(number, 0.4);
    expect(await cards('supervisor', `matter=${number}`)).toEqual([]);
    for (const [share, grade] of [
      [0.55, 'reminder'],
      [0.85, 'yellow'],
      [1.01, 'red'],
    ] as const) {
      await pass(number, share);
      await district.run('command.supervise');
      expect((await cards('supervisor', `matter=${number}`))[0]).toMatchObject({
        grade,
        state: 'issued',
        organisation: { id: units.cityManagement },
      });
    }
    const given = await cards('supervisor', `matter=${number}&open=true`);
    const red = (await district.call('cityManagement', 'GET', `/api/cards/${given[0].number}`)).body;
    expect(red).toMatchObject({ rule: { id: 'case-handle-100', version: 0 }, facts: { clock: 'handle', percent: 100 } });
    expect(new Date(red.facts.passedAt).getTime()).toBe(new Date(red.facts.dueAt).getTime());
    const { entries } = await district.matters.detail(actors.dispatcher, number);
    expect(entries.filter((entry) => entry.action === 'supervise').map((entry) => entry.data?.grade)).toEqual([
      'reminder',
      'yellow',
      'red',
    ]);
    expect((await district.matters.check()).faults).toEqual([]);
  });

  test('a clock that was looked at late leads to the highest card alone; one that stopped leads to none', async () => {
    const late = await handled();
    const done = await handled();
    await act('cityManagement', done, 'contact', { reached: true });
    await act('cityManagement', done, 'feed-back', { result: '垃圾已经清运', outcome: 'solved' });
    await pass(late, 1.5);
    expect((await cards('supervisor', `matter=${late}`)).map((card: { grade: string }) => card.grade)).toEqual(['red']);
    expect(await cards('supervisor', `matter=${done}`)).toEqual([]);
  });

  test('the job reads along its indexes, whatever the number of clocks and cards', async () => {
    await district.database.transaction(async (tx) => {
      await tx.query(
        `insert into command.card_watch (clock_id, matter_id, matter_number, matter_kind, matter_title, area_code, organisation_id, name, started_at, due_at, next_at)
         select gen_random_uuid(), gen_random_uuid(), 'GZ1', 'case', '', '', gen_random_uuid(), 'handle', now(), now() + interval '9 years', now() + interval '9 years'
         from generate_series(1, 20000)`,
      );
      await tx.query('analyze command.card_watch');
      const plan = async (statement: string, values: unknown[]) =>
        (await tx.query<Record<string, string>>(`explain ${statement}`, values)).map((row) => Object.values(row)[0]).join('\n');
      expect(await plan(dueStatement, [new Date(), 1000])).toContain('card_watch_next');
      await tx.query('set local enable_seqscan = off');
      expect(await plan(unansweredStatement, [new Date(), ['yellow', 'red'], 1000])).toContain('card_waiting');
      await tx.query(`delete from command.card_watch where matter_number = 'GZ1'`);
    });
  });
});

describe('facts', () => {
  test('complained of again, sent back twice and rated poor lead to cards, each once however often the fact is read', async () => {
    const number = await handled();
    await act('cityManagement', number, 'contact', { reached: true });
    for (const round of [1, 2]) {
      await act('cityManagement', number, 'feed-back', { result: '垃圾已经清运', outcome: 'solved' });
      await act('dispatcher', number, 'rework', { reason: `第${round}次未清理干净` });
    }
    await act('cityManagement', number, 'feed-back', { result: '垃圾已经清运', outcome: 'solved' });
    await act('dispatcher', number, 'verify');
    await act('dispatcher', number, 'close', {});
    await act('caller', number, 'call-back', { reached: true, contacted: true, resolved: false, satisfaction: 1 });
    await act('caller', number, 'reopen', { reason: '又堆满了' });
    await district.settle();
    await district.database.query(`delete from platform.cursor where consumer = 'command.supervision'`);
    await district.settle();
    const rules = (await cards('supervisor', `matter=${number}`)).map((card: { rule: { id: string } }) => card.rule.id);
    expect(rules.toSorted()).toEqual(['poor-rating', 'reopened', 'reworked-twice']);
  });

  test('who supervises on the page of a case gives a card that is replied to and released like every other', async () => {
    const number = await handled();
    await act('supervisor', number, 'supervise', { grade: 'yellow', reason: '群众反映强烈' });
    await district.settle();
    const [card] = await cards('cityManagement', `matter=${number}`);
    expect(card).toMatchObject({ grade: 'yellow', rule: null, reason: '群众反映强烈' });
    const { entries } = await district.matters.detail(actors.dispatcher, number);
    expect(entries.filter((entry) => entry.action === 'supervise')).toHaveLength(1);
  });
});

describe('a card', () => {
  const given = async (number: string, who: Who = 'supervisor', more: object = {}) =>
    district.call(who, 'POST', '/api/cards', { matter: number, grade: 'yellow', reason: '进度缓慢', ...more });

  test('is replied to by the unit and released by a supervisor; the unit cannot release it, another unit does not see it', async () => {
    now = new Date();
    const number = await handled();
    expect((await given(number)).status).toBe(201);
    const [card] = await cards('cityManagement', `matter=${number}`);
    expect(await cards('housing', `matter=${number}`)).toEqual([]);
    expect((await doOn('housing', card, 'reply')).body.code).toBe('card-not-found');
    expect((await doOn('cityManagement', card, 'release')).body.code).toBe('card-not-yours');
    const replied = await doOn('cityManagement', card, 'reply', '已加派人手，今日完成');
    expect(replied.body).toMatchObject({ state: 'replied', late: false });
    expect((await doOn('cityManagement', replied.body, 'reply')).body.code).toBe('card-not-now');
    const released = await doOn('supervisor', replied.body, 'release', '已现场核实');
    expect(released.body).toMatchObject({ state: 'released', actions: [] });
    expect(released.body.steps.map((step: { action: string }) => step.action)).toEqual(['issue', 'reply', 'release']);
  });

  test('is given, listed, read and counted only where one supervises', async () => {
    const number = await handled();
    expect((await given(number, 'elsewhere')).status).toBe(404);
    await given(number);
    const [card] = await cards('supervisor', `matter=${number}`);
    expect(await cards('elsewhere', 'limit=200')).toEqual([]);
    expect((await district.call('elsewhere', 'GET', `/api/cards/${card.number}`)).status).toBe(404);
    expect((await doOn('elsewhere', card, 'release')).status).toBe(404);
    expect((await district.call('elsewhere', 'GET', '/api/supervision-figures')).body).toMatchObject({ cards: 0, byUnit: [] });
  });

  test('is objected to, and withdrawn where the objection is upheld', async () => {
    const number = await handled();
    await given(number);
    const [card] = await cards('cityManagement', `matter=${number}`);
    const objected = await doOn('cityManagement', card, 'object', '此前已按时办结');
    expect((await doOn('supervisor', objected.body, 'uphold', '情况属实')).body.state).toBe('withdrawn');
  });

  test('two supervisors at once: the second is told what the first did, when giving and when deciding', async () => {
    const number = await handled();
    const answers = await Promise.all([given(number), given(number, 'second')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
    const told = answers.find((answer) => answer.status === 409)!.body;
    expect(told).toMatchObject({ code: 'card-standing', card: { grade: 'yellow', reason: '进度缓慢' } });
    expect((await given(number, 'second', { anyway: true })).status).toBe(201);
    const [card] = await cards('supervisor', `matter=${number}`);
    const both = await Promise.all([doOn('supervisor', card, 'release', '已解决'), doOn('second', card, 'escalate', '拖延')]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const passed = both.find((answer) => answer.status === 409)!.body;
    expect(passed.code).toBe('card-passed');
    expect(passed.last.note).toMatch(/已解决|拖延/);
  });

  test('that is not answered rises along the chain to a meeting, which is recorded', async () => {
    now = new Date();
    const number = await handled();
    await given(number);
    const grades = async () =>
      (await cards('supervisor', `matter=${number}`)).map((card: { grade: string; state: string }) => `${card.grade} ${card.state}`);
    const days = async (n: number) => {
      now = new Date(now.getTime() + n * 86_400_000);
      await district.run('command.supervise');
    };
    await days(1.1);
    expect((await grades()).filter((grade: string) => !grade.includes('reminder'))).toContain('yellow escalated');
    await days(1.1);
    const chain = await cards('supervisor', `matter=${number}`);
    const meeting = chain.find((card: { grade: string }) => card.grade === 'meeting');
    expect(meeting).toBeDefined();
    const detail = (await district.call('supervisor', 'GET', `/api/cards/${meeting.number}`)).body;
    expect(detail.escalatedFrom).toMatch(/^DB/);
    expect(detail.actions.map((one: { action: string }) => one.action)).toEqual(['release', 'record-meeting']);
    expect((await doOn('supervisor', detail, 'record-meeting', '分管副区长主持，限三日内办结')).body.state).toBe('replied');
  });

  test('figures count what the list shows', async () => {
    const figures = (await district.call('supervisor', 'GET', '/api/supervision-figures')).body;
    for (const group of figures.byGrade) expect((await cards('supervisor', `grade=${group.id}&limit=200`)).length).toBe(group.cards);
    expect((await cards('supervisor', 'late=true&limit=200')).length).toBe(figures.late);
    expect((await cards('supervisor', 'rule=by-hand&limit=200')).length).toBe(
      figures.byRule.find((one: { id: string }) => one.id === 'by-hand').cards,
    );
  });
});

describe('rules', () => {
  test('are changed as data; a rule that comes late looks at what runs already, one that is off gives nothing', async () => {
    const number = await handled();
    await district.settle();
    const { version } = (await district.call('supervisor', 'GET', '/api/supervision-rules')).body;
    const early = { ...shippedSupervisionRules[0], id: 'very-early', percent: 1, grade: 'reminder' };
    const rules = [early, ...shippedSupervisionRules.map((rule) => ({ ...rule, active: rule.on !== 'clock' }))];
    expect((await district.call('supervisor', 'PUT', '/api/supervision-rules', { version, rules })).status).toBe(200);
    expect((await district.call('supervisor', 'PUT', '/api/supervision-rules', { version, rules })).status).toBe(409);
    await pass(number, 1.2);
    const found = await cards('supervisor', `matter=${number}`);
    expect(found.map((card: { rule: { id: string; version: number } }) => card.rule)).toMatchObject([
      { id: 'very-early', version: version + 1 },
    ]);
  });

  test('that contradict themselves are refused, and so is who may not edit them', async () => {
    const { version } = (await district.call('supervisor', 'GET', '/api/supervision-rules')).body;
    const [rule] = shippedSupervisionRules;
    const put = (who: Who, rules: unknown[]) => district.call(who, 'PUT', '/api/supervision-rules', { version, rules });
    expect((await put('supervisor', [rule, rule])).body.errors[0].reason).toContain('twice');
    expect((await put('supervisor', [{ ...rule, clock: undefined }])).status).toBe(400);
    const down = { id: 'down', name: { zh: '倒退' }, on: 'no-reply', after: 'red', grade: 'yellow', reply: { amount: 1, unit: 'day' } };
    expect((await put('supervisor', [down])).status).toBe(400);
    expect((await put('sub1', [rule])).status).toBe(403);
  });
});
