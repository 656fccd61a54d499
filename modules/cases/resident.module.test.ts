import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type District, gridCode, openDistrict, people, pointIn, units } from './testing/district.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
}, 120_000);
afterAll(() => district?.close());

const secret = { name: '赵小满', phone: '13912345678', address: '中山路12号3栋2单元501室' };
const words = '我叫赵小满，电话139 1234 5678，身份证11010519491231002X，家住中山路12号3栋2单元501室，门口井盖坏了';
const report = async (who: string | null, more: object = {}, headers = {}) =>
  (await district.call(who, 'POST', '/api/reports', { body: '路口的井盖坏了，请尽快处理', place: pointIn(0), ...more }, headers)).body;
const act = async (who: string, number: string, action: string, input: object = {}) => {
  const version = (await district.call(who, 'GET', `/api/matters/${number}`)).body.version;
  const answer = await district.call(who, 'POST', `/api/matters/${number}/actions/${action}`, { version, input });
  expect(answer.body, `${action}: ${JSON.stringify(answer.body)}`).toMatchObject({ number });
};
/** From the filing to the closing, by those whose turn it is. */
const settle = async (number: string, category = '0201', result = '井盖已更换') => {
  await act('dispatcher', number, 'file', { category });
  await act('dispatcher', number, 'dispatch', { lead: units.cityManagement });
  await act('cityManagement', number, 'sign');
  await act('cityManagement', number, 'feed-back', { result, outcome: 'solved' });
  await act('dispatcher', number, 'verify');
  await act('dispatcher', number, 'close');
};

describe('a report', () => {
  test('of somebody anonymous is followed by a secret link, and by nothing else', async () => {
    const opened = await report(null);
    expect(opened).toMatchObject({ areaCode: gridCode(0), state: 'recorded', followToken: expect.stringMatching(/^[\w-]{32}$/) });
    const followed = await district.call(null, 'GET', `/api/follow/${opened.followToken}`);
    expect(followed.body).toMatchObject({
      number: opened.number,
      maySupplement: true,
      mayWithdraw: true,
      mayRate: false,
      mayReopen: false,
    });
    const other = `${opened.followToken.slice(0, -1)}${opened.followToken.endsWith('A') ? 'B' : 'A'}`;
    expect(await district.call(null, 'GET', `/api/follow/${other}`)).toMatchObject({ status: 404, body: { code: 'token-unknown' } });
    expect((await district.call('stranger', 'GET', `/api/my-reports/${opened.number}`)).status).toBe(401);
  });

  test('sent twice with one key is one case with one link', async () => {
    const key = { 'idempotency-key': 'report-key-1' };
    const [first, second] = [await report(null, {}, key), await report(null, {}, key)];
    expect(second).toEqual(first);
    // The first answer was lost before it was kept: the key written with the case finds it again.
    await district.database.query(`delete from platform.request where key like '%report-key-1'`);
    expect(await report(null, {}, key)).toMatchObject({ number: first.number, followToken: first.followToken });
  });

  test('keeps its token nowhere but as a hash', async () => {
    const { followToken } = await report(null);
    const rows = await district.database.query('select token_hash from cases.follow');
    expect(rows.some((row) => (row.token_hash as Buffer).includes(Buffer.from(followToken, 'base64url')))).toBe(false);
  });

  test('outside of the district is refused with the field', async () => {
    expect(await district.call(null, 'POST', '/api/reports', { body: '不在这里', place: { longitude: 10, latitude: 10 } })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'place' }] },
    });
  });

  test('of a resident is among the own ones, and of nobody else', async () => {
    await district.resident('li', '13800000001');
    await district.resident('wu', '13800000002');
    const opened = await report('li');
    expect((await district.call('li', 'GET', '/api/my-reports')).body.items).toMatchObject([{ number: opened.number, mayRate: false }]);
    expect((await district.call('wu', 'GET', '/api/my-reports')).body.items).toEqual([]);
    expect((await district.call('wu', 'GET', `/api/my-reports/${opened.number}`)).status).toBe(404);
    expect((await district.call('wu', 'POST', `/api/my-reports/${opened.number}`, { action: 'withdraw', note: '不是我的' })).status).toBe(
      404,
    );
  });
});

