import { system } from '@gongzhi/contract/actor';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, password, type World } from './testing/world.ts';

let world: World;
let admin: string;
let security: string;
beforeAll(async () => {
  world = await makeWorld();
  await world.account('sysadmin', ['system-administrator', '990101']);
  await world.account('secadmin', ['security-administrator', '990101']);
  [admin, security] = [await world.enter('sysadmin'), await world.enter('secadmin')];
});
afterAll(() => world.close());

const create = (body: Record<string, unknown>, cookie = admin) => world.call('POST', '/api/accounts', { cookie, body });
const change = (id: string, body: Record<string, unknown>, cookie: string) => world.call('PATCH', `/api/accounts/${id}`, { cookie, body });
const session = async (cookie: string | undefined) => (await world.call('GET', '/api/session', { cookie })).body.session;
const token = async (body: Record<string, unknown>, cookie = admin) => (await world.call('POST', '/api/tokens', { cookie, body })).body;

test('a new account has a one-time password, with which one can do nothing but change it', async () => {
  const personId = world.staff.add('新来的', ['dispatcher', '990101002']);
  const { status, body } = await create({ username: 'new.one', personId });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    username: 'new.one',
    name: '新来的',
    disabled: false,
    passwordChangedAt: null,
    posts: [{ role: 'dispatcher' }],
  });
  const first = await world.call('POST', '/api/session', { body: { username: 'new.one', password: body.password } });
  expect(first.body).toMatchObject({ mustChangePassword: true, permissions: [], posts: [{ role: 'dispatcher' }] });
  const changed = await world.call('POST', '/api/session/password', {
    cookie: first.cookie,
    body: { current: body.password, next: password },
  });
  expect(changed.status).toBe(204);
  expect(await session(changed.cookie)).toMatchObject({ mustChangePassword: false });
  expect((await session(changed.cookie)).permissions).toContain('case.dispatch');
});

test('a one-time password lapses after a week, with the answer of a wrong one', async () => {
  const { body } = await create({ username: 'slow.one', personId: world.staff.add('慢') });
  world.pass({ days: 7 });
  expect((await world.call('POST', '/api/session', { body: { username: 'slow.one', password: body.password } })).body.code).toBe(
    'invalid-credentials',
  );
  [admin, security] = [await world.enter('sysadmin'), await world.enter('secadmin')];
});

test('usernames, persons and subjects belong to one account each', async () => {
  const personId = world.staff.add('甲');
  expect((await create({ username: 'taken', personId, oidcSubject: 'sub-1' })).status).toBe(201);
  expect((await create({ username: 'taken', personId: world.staff.add('乙') })).body.code).toBe('username-taken');
  expect((await create({ username: 'taken.too', personId })).body.code).toBe('person-has-account');
  expect((await create({ username: 'taken.also', personId: world.staff.add('丙'), oidcSubject: 'sub-1' })).body.code).toBe('subject-taken');
  expect((await create({ username: 'nobody', personId: '019c0000-0000-7000-8000-00000000dead' })).body.errors[0].field).toBe('personId');
  expect((await create({ username: 'weak', personId: world.staff.add('丁'), password: 'Admin@123456' })).body.code).toBe('password-weak');
});

test('an administrator sees and changes accounts of his areas only, and changes none that reaches further', async () => {
  const inside = await world.account('in.side', ['grid-officer', '990101003']);
  const outside = await world.account('out.side', ['grid-officer', '990102001']);
  const both = await world.account('both.sides', ['grid-officer', '990101003'], ['district-leader', '99']);
  const names = async () =>
    (await world.call('GET', '/api/accounts?limit=200', { cookie: admin })).body.items.map((item: { username: string }) => item.username);
  expect(await names()).toEqual(expect.arrayContaining(['in.side', 'both.sides', 'sysadmin']));
  expect(await names()).not.toContain('out.side');
  expect((await world.call('POST', `/api/accounts/${inside.id}/password`, { cookie: admin })).status).toBe(200);
  expect((await world.call('POST', `/api/accounts/${outside.id}/password`, { cookie: admin })).status).toBe(404);
  expect((await change(outside.id, { disabled: true }, admin)).status).toBe(404);
  expect((await world.call('POST', `/api/accounts/${both.id}/password`, { cookie: admin })).status).toBe(403);
  expect((await change(both.id, { oidcSubject: 'mine' }, admin)).status).toBe(403);
  expect((await create({ username: 'leader', personId: world.staff.add('领导', ['district-leader', '99']) })).status).toBe(403);
});

