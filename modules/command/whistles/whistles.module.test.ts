import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDistrict, districtCode, openCommand, people, pointIn, staff, units } from '../testing/open-command.ts';

const actors = {
  ...{ sub1: people.sub1, sub2: people.sub2, dispatcher: people.dispatcher, operator: people.operator, supervisor: people.supervisor },
  ...{ cityManagement: people.cityManagement, housing: people.housing, water: people.water, system: people.system },
  leader: staff('district-leader', units.centre, districtCode),
};
type Who = keyof typeof actors;
const gas = '00000000-0000-7000-8000-00000000a001';
const gone = '00000000-0000-7000-8000-00000000a002';
let district: CommandDistrict;
beforeAll(async () => {
  district = await openCommand(actors);
  await district.database.transaction(async (tx) => {
    await district.organisations.loadOrganisations(tx, [
      { id: gas, name: { zh: '燃气公司' }, shortName: '燃气公司', type: 'department', areaCode: districtCode },
      { id: gone, name: { zh: '旧城办' }, shortName: '旧城办', type: 'department', areaCode: districtCode },
    ]);
    await district.organisations.loadResponsibilities(tx, [
      { category: '0101', areaCode: districtCode, leadOrganisationId: units.cityManagement, assistOrganisationIds: [units.housing, gone] },
    ]);
    await tx.query(`update organisations.organisation set dissolved_on = '2026-01-01' where id = $1`, [gone]);
  });
}, 120_000);
afterAll(() => district?.close());

let spot = 0;
/** A scene of its own for every whistle, so that none is taken for the same problem. */
const scene = () => {
  const n = spot++;
  return { longitude: 114.3003 + (n % 20) * 0.0015, latitude: 30.5005 + Math.floor(n / 20) * 0.002, system: 'wgs84' as const };
};
const whistle = (more: object = {}) => ({
  ...{ ground: 'joint-enforcement', title: '夜市占道油烟', body: '商户占道经营，油烟扰民，需联合执法', place: scene() },
  problems: [{ title: '占道经营', category: '0101' }],
  ...{ lead: units.cityManagement, assist: [units.housing] },
  ...more,
});
const blow = (more: object = {}, who: Who = 'sub1') => district.call(who, 'POST', '/api/whistles', whistle(more));
async function blown(more: object = {}): Promise<string> {
  const answer = await blow(more);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.number;
}
const act = (who: Who, number: string, action: string, input: object = {}) =>
  district.matters.act(actors[who], number, action, null, input as Record<string, unknown>);
const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'done';
};
async function record(): Promise<string> {
  const opened = await district.call('operator', 'POST', '/api/cases', { body: '楼下油烟太大', category: '0101', place: pointIn(0) });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return opened.body.number;
}
const near = (number: string) =>
  district.matters.snapshot(actors.dispatcher, number).then((one) => ({
    place: { longitude: one.longitude as number, latitude: one.latitude as number, system: 'wgs84' as const },
  }));

