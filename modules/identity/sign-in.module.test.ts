import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createIdentity } from './index.ts';
import { stepOfCode } from './rules/time-code.ts';
import { makeWorld, password, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());
// Failures of one test must not count for the next.
beforeEach(() => world.pass({ days: 1 }));

const me = async (cookie: string) => (await world.call('GET', '/api/session', { cookie })).body.session;
const lines = (action: string) =>
  world.database.query<Record<string, unknown>>('select * from identity.audit_entry where action = $1 order by no', [action]);

test('a member of staff signs in and is told name, posts and permissions', async () => {
  await world.account('wang.li', ['dispatcher', '990101']);
  const { status, body, headers } = await world.call('POST', '/api/session', { body: { username: 'Wang.Li', password } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    kind: 'staff',
    name: '姓wang.li',
    username: 'wang.li',
    idleMinutes: 30,
    secondFactor: false,
    mustChangePassword: false,
    withheldPosts: [],
  });
  expect(body.posts).toMatchObject([{ role: 'dispatcher', areaCode: '990101' }]);
  expect(body.permissions).toContain('case.dispatch');
  expect(String(headers['set-cookie'])).toMatch(/^gongzhi=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
});

test('nobody is signed in without a cookie, nor with one that was made up, which is cleared', async () => {
  expect((await world.call('GET', '/api/session')).body).toEqual({ session: null });
  const { body, headers } = await world.call('GET', '/api/session', { cookie: 'A'.repeat(43) });
  expect(body).toEqual({ session: null });
  expect(String(headers['set-cookie'])).toMatch(/^gongzhi=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970/);
});

test('an unknown username and a wrong password get the same answer, and one hash is computed for either', async () => {
  await world.account('chen.bo');
  const wrong = await world.call('POST', '/api/session', { body: { username: 'chen.bo', password: 'not this one' } });
  const unknown = await world.call('POST', '/api/session', { body: { username: 'chen.bu', password: 'not this one' } });
  const bare = ({ trace, ...rest }: Record<string, unknown>) => rest;
  expect(wrong.status).toBe(401);
  expect(bare(wrong.body)).toEqual(bare(unknown.body));
  expect(wrong.body.code).toBe('invalid-credentials');
  // Processor time, not time: other work on the machine must not decide.
  const cost = async (username: string) => {
    const before = process.cpuUsage();
    await world.call('POST', '/api/session', { body: { username, password: 'not this one' }, address: '198.51.100.9' });
    return process.cpuUsage(before).user;
  };
  const known = Math.min(await cost('chen.bo'), await cost('chen.bo'));
  const other = Math.min(await cost('chen.bi'), await cost('chen.bi'));
  // Without the decoy hash the unknown one would cost a tenth.
  expect(other).toBeGreaterThan(known / 4);
});

test('five failures lock a username for fifteen minutes, also one that nobody has, also for the right password', async () => {
  await world.account('zhao.min');
  for (const username of ['zhao.min', 'nobody.at.all']) {
    for (let n = 0; n < 5; n++)
      expect((await world.call('POST', '/api/session', { body: { username, password: 'wrong' } })).status).toBe(401);
    const { status, body, headers } = await world.call('POST', '/api/session', { body: { username, password } });
    expect(status).toBe(429);
    expect(body.code).toBe('sign-in-locked');
    expect(Number(headers['retry-after'])).toBe(900);
  }
  world.pass({ minutes: 15 });
  await world.enter('zhao.min');
});

test('a dozen tries at once are five guesses', async () => {
  await world.account('sun.at.once');
  const tries = Array.from({ length: 12 }, () =>
    world.call('POST', '/api/session', { body: { username: 'sun.at.once', password: 'wrong' } }),
  );
  const statuses = (await Promise.all(tries)).map((one) => one.status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
});

test('the right password clears the count of failures', async () => {
  await world.account('qian.yu');
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 4; n++) await world.call('POST', '/api/session', { body: { username: 'qian.yu', password: 'wrong' } });
    await world.enter('qian.yu');
  }
});