test('accounts are listed in pages, by name, and by whether they are disabled', async () => {
  for (let n = 0; n < 5; n++) await world.account(`pages.${n}`);
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await world.call('GET', `/api/accounts?text=pages.&limit=2${cursor && `&cursor=${cursor}`}`, { cookie: admin });
    seen.push(...body.items.map((item: { username: string }) => item.username));
    cursor = body.next;
  } while (cursor);
  expect(seen).toEqual([0, 1, 2, 3, 4].map((n) => `pages.${n}`));
  const id = (await world.call('GET', `/api/accounts?text=${encodeURIComponent('姓pages.3')}`, { cookie: admin })).body.items[0].id;
  await change(id, { disabled: true }, security);
  const { items } = (await world.call('GET', '/api/accounts?disabled=true&text=pages', { cookie: security })).body;
  expect(items.map((item: { username: string }) => item.username)).toEqual(['pages.3']);
  expect((await world.call('GET', '/api/accounts?cursor=%00', { cookie: admin })).status).toBe(400);
});

test('disabling ends the sessions and says so at the next sign-in; the security administrator unlocks', async () => {
  const { id } = await world.account('leaver', ['grid-officer', '990101001']);
  const cookie = await world.enter('leaver');
  expect((await change(id, { disabled: true }, admin)).body).toMatchObject({ disabled: true });
  expect(await session(cookie)).toBeNull();
  const refused = await world.call('POST', '/api/session', { body: { username: 'leaver', password } });
  expect([refused.status, refused.body.code]).toEqual([403, 'account-disabled']);
  await change(id, { disabled: false }, security);
  for (let n = 0; n < 6; n++) await world.call('POST', '/api/session', { body: { username: 'leaver', password: 'wrong' } });
  const row = async () => (await world.call('GET', '/api/accounts?text=leaver', { cookie: security })).body.items[0];
  expect((await row()).lockedUntil).toBe(new Date(world.now().getTime() + 900_000).toISOString());
  expect((await change(id, { unlock: true }, admin)).status).toBe(403);
  expect((await change(id, { unlock: true }, security)).body.lockedUntil).toBeNull();
  await world.enter('leaver');
});

test('the second factor is taken away by the security administrator only, and not from himself', async () => {
  const { id } = await world.account('lost.phone');
  await world.database.query(`update identity.account set second_factor = '\\x00' where id = $1`, [id]);
  expect((await change(id, { resetSecondFactor: true }, admin)).status).toBe(403);
  expect((await change(id, { resetSecondFactor: true }, security)).body.secondFactor).toBe(false);
  const own = (await session(security)).id;
  expect((await change(own, { resetSecondFactor: true }, security)).status).toBe(400);
  expect((await change(own, { disabled: true }, security)).status).toBe(400);
});

test('no administrator gets the means to sign in as another kind of administrator', async () => {
  const auditor = await world.account('auditor', ['audit-administrator', '990101']);
  const guard = await world.account('guard', ['security-administrator', '990101']);
  const colleague = await world.account('colleague', ['system-administrator', '990101']);
  for (const { id } of [auditor, guard]) {
    expect((await world.call('POST', `/api/accounts/${id}/password`, { cookie: admin })).body.code).toBe('administrators-separated');
    expect((await change(id, { oidcSubject: 'attacker' }, admin)).body.code).toBe('administrators-separated');
    expect((await change(id, { disabled: true }, admin)).body.code).toBe('administrators-separated');
  }
  expect((await create({ username: 'own.auditor', personId: world.staff.add('审计', ['audit-administrator', '990101']) })).body.code).toBe(
    'administrators-separated',
  );
  expect((await world.call('POST', `/api/accounts/${colleague.id}/password`, { cookie: admin })).status).toBe(200);
  expect((await change(auditor.id, { oidcSubject: 'attacker' }, security)).status).toBe(403);
  // Whoever holds the machine can: somebody has to give the first auditor a password.
  expect(await world.identity.resetPassword(system, auditor.id)).toHaveLength(14);
});

test('of two kinds of administrator one person is only the first, and the session says which post is withheld', async () => {
  const { personId } = await world.account('too.many', ['audit-administrator', '990101'], ['grid-officer', '990101001']);
  const before = await session(await world.enter('too.many'));
  expect(before).toMatchObject({ withheldPosts: [] });
  expect(before.permissions).toContain('audit.read');
  world.staff.give(personId, 'system-administrator', '990101');
  const cookie = await world.enter('too.many');
  const after = await session(cookie);
  expect(after.permissions).toEqual(expect.arrayContaining(['account.edit', 'case.handle']));
  expect(after.permissions).not.toContain('audit.read');
  expect(after.withheldPosts).toEqual([after.posts.find((post: { role: string }) => post.role === 'audit-administrator').postId]);
  expect((await world.call('GET', '/api/audit', { cookie })).status).toBe(403);
});

