import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDistrict, districtCode, gridCode, openCommand, people, pointIn, staff, units } from '../testing/open-command.ts';

const community = gridCode(0).slice(0, 12);
const actors = {
  leader: staff('district-leader', units.centre, districtCode),
  sub1: people.sub1,
  sub2: people.sub2,
  worker: staff('community-worker', units.community111, community),
};
let district: CommandDistrict;
/** Tokens of the calls of one muster by the name of who was called. */
let tokens: Map<string, string>;
beforeAll(async () => {
  district = await openCommand(actors);
  const items = Array.from({ length: 40 }, (_, n) => ({
    ...{
      name: `队员${String(n).padStart(2, '0')}`,
      phone: `139000000${String(n).padStart(2, '0')}`,
      areaCode: gridCode(n % 8),
      team: n % 2 ? '防汛队' : '先锋队',
    },
    ...{ post: n % 4 ? '党员' : '医生', skills: n % 2 ? ['排水', '急救'] : ['引导'] },
  }));
  expect((await post('leader', 'responders', { items })).body).toEqual({ entered: 40, changed: 0 });
  // The same telephones again are the same people.
  expect((await post('leader', 'responders', { items: items.slice(0, 5) })).body).toEqual({ entered: 0, changed: 5 });
}, 120_000);
afterAll(() => district?.close());