test('an address that tries many usernames is locked for longer and longer', async () => {
  const address = '203.0.113.7';
  const attempt = (n: number) => world.call('POST', '/api/session', { body: { username: `spray${n}`, password: 'Spring-2026' }, address });
  for (let n = 0; n < 20; n++) expect((await attempt(n)).status).toBe(401);
  expect(Number((await attempt(20)).headers['retry-after'])).toBe(60);
  world.pass({ minutes: 1 });
  expect((await attempt(21)).status).toBe(401);
  // A minute has taken a third of a failure off: 60 s × 2^⅔.
  expect(Number((await attempt(22)).headers['retry-after'])).toBe(96);
  expect((await world.call('POST', '/api/session', { body: { username: 'spray1', password: 'x' }, address: '203.0.113.8' })).status).toBe(
    401,
  );
});

test('the slips of a whole office over a day do not add up', async () => {
  await world.account('clerk.of.office');
  const address = '203.0.113.20';
  for (let n = 0; n < 60; n++) {
    const slip = await world.call('POST', '/api/session', { body: { username: `slip${n}`, password: 'slip' }, address });
    expect(slip.status).toBe(401);
    world.pass({ minutes: 2 });
    expect((await world.call('POST', '/api/session', { body: { username: 'clerk.of.office', password }, address })).status).toBe(200);
    world.pass({ minutes: 2 });
  }
});

test('a session ends after thirty minutes without a call, and not while it is used', async () => {
  await world.account('li.na');
  const cookie = await world.enter('li.na');
  for (let n = 0; n < 4; n++) {
    world.pass({ minutes: 20 });
    expect((await me(cookie))?.username).toBe('li.na');
    // Last use is written beside the request: wait for it, as twenty minutes would.
    await vi.waitFor(async () => {
      const [row] = await world.database.query<{ seen: Date }>('select max(last_seen_at) as seen from identity.session');
      expect(row?.seen).toEqual(world.now());
    });
  }
  world.pass({ minutes: 31 });
  expect(await me(cookie)).toBeNull();
});

test('a session ends after twelve hours however busy it is', async () => {
  await world.account('zhou.jie');
  const cookie = await world.enter('zhou.jie');
  for (let n = 0; n < 35; n++) {
    world.pass({ minutes: 20 });
    expect(await me(cookie)).not.toBeNull();
    await vi.waitFor(async () =>
      expect((await world.database.query('select 1 from identity.session where last_seen_at = $1', [world.now()])).length).toBe(1),
    );
  }
  world.pass({ minutes: 20, seconds: 1 });
  expect(await me(cookie)).toBeNull();
});

test('a busy client costs no query, and what another process changes is seen after five seconds', async () => {
  const { id } = await world.account('busy.one', ['dispatcher', '990101']);
  const cookie = await world.enter('busy.one');
  let queries = 0;
  const query: World['database']['query'] = (...given) => {
    queries += 1;
    return world.database.query(...given);
  };
  const settings = { key: world.key, publicUrl: null, secureCookies: false, oidc: null };
  const other = createIdentity({
    database: { ...world.database, query },
    organisations: world.staff,
    settings,
    sms: { send: async () => {} },
    now: world.now,
  });
  const request = { headers: {}, cookies: { gongzhi: cookie } } as unknown as FastifyRequest;
  for (let n = 0; n < 100; n++) expect((await other.authenticate(request)).id).toBe(id);
  expect(queries).toBe(1);
  expect((await world.call('DELETE', '/api/session', { cookie })).status).toBe(204);
  world.pass({ seconds: 4 });
  expect((await other.authenticate(request)).kind).toBe('staff');
  world.pass({ seconds: 1 });
  expect((await other.authenticate(request)).kind).toBe('anonymous');
  await other.close();
});

test('signing in again ends the session that the browser came with', async () => {
  await world.account('wu.gang');
  const first = await world.enter('wu.gang');
  const again = await world.call('POST', '/api/session', { body: { username: 'wu.gang', password }, cookie: first });
  expect(again.cookie).not.toBe(first);
  world.pass({ seconds: 6 });
  expect(await me(first)).toBeNull();
  expect(await me(again.cookie as string)).not.toBeNull();
});

test('signing out ends the session at once and is written down', async () => {
  await world.account('zheng.he');
  const cookie = await world.enter('zheng.he');
  expect((await world.call('DELETE', '/api/session', { cookie })).status).toBe(204);
  expect(await me(cookie)).toBeNull();
  expect((await lines('signed-out')).at(-1)).toMatchObject({ actor_name: '姓zheng.he', address: '127.0.0.1' });
});