describe('who can be called', () => {
  test('the list names the units, and why', async () => {
    const { longitude, latitude } = pointIn(0);
    const { status, body } = await district.call(
      'sub1',
      'GET',
      `/api/whistle-options?categories=0101&longitude=${longitude}&latitude=${latitude}`,
    );
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.units.find((unit: { id: string }) => unit.id === units.housing)).toMatchObject({ name: '住建局', lead: false });
    expect(body.units.find((unit: { id: string }) => unit.id === units.cityManagement).why).toMatch(/^责任清单/);
  });

  test('a unit outside the list is refused with the units on it, and nothing is opened', async () => {
    const before = (await district.call('sub1', 'GET', '/api/whistles')).body.items.length;
    const { status, body } = await blow({ assist: [gas] });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'unit-outside-list', outside: [gas] });
    expect(body.accepted).toContain(units.cityManagement);
    expect((await district.call('sub1', 'GET', '/api/whistles')).body.items.length).toBe(before);
  });

  test('a dissolved unit is refused by name, an unknown one too', async () => {
    expect((await blow({ assist: [gone] })).body).toMatchObject({ status: 422, code: 'whistle-unit-dissolved' });
    expect((await blow({ lead: '00000000-0000-7000-8000-00000000ffff' })).body.code).toBe('whistle-unit-unknown');
  });

  test('without a ground, without a problem, and outside the own areas there is no whistle', async () => {
    expect((await blow({ ground: undefined })).body.errors[0].field).toBe('ground');
    expect((await blow({ problems: [] })).status).toBe(400);
    expect((await blow({ place: pointIn(5) })).body.code).toBe('whistle-area-not-yours');
    expect((await blow({}, 'housing')).status).toBe(403);
  });

  test('the same problem is not whistled for twice: neither the same case nor the same matter at the same place', async () => {
    const problem = await record();
    const place = scene();
    const first = await blown({ problems: [{ case: problem }], place });
    const again = await blow({ problems: [{ case: problem }] });
    expect(again.body).toMatchObject({ status: 409, code: 'problem-whistled-already', number: first, cases: [problem] });
    expect((await blow({ place })).body).toMatchObject({ code: 'problem-whistled-already', number: first });
    await act('sub1', first, 'withdraw', { reason: '商户已自行整改' });
    await district.settle();
    expect((await blow({ problems: [{ case: problem }], place })).status).toBe(201);
  });

  test('two whistles for one case at the same moment leave one', async () => {
    const problem = await record();
    const answers = await Promise.all([blow({ problems: [{ case: problem }] }), blow({ problems: [{ case: problem }] })]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
  });

  test('the district designates a unit that the list does not name, once it was asked', async () => {
    const number = await blown();
    expect(await refusal(act('sub1', number, 'designate', { units: [gas], reason: '涉及燃气' }))).toBe('action-not-yours');
    await act('sub1', number, 'ask-designation', { unit: gas, reason: '后厨用气' });
    expect((await district.matters.snapshot(actors.dispatcher, number)).pending).toBe('designation');
    await act('dispatcher', number, 'designate', { units: [gas], reason: '涉及燃气' });
    expect(await refusal(act('dispatcher', number, 'designate', { units: [gas], reason: '涉及燃气' }))).toBe('unit-called-already');
    await district.settle();
    const { body } = await district.call('dispatcher', 'GET', `/api/whistles/${number}`);
    expect(body.units.find((unit: { organisation: { id: string } }) => unit.organisation.id === gas)).toMatchObject({
      listed: false,
      role: 'assist',
    });
  });
});

describe('arrival', () => {
  test('from far away it is refused with the distance, and the clock goes on', async () => {
    const number = await blown();
    const error = await act('housing', number, 'arrive', { place: pointIn(7) }).catch((fault) => fault);
    expect(error).toMatchObject({ code: 'arrival-far', options: { more: { limit: 500 } } });
    expect(error.options.more.metres).toBeGreaterThan(500);
    const { clocks } = await district.matters.snapshot(actors.dispatcher, number);
    expect(clocks.find((clock) => clock.name === 'arrive' && clock.organisationId === units.housing)?.stoppedAt).toBeNull();
  });

  test('before the call, in the future, or shown by nothing it is refused', async () => {
    const number = await blown();
    const here = await near(number);
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    expect(await refusal(act('housing', number, 'arrive', { ...here, at: at(-3_600_000) }))).toBe('arrival-before-call');
    expect(await refusal(act('housing', number, 'arrive', { ...here, at: at(3_600_000) }))).toBe('arrival-in-future');
    expect(await refusal(act('housing', number, 'arrive'))).toBe('arrival-unproved');
    expect(await refusal(act('housing', number, 'arrive', { code: '000000', place: here.place }))).toMatch(/scene-code-wrong|done/);
  });

  test('by the code that the subdistrict shows, also far from the point and without having signed', async () => {
    const number = await blown({ ground: 'emergency' });
    const { body } = await district.call('sub1', 'GET', `/api/whistles/${number}/scene-code`);
    expect(body.code).toMatch(/^\d{6}$/);
    expect((await district.call('housing', 'GET', `/api/whistles/${number}/scene-code`)).status).toBe(403);
    await act('housing', number, 'arrive', { code: body.code });
    const { state, clocks, parts } = await district.matters.snapshot(actors.dispatcher, number);
    expect(state).toBe('answering');
    expect(parts.find((part) => part.organisationId === units.housing)).toMatchObject({
      signedAt: expect.any(Date),
      arrivedAt: expect.any(Date),
    });
    expect(clocks.filter((clock) => clock.organisationId === units.housing && clock.stoppedAt === null)).toEqual([]);
  });

  test('a time kept on the phone is the time that counts', async () => {
    const number = await blown();
    const { openedAt } = await district.matters.snapshot(actors.dispatcher, number);
    const at = new Date(openedAt.getTime() + 1).toISOString();
    const called = (await district.matters.snapshot(actors.dispatcher, number)).parts[0]!.assignedAt;
    const moment = called.toISOString() > at ? called.toISOString() : at;
    await act('housing', number, 'arrive', { ...(await near(number)), at: moment });
    const part = (await district.matters.snapshot(actors.dispatcher, number)).parts.find((one) => one.organisationId === units.housing);
    expect(part?.arrivedAt?.toISOString()).toBe(moment);
    expect(await refusal(act('housing', number, 'arrive', await near(number)))).toBe('step-done');
  });
});