describe('following', () => {
  test('tells the public words of the story and never the internal ones', async () => {
    const { number, followToken } = await report(null);
    await act('dispatcher', number, 'note', { note: '内部备注甲' });
    await act('dispatcher', number, 'note', { note: '给您的说明', public: true });
    await settle(number);
    const { body } = await district.call(null, 'GET', `/api/follow/${followToken}`);
    const text = JSON.stringify(body);
    expect(text).toContain('给您的说明');
    expect(text).not.toContain('内部备注甲');
    expect(text).not.toContain(people.dispatcher.name);
    expect(body).toMatchObject({ state: 'closed', outcome: 'solved', owner: '城管局', mayRate: true, mayReopen: true });
    expect(body.story.map((entry: { action: string }) => entry.action)).toEqual([
      'record',
      'note',
      'file',
      'dispatch',
      'sign',
      'feed-back',
      'close',
    ]);
  });

  test('lets the reporter supplement, rate once, and ask for it to be taken up again', async () => {
    const { number, followToken } = await report(null);
    const follow = (body: object) => district.call(null, 'POST', `/api/follow/${followToken}`, body);
    expect((await follow({ action: 'supplement', note: '又坏了一个' })).body.story.at(-1)).toMatchObject({
      action: 'supplement',
      note: '又坏了一个',
      organisation: null,
    });
    await settle(number);
    expect(await follow({ action: 'rate', rating: {} })).toMatchObject({ status: 400, body: { errors: [{ field: 'rating' }] } });
    expect((await follow({ action: 'rate', rating: { resolved: true, satisfaction: 4 } })).body).toMatchObject({
      mayRate: false,
      ratings: [{ by: 'reporter', satisfaction: 4 }],
    });
    expect(await follow({ action: 'rate', rating: { satisfaction: 5 } })).toMatchObject({ status: 409, body: { code: 'already-rated' } });
    expect((await follow({ action: 'reopen', note: '第二天又坏了' })).body).toMatchObject({ state: 'filed', mayWithdraw: true });
    expect((await follow({ action: 'withdraw', note: '我自己修好了' })).body).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn' });
  });

  test('opens photos of the report to the holder of the link alone', async () => {
    const id = '0199aaaa-0000-7000-8000-000000000001';
    const stored = await district.files.put(Buffer.from('a text'));
    await district.database.query(
      `insert into matters.file (id, name, kind, type, size, digest, uploaded_by) values ($1, 'a.txt', 'attachment', 'text/plain', 6, $2, 'anonymous:')`,
      [id, (stored as { digest?: string }).digest ?? stored],
    );
    const { followToken } = await report(null, { files: [id] });
    const other = await report(null);
    const { body } = await district.call(null, 'GET', `/api/follow/${followToken}`);
    expect(body.files).toMatchObject([{ id, url: `/api/files/${id}?token=${followToken}` }]);
    expect((await district.call(null, 'GET', body.files[0].url)).status).toBe(200);
    expect((await district.call(null, 'GET', `/api/files/${id}`)).status).toBe(404);
    expect((await district.call(null, 'GET', `/api/files/${id}?token=${other.followToken}`)).status).toBe(404);
  });

  test('of a case that joined another tells how the first one ended, without what its reporter said', async () => {
    const first = await report(null, { body: words, reporter: secret });
    const second = await report(null);
    await act('dispatcher', first.number, 'file', { category: '0201' });
    await act('dispatcher', second.number, 'join', { to: first.number });
    expect((await district.call(null, 'GET', `/api/follow/${second.followToken}`)).body).toMatchObject({
      state: 'joined',
      joinedTo: first.number,
      outcome: 'duplicate',
    });
    await act('dispatcher', first.number, 'dispatch', { lead: units.cityManagement });
    await act('cityManagement', first.number, 'sign');
    await act('cityManagement', first.number, 'feed-back', { result: '已电话13912345678告知赵先生，井盖已换', outcome: 'solved' });
    await act('dispatcher', first.number, 'verify');
    await act('dispatcher', first.number, 'close');
    const { body } = await district.call(null, 'GET', `/api/follow/${second.followToken}`);
    expect(body.story.at(-1)).toMatchObject({
      action: 'close',
      to: 'closed',
      organisation: '城管局',
      note: expect.stringContaining('井盖已换'),
    });
    expect(JSON.stringify(body)).not.toMatch(/13912345678|赵/);
  });
});

test('personal data of a report are in no public answer, no wall, no link of another and no fact', async () => {
  const opened = await report(null, { body: words, reporter: secret });
  const other = await report(null);
  await settle(opened.number, '0201', '已联系赵小满（139-1234-5678），中山路12号3栋井盖已换');
  await district.settle();
  await district.publish();
  await district.resident('sun', '13800000003');
  const answers = await Promise.all(
    [
      ['GET', '/api/wall?wall=echoes'],
      ['GET', '/api/wall'],
      ['GET', `/api/wall/${opened.number}`],
      ['GET', `/api/wall?wall=echoes&text=${encodeURIComponent('139')}`],
      ['GET', '/api/wall-figures'],
      ['GET', `/api/nearby?longitude=${pointIn(0).longitude}&latitude=${pointIn(0).latitude}&metres=2000`],
      ['GET', `/api/follow/${other.followToken}`],
    ].map(([method, url]) => district.call(null, method as 'GET', url as string)),
  );
  expect(answers[2]).toMatchObject({ status: 200, body: { number: opened.number, state: 'closed' } });
  expect(answers[3]?.body.items).toEqual([]);
  const facts = await district.database.query('select data from platform.fact');
  const mine = await district.call('sun', 'GET', '/api/my-reports');
  for (const text of [...answers, mine, facts].map((answer) => JSON.stringify(answer))) {
    for (const leak of ['赵小满', '13912345678', '139 1234 5678', '139-1234-5678', '11010519491231002X', '501室', '12号3栋'])
      expect(text).not.toContain(leak);
  }
});