const post = (who: string | null, path: string, body: object = {}) => district.call(who, 'POST', `/api/command/${path}`, body);
const get = async (who: string | null, path: string) => (await district.call(who, 'GET', `/api/command/${path}`)).body;
const spot = pointIn(0);
const call = async (more: object = {}, who = 'sub1') => {
  const answer = await post(who, 'musters', {
    ...{
      title: '暴雨防汛集结',
      body: '到江堤一号闸口集合',
      areaCode: `${districtCode}001`,
      areas: [`${districtCode}001`],
      place: spot,
      rehearsal: false,
    },
    ...more,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as { number: string; called: number; code: string };
};
/** The links as they went out, by name. */
async function links(number: string): Promise<Map<string, string>> {
  await district.settle();
  const rows = await district.database.query<{ name: string; text: string }>(
    `select r.name, n.text from notifications.message n join command.muster_responder r on r.resident_id = n.resident_id where n.text like '%' || (select title from command.muster_head where number = $1) || '%'`,
    [number],
  );
  return new Map(rows.map((row) => [row.name, row.text.split('/m/call/')[1]!]));
}
const idOf = async (number: string, name: string) =>
  (await get('sub1', `musters/${number}/members?text=${encodeURIComponent(name)}`)).items[0].id as string;
const act = async (number: string, action: string, input: object) => {
  const { version } = await get('sub1', `musters/${number}`);
  return district.call('sub1', 'POST', `/api/matters/${number}/actions/${action}`, { version, input });
};

describe('a muster', () => {
  let real: Awaited<ReturnType<typeof call>>;
  beforeAll(async () => {
    real = await call({ skills: ['排水'] });
    tokens = await links(real.number);
  });

  test('calls by area, skill and post, tells each of them once and shows beforehand how many they are', async () => {
    const wanted = { areas: [`${districtCode}001`], skills: ['排水'] };
    expect((await post('sub1', 'responder-count', wanted)).body).toMatchObject({
      count: 10,
      posts: [{ name: '党员' }, { name: '医生', count: 5 }],
    });
    expect(real.called).toBe(10);
    expect(tokens.size).toBe(10);
    await district.settle();
    expect((await links(real.number)).size).toBe(10);
    expect((await post('sub1', 'responder-count', { ...wanted, posts: ['医生'] })).body.count).toBe(0);
    expect(
      (
        await post('sub1', 'musters', {
          title: '集结',
          body: '集合',
          areaCode: `${districtCode}001`,
          ...wanted,
          posts: ['医生'],
          rehearsal: false,
        })
      ).body,
    ).toMatchObject({ code: 'nobody-to-call' });
    expect((await post('sub2', 'responder-count', wanted)).body).toMatchObject({ code: 'area-outside' });
  });

  test('is answered and signed into by link: by code or by place, after the call and near to it', async () => {
    const [first, second, third] = [...tokens.values()] as [string, string, string];
    const sign = async (token: string, body: object) => (await post(null, `calls/${token}/sign-in`, body)).body;
    expect((await post(null, `calls/${first}/answer`, { coming: true })).body).toMatchObject({ status: 'received', rehearsal: false });
    expect(await sign(first, { place: pointIn(3) })).toMatchObject({ code: 'sign-in-far', radius: 300 });
    expect(await sign(first, { place: spot, at: new Date(Date.now() - 3_600_000).toISOString() })).toMatchObject({
      code: 'sign-in-before-call',
    });
    const other = await call({ title: '另一处集结' });
    expect(await sign(first, { code: other.code })).toMatchObject({ code: 'code-of-another' });
    expect(await sign(first, { code: real.code === '000000' ? '000001' : '000000' })).toMatchObject({ code: 'code-wrong' });
    expect(await sign(first, { code: real.code })).toMatchObject({ status: 'signed-in' });
    // Sent again, the first one stands.
    expect((await sign(first, { place: pointIn(3) })).signedAt).toBe((await get(null, `calls/${first}`)).signedAt);
    expect(await sign(second, { place: spot })).toMatchObject({ status: 'signed-in' });
    await post(null, `calls/${third}/answer`, { coming: false, reason: '在外地' });
    expect(await get('sub1', `musters/${real.number}`)).toMatchObject({ called: 10, received: 2, declined: 1, signedIn: 2 });
    expect(await get(null, 'calls/no-such-link')).toMatchObject({ code: 'call-unknown' });
  });

  test('posts people in shifts and relieves them: nobody stands in two places, and only once', async () => {
    const [first, second, third] = await Promise.all([...tokens.keys()].slice(0, 3).map((name) => idOf(real.number, name)));
    const gate = (await post('sub1', `musters/${real.number}/posts`, { name: '一号闸口', wanted: 2 })).body.id;
    expect((await post('sub1', `musters/${real.number}/posts`, { name: '一号闸口', wanted: 2 })).body).toMatchObject({
      code: 'muster-post-taken',
    });
    const shift = (responderId: string | undefined) =>
      post('sub1', `musters/${real.number}/shifts`, { postId: gate, responderId, hours: 4 });
    expect((await shift(third)).body).toMatchObject({ code: 'not-signed-in' });
    const both = await Promise.all([shift(first), shift(first)]);
    expect(both.map((one) => one.status).toSorted()).toEqual([201, 409]);
    const id = both.find((one) => one.status === 201)!.body.id;
    const relief = (responderId: string | undefined) =>
      post('sub1', `musters/${real.number}/shifts/${id}/relief`, { responderId, hours: 4 });
    expect((await relief(first)).body).toMatchObject({ code: 'on-shift-already' });
    expect((await relief(second)).status).toBe(201);
    expect((await relief(second)).body).toMatchObject({ code: 'shift-over' });
    const [board] = (await get('sub1', `musters/${real.number}`)).posts;
    expect(board.shifts.map((one: { endedAt: string | null }) => one.endedAt === null)).toEqual([true, false]);
  });

  test('keeps needs and a log that two write at once', async () => {
    const need = (await post('sub1', `musters/${real.number}/needs`, { what: '沙袋', amount: '200 个' })).body.id;
    expect((await post('sub1', `musters/${real.number}/needs/${need}/met`)).status).toBe(204);
    expect((await post('sub1', `musters/${real.number}/needs/${need}/met`)).body).toMatchObject({ code: 'need-met' });
    const lines = ['水位上涨 10 厘米', '一号闸口已关闭'];
    const written = await Promise.all(lines.map((text, n) => post(n ? 'leader' : 'sub1', `musters/${real.number}/log`, { text })));
    expect(written.map((one) => one.status)).toEqual([204, 204]);
    const board = await get('sub1', `musters/${real.number}`);
    expect(board.log.map((one: { text: string }) => one.text)).toEqual(expect.arrayContaining(lines));
    expect(board.needs).toMatchObject([{ what: '沙袋', metBy: expect.any(String) }]);
  });

  test('counts who is safe and is not stood down over people who are missing', async () => {
    const [first, second] = [...tokens.keys()];
    expect((await post('sub1', `musters/${real.number}/counts`)).status).toBe(201);
    expect((await post(null, `calls/${tokens.get(first!)}/safe`)).body).toMatchObject({ askedSafe: false });
    expect((await get('sub1', `musters/${real.number}`)).counts).toMatchObject([{ expected: 2, safe: 1 }]);
    expect((await post('sub1', `musters/${real.number}/counts`)).body).toMatchObject({ code: 'count-running', missing: 1 });
    expect((await get('sub1', `musters/${real.number}/members?status=missing`)).items).toMatchObject([{ name: second, safe: false }]);
    expect((await act(real.number, 'stand-down', {})).body).toMatchObject({ code: 'people-unaccounted', missing: 1 });
    expect((await post('sub1', `musters/${real.number}/members/${await idOf(real.number, second!)}/safe`)).status).toBe(204);
    expect((await act(real.number, 'stand-down', { note: '雨停水退' })).body).toMatchObject({ state: 'stood-down' });
    const late = [...tokens.values()].at(-1);
    expect((await post(null, `calls/${late}/sign-in`, { code: real.code })).body).toMatchObject({ code: 'muster-over' });
    expect((await post('sub1', `musters/${real.number}/needs`, { what: '雨衣' })).body).toMatchObject({ code: 'muster-over' });
    expect((await act(real.number, 'report', { summary: '无人员伤亡' })).body).toMatchObject({ state: 'reported' });
    expect(await get('sub1', `musters/${real.number}`)).toMatchObject({
      left: 2,
      signedIn: 2,
      posts: [{ shifts: [{ endedAt: expect.any(String) }, {}] }],
    });
  });

  test('as a rehearsal says so in every message and stays out of the real figures', async () => {
    const rehearsal = await call({ title: '防汛演练', rehearsal: true });
    await district.settle();
    const [message] = await district.database.query<{ text: string }>(
      `select text from notifications.message where text like '%防汛演练%' limit 1`,
    );
    expect(message?.text).toMatch(/^【演练】/);
    const listed = async (query = '') => (await get('sub1', `musters${query}`)).items.map((one: { number: string }) => one.number);
    expect(await listed()).not.toContain(rehearsal.number);
    expect(await listed('?rehearsal=true')).toEqual([rehearsal.number]);
    expect((await get('sub2', 'musters')).items).toEqual([]);
    expect((await district.call('sub2', 'GET', `/api/command/musters/${rehearsal.number}`)).status).toBe(404);
  });

  test('can call more people, who are told then, and leaves a ledger that holds', async () => {
    const { number } = await call({ title: '增援测试', skills: ['排水'] });
    await district.settle();
    expect((await act(number, 'call-more', { areas: [`${districtCode}001`] })).status).toBe(200);
    expect((await act(number, 'call-more', { areas: [`${districtCode}001`] })).body).toMatchObject({ code: 'nobody-to-call' });
    expect((await act(number, 'call-more', { areas: [`${districtCode}002`] })).body).toMatchObject({ code: 'area-outside' });
    expect((await links(number)).size).toBe(20);
    expect((await district.matters.check()).faults).toEqual([]);
  });
});