test('a token works until it is revoked or expires, and is stored as a digest', async () => {
  const { token: text, id, ...shown } = await token({ name: '市级平台', scopes: ['admin'], expiresAt: '2026-12-31T00:00:00+08:00' });
  expect(text).toMatch(/^gz_[\w-]{43}$/);
  expect(shown).toMatchObject({
    name: '市级平台',
    scopes: ['admin'],
    areaCode: '990101',
    expiresAt: '2026-12-30T16:00:00.000Z',
    revokedAt: null,
  });
  expect((await world.call('GET', '/api/accounts', { token: text })).status).toBe(200);
  const rows = await world.database.query<{ text: string }>('select t::text as text from identity.token t');
  for (const row of rows) expect(row.text).not.toContain(text);
  expect((await world.call('DELETE', `/api/tokens/${id}`, { cookie: admin })).status).toBe(204);
  const { status, body, headers } = await world.call('GET', '/api/accounts', { token: text });
  expect([status, body.code, headers['www-authenticate']]).toEqual([401, 'token-invalid', 'Bearer']);
  expect((await world.call('DELETE', '/api/tokens/019c0000-0000-7000-8000-00000000dead', { cookie: admin })).status).toBe(404);
  const short = await token({ name: '短', scopes: ['open311'], expiresAt: new Date(world.now().getTime() + 60_000).toISOString() });
  expect((await world.identity.actorOfToken(short.token))?.tokenScopes).toEqual(['open311']);
  world.pass({ minutes: 1 });
  expect(await world.identity.actorOfToken(short.token)).toBeNull();
  expect((await token({ name: '过去', scopes: ['open311'], expiresAt: '2020-01-01T00:00:00Z' })).errors[0].field).toBe('expiresAt');
});

test('a token that is not good is refused also where anyone may call', async () => {
  for (const text of ['nonsense', `gz_${'A'.repeat(43)}`])
    expect((await world.call('GET', '/api/session/methods', { token: text })).status).toBe(401);
  // A reverse proxy with a password of its own sends another scheme.
  expect((await world.call('GET', '/api/session/methods', { headers: { authorization: 'Basic eDp5' } })).status).toBe(200);
});

test('a token permits what its scopes say, under its area and no further than its maker', async () => {
  const permissions = async (...scopes: string[]) => {
    const actor = await world.identity.actorOfToken((await token({ name: scopes.join(), scopes, areaCode: '990101001' })).token);
    return { areas: actor?.posts.map((post) => post.areaCode), granted: actor?.posts.flatMap((post) => post.permissions).sort() };
  };
  expect(await permissions('open311')).toEqual({ areas: [], granted: [] });
  expect(await permissions('cases:read')).toEqual({ areas: ['990101001'], granted: ['case.read'] });
  expect((await permissions('cases:write')).granted).toEqual(['case.file', 'case.import', 'case.read', 'case.record']);
  expect((await permissions('figures:read', 'cases:read')).granted).toEqual(['case.read', 'figures.read']);
  const system = (await permissions('admin')).granted;
  expect(system).toContain('token.edit');
  expect(system).not.toContain('audit.read');
  expect(system).not.toContain('security.edit');
  expect((await token({ name: '外', scopes: ['cases:read'], areaCode: '990102' })).errors[0].field).toBe('areaCode');
});

test('a token of the command line is everywhere and may be every administrator', async () => {
  const { token: text } = await world.identity.createToken(system, { name: '命令行', scopes: ['admin'] });
  const actor = await world.identity.actorOfToken(text);
  expect(actor?.posts).toMatchObject([{ role: 'token', areaCode: '' }]);
  expect((await world.call('GET', '/api/audit', { token: text })).status).toBe(200);
  const made = (await world.call('POST', '/api/tokens', { token: text, body: { name: '再', scopes: ['admin'] } })).body;
  // What a token makes is made by no machine holder.
  expect((await world.call('GET', '/api/audit', { token: made.token })).status).toBe(403);
  const { items } = (await world.call('GET', '/api/tokens?limit=1', { token: text })).body;
  expect(items[0]).toMatchObject({ name: '再', areaCode: null });
  expect(JSON.stringify(items)).not.toContain(made.token);
});

test('a token holds no password and no second factor', async () => {
  const { token: text } = await world.identity.createToken(system, { name: '机器', scopes: ['admin'] });
  expect((await world.call('POST', '/api/session/second-factor', { token: text })).status).toBe(403);
  expect((await world.call('POST', '/api/session/password', { token: text, body: { current: 'x', next: password } })).status).toBe(403);
});

test('administration is in the audit log, without a secret', async () => {
  const rows = await world.database.query<{ action: string; text: string }>('select action, e::text as text from identity.audit_entry e');
  const actions = new Set(rows.map((row) => row.action));
  for (const action of [
    'account-created',
    'account-disabled',
    'account-enabled',
    'account-unlocked',
    'second-factor-reset',
    'password-reset',
    'token-created',
    'token-revoked',
  ])
    expect(actions).toContain(action);
  for (const { text } of rows) expect(text).not.toMatch(/gz_|argon2|Osmanthus/);
});