test('a request from another site does not ride on the cookie', async () => {
  await world.account('feng.yi');
  const cookie = await world.enter('feng.yi');
  const { status, body } = await world.call('DELETE', '/api/session', { cookie, headers: { origin: 'https://elsewhere.example' } });
  expect([status, body.code]).toEqual([403, 'origin-refused']);
});

test('a new password needs the present one, and signs out everywhere else', async () => {
  await world.account('chu.yan');
  const [here, there] = [await world.enter('chu.yan'), await world.enter('chu.yan')];
  const change = (current: string, next: string) => world.call('POST', '/api/session/password', { cookie: here, body: { current, next } });
  expect((await change('not mine', 'Wisteria-9-lane')).body.code).toBe('password-wrong');
  const weak = await change(password, 'chu.yan1A');
  expect(weak.body.code).toBe('password-weak');
  expect(weak.body.errors.map((one: { reason: string }) => one.reason)).toEqual(['shorter than 10 characters', 'contains the username']);
  expect((await change(password, password)).body.errors[0].reason).toBe('it is the present password');
  const done = await change(password, 'Wisteria-9-lane');
  expect(done.status).toBe(204);
  expect(await me(there)).toBeNull();
  expect(await me(here)).toBeNull();
  expect((await me(done.cookie as string)).username).toBe('chu.yan');
  expect((await world.call('POST', '/api/session', { body: { username: 'chu.yan', password } })).status).toBe(401);
  await world.enter('chu.yan', { password: 'Wisteria-9-lane' });
  expect(await lines('password-changed')).toHaveLength(1);
});

test('a found session is no place to guess the password', async () => {
  await world.account('wei.lan');
  const cookie = await world.enter('wei.lan');
  const guess = () => world.call('POST', '/api/session/password', { cookie, body: { current: 'guess', next: 'Wisteria-9-lane' } });
  for (let n = 0; n < 5; n++) expect((await guess()).status).toBe(403);
  expect((await guess()).status).toBe(429);
});