describe('the whole way', () => {
  test('call, answer, act together, close, evaluate both sides; attached cases follow, figures count and open their rows', async () => {
    const problem = await record();
    const late = await record();
    const from = new Date().toISOString();
    const number = await blown({ problems: [{ case: problem }, { title: '油烟', category: '0101' }] });
    await act('cityManagement', number, 'sign');
    await act('housing', number, 'sign-too');
    await act('cityManagement', number, 'contact', { note: '已电话联系街道，下午到场' });
    await act('sub1', number, 'attach-cases', { cases: [late] });
    await act('sub1', number, 'use-power', { power: 'coordination', unit: units.housing, note: '协调房屋安全鉴定' });
    for (const who of ['cityManagement', 'housing'] as const) await act(who, number, 'arrive', await near(number));
    expect(await refusal(act('cityManagement', number, 'settle', { result: '已整改' }))).toBe('parts-open');
    expect(await refusal(act('housing', number, 'settle', { result: '已整改' }))).toBe('action-not-yours');
    await act('cityManagement', number, 'complete', { result: '暂扣炉具两台' });
    await act('housing', number, 'complete', { result: '拆除违规烟道' });
    await act('cityManagement', number, 'settle', { result: '占道与油烟已整改' });
    await act('sub1', number, 'send-back', { reason: '尚有一户未拆' });
    await act('cityManagement', number, 'settle', { result: '全部整改完毕' });
    await act('sub1', number, 'close', { outcome: 'solved' });
    await act('sub1', number, 'rate-unit', { unit: units.housing, satisfaction: 5 });
    await act('sub1', number, 'rate-unit', { unit: units.cityManagement, satisfaction: 2, comment: '到场慢' });
    await act('housing', number, 'rate-whistle', { satisfaction: 4 });
    expect(await refusal(act('housing', number, 'rate-whistle', { satisfaction: 4 }))).toBe('rated-already');
    expect(await refusal(act('sub1', number, 'rate-unit', { unit: units.housing, satisfaction: 1 }))).toBe('rated-already');
    await act('cityManagement', number, 'rate-whistle', { satisfaction: 5 });
    await district.settle();

    const detail = await district.matters.detail(actors.dispatcher, problem);
    expect(detail.entries.filter((entry) => entry.data?.whistle === number).map((entry) => entry.note)).toEqual([
      expect.stringContaining('街道已吹哨'),
      expect.stringContaining('全部整改完毕'),
    ]);
    expect(detail.links).toContainEqual(expect.objectContaining({ kind: 'caused-by', direction: 'to', number }));
    const other = await district.matters.detail(actors.dispatcher, late);
    expect(other.entries.some((entry) => entry.note?.includes(number))).toBe(true);
    expect((await district.matters.snapshot(actors.dispatcher, number)).clocks.filter((clock) => clock.stoppedAt === null)).toEqual([]);

    const figures = (await district.call('dispatcher', 'GET', `/api/whistle-figures?from=${from}`)).body;
    expect(figures).toMatchObject({
      whistles: 1,
      open: 0,
      closed: 1,
      units: 2,
      problems: 3,
      closingRate: 1,
      ratings: { responders: 3.5, whistlers: 4.5 },
    });
    expect(figures.steps.map((step: { due: number }) => step.due)).toEqual([2, 2, 2]);
    expect(figures.byUnit).toContainEqual(expect.objectContaining({ id: units.housing, whistles: 1, rating: 5 }));
    const rows = (await district.call('dispatcher', 'GET', `/api/whistles?from=${from}&organisation=${units.housing}`)).body.items;
    expect(rows.map((row: { number: string }) => row.number)).toEqual([number]);
    expect(figures.byWhistler).toMatchObject([{ id: units.sub1, whistles: 1, rating: 4.5 }]);
    expect((await district.call('dispatcher', 'GET', `/api/whistles?from=${from}&whistler=${units.sub1}`)).body.items).toHaveLength(1);
    expect((await district.call('dispatcher', 'GET', `/api/whistles?from=${from}&whistler=${units.sub2}`)).body.items).toEqual([]);
    expect((await district.matters.check()).faults).toEqual([]);
  });

  test('an objection does not stop the clocks; upheld, the unit is out and another leads', async () => {
    const number = await blown();
    await act('cityManagement', number, 'object', { reason: '非本单位职责' });
    expect(await refusal(act('cityManagement', number, 'object', { reason: '再次' }))).toBe('whistle-ask-waiting');
    const during = await district.matters.snapshot(actors.dispatcher, number);
    expect(during.clocks.some((clock) => clock.paused)).toBe(false);
    expect(await refusal(act('dispatcher', number, 'uphold-objection', { unit: units.housing, reason: '成立' }))).toBe(
      'whistle-nothing-asked',
    );
    await act('dispatcher', number, 'uphold-objection', { unit: units.cityManagement, reason: '职责已划转' });
    const after = await district.matters.snapshot(actors.dispatcher, number);
    expect(after).toMatchObject({ leadId: units.housing, pending: null });
    expect(await refusal(act('cityManagement', number, 'sign'))).toBe('action-not-yours');
  });

  test('units see the whistles that call them and no other; a neighbour subdistrict sees none', async () => {
    const number = await blown({ assist: [] });
    await district.settle();
    const seen = async (who: Who) =>
      (await district.call(who, 'GET', '/api/whistles')).body.items.map((row: { number: string }) => row.number);
    expect(await seen('cityManagement')).toContain(number);
    expect(await seen('housing')).not.toContain(number);
    expect(await seen('sub2')).toEqual([]);
    expect((await district.call('sub2', 'GET', `/api/whistles/${number}`)).status).toBe(404);
    expect((await district.call('sub2', 'GET', `/api/whistles/${number}/scene-code`)).status).toBe(404);
    const { longitude, latitude } = pointIn(0);
    const asked = `/api/whistle-options?categories=0101&longitude=${longitude}&latitude=${latitude}`;
    expect((await district.call('sub2', 'GET', asked)).status).toBe(403);
    expect((await district.call('sub2', 'GET', '/api/whistle-figures')).body).toMatchObject({ whistles: 0, byUnit: [] });
  });
});

test('rules are versioned; who saw an old version is told', async () => {
  const { body } = await district.call('sub1', 'GET', '/api/whistle-rules');
  const rules = { ...body.rules, arrivalMetres: 300 };
  expect((await district.call('supervisor', 'PUT', '/api/whistle-rules', { version: body.version, rules })).body).toMatchObject({
    version: 1,
  });
  expect((await district.call('supervisor', 'PUT', '/api/whistle-rules', { version: body.version, rules })).status).toBe(409);
  expect((await district.call('sub1', 'PUT', '/api/whistle-rules', { version: 1, rules })).status).toBe(403);
});
