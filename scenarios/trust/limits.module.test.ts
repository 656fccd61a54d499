import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Booted, openBooted } from '../testing/booted.ts';

const perMinute = { account: 40, address: 25 };
let server: Booted;
beforeAll(async () => {
  server = await openBooted({ cases: 20, perMinute, env: { GONGZHI_STATEMENT_SECONDS: '5' } });
});
afterAll(() => server.close());

const fileOf = (bytes: number, name = 'big.txt') => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes).fill(65)]), name);
  return form;
};

test('a body over the limit of its route is refused as too large, and nothing of it is kept', async () => {
  const answer = await server.call('dispatcher', 'POST', '/api/cases', { body: '长'.repeat(200_000) });
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({ code: 'too-large', status: 413 });
});

test('a file over the limit is refused as too large', async () => {
  const answer = await server.call('dispatcher', 'POST', '/api/uploads', fileOf(25_000_000));
  expect(answer.status).toBe(413);
  expect(answer.body.code).toBe('too-large');
});

test('two people act on one case at once: one of them is told what the other did', async () => {
  const opened = await server.call('dispatcher', 'POST', '/api/cases', {
    body: '两个人同时处理的一件事',
    areaCode: (await server.call('dispatcher', 'GET', '/api/session')).body.session.posts[0].areaCode,
  });
  expect(opened.status).toBe(201);
  const { number, version } = opened.body;
  const [one, other] = await Promise.all([
    server.call('dispatcher', 'POST', `/api/matters/${number}/actions/file`, { version, input: { category: '0101' } }),
    server.call('hotline-operator', 'POST', `/api/matters/${number}/actions/reject`, { version, input: { reason: '不在受理范围' } }),
  ]);
  expect([one.status, other.status].toSorted()).toEqual([200, 409]);
  const refused = one.status === 409 ? one.body : other.body;
  expect(refused).toMatchObject({ code: 'version-passed', version: 2 });
  expect(refused.last.action).toBe(one.status === 409 ? 'reject' : 'file');
  expect(refused.last.by).toBeTruthy();
  const now = await server.call('dispatcher', 'GET', `/api/matters/${number}`);
  expect(now.body).toMatchObject({ version: 2, state: one.status === 409 ? 'rejected' : 'filed' });
  expect(now.body.entries).toHaveLength(2);
});

test.skipIf(!process.env.TEST_DATABASE_URL)('a statement that takes too long is told as such, and the server goes on', async () => {
  const opened = await server.call('dispatcher', 'POST', '/api/cases', {
    body: '被锁住的一件事',
    areaCode: (await server.call('dispatcher', 'GET', '/api/session')).body.session.posts[0].areaCode,
  });
  const { number, version } = opened.body;
  const act = () => server.call('dispatcher', 'POST', `/api/matters/${number}/actions/note`, { version, input: { note: '备注' } });
  const holder = new pg.Client({ connectionString: server.product.settings.databaseUrl as string });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from matters.matter where number = $1 for update', [number]);
    const [slow, meanwhile] = await Promise.all([act(), server.call('dispatcher', 'GET', '/api/matters?limit=1')]);
    expect(slow.status).toBe(503);
    expect(slow.body).toMatchObject({ code: 'query-too-slow', status: 503 });
    expect(meanwhile.status).toBe(200);
  } finally {
    await holder.end();
  }
  expect((await act()).status).toBe(200);
  expect((await server.call(null, 'GET', '/health')).status).toBe(200);
});

test('an account that calls too often is told when to come again, and others go on', async () => {
  const answers = [];
  for (let count = 0; count < perMinute.account + 5; count += 1)
    answers.push(await server.call('supervisor', 'GET', '/api/matters?limit=1'));
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]!.body).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await server.call('dispatcher', 'GET', '/api/matters?limit=1')).status).toBe(200);
});

test('an address that calls too often without signing in is told so, and those who are signed in go on', async () => {
  const answers = [];
  for (let count = 0; count < perMinute.address + 5; count += 1) answers.push(await server.call(null, 'GET', '/api/wall?limit=1'));
  expect(answers.filter((answer) => answer.status === 429).length).toBeGreaterThan(0);
  expect((await server.call('dispatcher', 'GET', '/api/matters?limit=1')).status).toBe(200);
});

test('an address that asks Open311 too often is told so as the specification has it', async () => {
  const answers = [];
  for (let count = 0; count < perMinute.address + 5; count += 1) answers.push(await server.call(null, 'GET', '/open311/v2/services.json'));
  const refused = answers.find((answer) => answer.status === 429);
  expect(refused?.body).toMatchObject([{ code: 429, description: expect.stringMatching(/.+/) }]);
  expect((await server.call('dispatcher', 'GET', '/api/matters?limit=1')).status).toBe(200);
});

test('a route with a limit of its own counts by address, whoever is signed in', async () => {
  const answers = [];
  for (let count = 0; count < 35; count += 1)
    answers.push(await server.call(null, 'POST', '/api/session', { username: 'nobody', password: 'x' }));
  expect(answers.filter((answer) => answer.status === 429).length).toBeGreaterThan(0);
  expect(answers[0]!.status).toBe(401);
});