test('neither passwords nor secrets nor the usernames of failures are in the database', async () => {
  await world.account('jiang.wen');
  const cookie = await world.enter('jiang.wen');
  await world.call('POST', '/api/session', { body: { username: 'My-Secret-Passw0rd', password: 'typed in the wrong field' } });
  const tables = await world.asSuperuser((run) =>
    run(`select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('identity', 'platform')`),
  );
  for (const { name } of tables as { name: string }[]) {
    const [row] = (await world.asSuperuser((run) => run(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`))) as {
      text: string;
    }[];
    for (const secret of [password, cookie, 'My-Secret-Passw0rd', 'my-secret-passw0rd', 'typed in the wrong field'])
      expect(row?.text).not.toContain(secret);
  }
});

async function enrol(username: string): Promise<{ cookie: string; secret: string; recoveryCodes: string[]; code(): string }> {
  const cookie = await world.enter(username);
  const { body } = await world.call('POST', '/api/session/second-factor', { cookie });
  const { Secret, TOTP } = await import('otpauth');
  const totp = new TOTP({ secret: Secret.fromBase32(body.secret) });
  const code = () => totp.generate({ timestamp: world.now().getTime() });
  const confirmed = await world.call('PUT', '/api/session/second-factor', { cookie, body: { code: code() } });
  expect(confirmed.status).toBe(200);
  return { cookie, secret: body.secret, recoveryCodes: confirmed.body.recoveryCodes, code };
}

test('with a second factor the password alone does not do, and each code does once', async () => {
  const { id } = await world.account('shen.li');
  const { cookie, secret, code } = await enrol('shen.li');
  expect((await me(cookie)).secondFactor).toBe(true);
  const attempt = (given?: string) =>
    world.call('POST', '/api/session', { body: { username: 'shen.li', password, ...(given ? { code: given } : {}) } });
  expect((await attempt()).body.code).toBe('second-factor-required');
  expect((await attempt(code())).body.code).toBe('second-factor-wrong'); // It confirmed the factor and is used up.
  world.pass({ seconds: 30 });
  const next = code();
  expect((await attempt(next)).status).toBe(200);
  expect((await attempt(next)).body.code).toBe('second-factor-wrong');
  const [row] = await world.database.query<{ text: string }>('select a::text as text from identity.account a where id = $1', [id]);
  expect(row?.text).not.toContain(secret);
  expect(row?.text).not.toContain(Buffer.from(secret).toString('hex'));
});

test('who lost the device signs in with a recovery code, each of which does once and none of which is kept in the clear', async () => {
  const { id } = await world.account('gu.yan');
  const { cookie, recoveryCodes } = await enrol('gu.yan');
  const attempt = (code: string) => world.call('POST', '/api/session', { body: { username: 'gu.yan', password, code } });
  expect(new Set(recoveryCodes).size).toBe(10);
  const [first, second, third] = recoveryCodes as [string, string, string];
  expect((await attempt(first)).status).toBe(200);
  expect((await attempt(first)).body.code).toBe('second-factor-wrong');
  expect((await attempt(second.toLowerCase().replace('-', ''))).status).toBe(200);
  expect((await attempt('AAAAA-AAAAA')).body.code).toBe('second-factor-wrong');
  const kept = await world.database.query<{ text: string }>('select c::text as text from identity.recovery_code c where account_id = $1', [
    id,
  ]);
  expect(kept).toHaveLength(10);
  for (const { text } of kept) for (const code of recoveryCodes) expect(text).not.toContain(Buffer.from(code).toString('hex'));
  // Given up and begun anew: the old ones are worth nothing.
  expect((await world.call('DELETE', '/api/session/second-factor', { cookie, body: { password } })).status).toBe(204);
  world.pass({ minutes: 20 });
  await enrol('gu.yan');
  expect((await attempt(third)).body.code).toBe('second-factor-wrong');
});

test('a try without a code does not clear the count of wrong codes', async () => {
  await world.account('han.mei');
  const { code } = await enrol('han.mei');
  const attempt = (given?: string) =>
    world.call('POST', '/api/session', { body: { username: 'han.mei', password, ...(given ? { code: given } : {}) } });
  world.pass({ minutes: 5 });
  const wrong = String((Number(code()) + 7) % 1_000_000).padStart(6, '0');
  for (let n = 0; n < 5; n++) {
    expect((await attempt()).body.code).toBe('second-factor-required');
    expect((await attempt(wrong)).body.code).toBe('second-factor-wrong');
  }
  expect((await attempt(code())).status).toBe(429);
});

test('the second factor is given up with the password only, and cannot be begun over a running one', async () => {
  await world.account('yang.fan');
  const { cookie } = await enrol('yang.fan');
  expect((await world.call('POST', '/api/session/second-factor', { cookie })).body.code).toBe('second-factor-active');
  expect((await world.call('DELETE', '/api/session/second-factor', { cookie, body: { password: 'wrong' } })).body.code).toBe(
    'password-wrong',
  );
  expect((await world.call('DELETE', '/api/session/second-factor', { cookie, body: { password } })).status).toBe(204);
  await world.enter('yang.fan');
});

test('a code of another secret, or of two minutes ago, has no step', () => {
  const now = new Date('2026-03-02T01:00:00Z');
  // RFC 6238, appendix B, shortened to six digits: 59 s after the epoch, secret 12345678901234567890.
  expect(stepOfCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', '287082', new Date(59_000))).toBe(1);
  expect(stepOfCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', '287082', new Date(179_000))).toBeNull();
  expect(stepOfCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', '287082', now)).toBeNull();
});

test('the nightly job forgets what is over and keeps what holds', async () => {
  await world.account('early.bird');
  await world.enter('early.bird');
  world.pass({ hours: 13 });
  const cookie = await world.enter('early.bird');
  await world.call('POST', '/api/session', { body: { username: 'somebody', password: 'wrong' } });
  await world.identity.parts.jobs?.[0]?.run({}, { signal: AbortSignal.timeout(1000) });
  const [row] = await world.database.query(
    'select count(*) as sessions, (select count(*) from identity.attempt where failures > 0) as attempts from identity.session',
  );
  expect(row).toMatchObject({ sessions: 1 });
  expect(Number(row?.attempts)).toBeGreaterThan(0);
  expect(await me(cookie)).not.toBeNull();
});
