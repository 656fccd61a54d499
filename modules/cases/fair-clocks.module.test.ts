import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type District, gridCode, openDistrict, people, pointIn, units } from './testing/district.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

const opened = async (reporter?: { name?: string; phone?: string }) =>
  (
    await district.cases.open(people.operator, {
      ...{ body: '路灯不亮已经三天', channel: 'hotline', urgency: 1, confidential: false, files: [], place: pointIn(0) },
      ...(reporter ? { reporter } : {}),
    })
  ).number;
const act = (number: string, action: string, input: Record<string, unknown> = {}, actor = people.dispatcher) =>
  district.matters.act(actor, number, action, null, input);
const clocksOf = async (number: string, name: string) =>
  (await district.matters.snapshot(people.dispatcher, number)).clocks.filter((clock) => clock.name === name);
const dispatch = async (number: string) => {
  await act(number, 'file', { category: '0101' });
  await act(number, 'dispatch', { lead: units.cityManagement, assist: [] });
};
const response = async () => {
  await district.settle();
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
  const { body } = await district.call('dispatcher', 'GET', `/api/rates?from=${today}&to=${today}`);
  return body.total.rates.response;
};

describe('the term to contact the reporter', () => {
  test('runs for whoever left a telephone number, and for nobody else', async () => {
    const cases = {
      phone: await opened({ name: '王女士', phone: '13612340001' }),
      name: await opened({ name: '王女士' }),
      nobody: await opened(),
    };
    const report = (body: object) => district.call(null, 'POST', '/api/reports', { body: '井盖不见了', areaCode: gridCode(0), ...body });
    const reported = {
      phone: (await report({ reporter: { phone: '13612340002' } })).body.number,
      nobody: (await report({})).body.number,
    };
    for (const number of [...Object.values(cases), ...Object.values(reported)]) await dispatch(number);
    expect(await clocksOf(cases.phone, 'contact')).toHaveLength(1);
    expect(await clocksOf(reported.phone, 'contact')).toHaveLength(1);
    for (const number of [cases.name, cases.nobody, reported.nobody]) expect(await clocksOf(number, 'contact')).toEqual([]);
  });

  test('counts in the response rate only where there was somebody to contact', async () => {
    const before = await response();
    for (const reporter of [undefined, { phone: '13612340003' }]) {
      const number = await opened(reporter);
      await dispatch(number);
      await act(number, 'sign', {}, people.cityManagement);
      await act(number, 'feed-back', { result: '修好了', outcome: 'solved' }, people.cityManagement);
    }
    const after = await response();
    // Fed back without contact: held against the unit once, and not for the case of nobody.
    expect(after.denominator - before.denominator).toBe(1);
    expect(after.numerator - before.numerator).toBe(0);
  });

  test('is asked of the children of a split as of the case itself', async () => {
    const number = await opened();
    await act(number, 'file', { category: '0101' });
    await act(number, 'split', { children: [{ title: '第一件' }, { title: '第二件' }], reason: '两件事' });
    const { id } = await district.matters.snapshot(people.dispatcher, number);
    const [child] = await district.database.query<{ number: string }>('select number from matters.matter where parent_id = $1', [id]);
    await dispatch(child!.number);
    expect(await clocksOf(child!.number, 'contact')).toEqual([]);
  });
});

describe('a category that is corrected after filing', () => {
  const correct = (number: string, category: string) => act(number, 'correct', { category, reason: '类别有误' });
  const due = async (number: string) => (await district.matters.snapshot(people.dispatcher, number)).dueAt?.toISOString();
  /** Two categories with terms of their own. */
  const [short, long] = ['0101', '0102'];
  beforeAll(async () => {
    for (const [code, amount] of [
      [short, 2],
      [long, 9],
    ] as const) {
      const known = (await district.call(null, 'GET', '/api/categories?inactive=true')).body.items.find(
        (one: { code: string }) => one.code === code,
      );
      const { code: _, ...rest } = known;
      const written = await district.call('system', 'PUT', `/api/categories/${code}`, { ...rest, limit: { amount, unit: 'day' } });
      expect(written.status).toBe(200);
    }
  });
  const days = (from: Date, amount: number) => new Date(from.getTime() + amount * 86_400_000).toISOString();

  test('gives the deadline of the new category from the same start, and the clock says why', async () => {
    const number = await opened();
    await dispatch(number);
    const [before] = await clocksOf(number, 'resolve');
    expect(await due(number)).toBe(days(before!.startedAt, 2));
    await correct(number, long);
    const [old, now] = await clocksOf(number, 'resolve');
    expect(old).toMatchObject({ id: before!.id, stoppedAt: expect.any(Date), breached: false });
    expect(now).toMatchObject({ startedAt: before!.startedAt, stoppedAt: null, limit: { amount: 9, unit: 'day' } });
    expect(now!.rule).toMatch(/^更正类别后按.+ 9天$/);
    expect(await due(number)).toBe(days(before!.startedAt, 9));
    const { body } = await district.call('dispatcher', 'GET', `/api/matters/${number}`);
    expect(body.parts[0].dueAt).toBe((await clocksOf(number, 'handle')).at(-1)!.dueAt.toISOString());
    expect(body.entries.at(-1)).toMatchObject({ action: 'correct', data: { category: [short, long], rule: now!.rule } });
    const told = await district.call('dispatcher', 'GET', `/api/matters/${number}/clocks/${now!.id}`);
    expect(told.body.steps.length).toBeGreaterThan(0);
    await correct(number, short);
    expect(await due(number)).toBe(days(before!.startedAt, 2));
  });

  test('keeps the pauses that the clock had', async () => {
    const number = await opened();
    await dispatch(number);
    await act(number, 'sign', {}, people.cityManagement);
    await act(number, 'request-suspension', { cause: 'weather', reason: '暴雨' }, people.cityManagement);
    await act(number, 'grant-suspension');
    await act(number, 'resume');
    const [before] = await clocksOf(number, 'resolve');
    await correct(number, long);
    const [, now] = await clocksOf(number, 'resolve');
    expect(now!.pauses).toEqual(before!.pauses);
    expect(now!.pauses[0]!.to).not.toBeNull();
  });

  test('leaves what is suspended, what was given by hand and what was extended as it was', async () => {
    const suspended = await opened();
    await dispatch(suspended);
    await act(suspended, 'sign', {}, people.cityManagement);
    await act(suspended, 'request-suspension', { cause: 'weather', reason: '暴雨' }, people.cityManagement);
    await act(suspended, 'grant-suspension');
    const given = await opened();
    await act(given, 'file', { category: short, limit: { amount: 5, unit: 'day' } });
    const extended = await opened();
    await dispatch(extended);
    await act(extended, 'sign', {}, people.cityManagement);
    await act(extended, 'request-extension', { amount: 3, reason: '备件未到' }, people.cityManagement);
    await act(extended, 'grant-extension');
    for (const number of [suspended, given, extended]) {
      const before = await due(number);
      await correct(number, long);
      expect(await due(number)).toBe(before);
      expect(await clocksOf(number, 'resolve')).toHaveLength(1);
    }
  });

  test('leaves a ledger in which every check holds', async () => {
    const faults = await district.matters.check();
    expect(faults).toMatchObject({ faults: [] });
  });
});
