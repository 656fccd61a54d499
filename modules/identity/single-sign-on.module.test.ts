import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFloor } from '@gongzhi/platform/http';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity, type OidcSettings } from './index.ts';
import { makeWorld, type World } from './testing/world.ts';

const site = 'http://localhost:3999';
let provider: Server;
let world: World;
let settings: OidcSettings;

// A real provider on loopback. Its people sign in by naming themselves: what is tested is our side.
beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'gongzhi',
        client_secret: 'a secret of the test',
        redirect_uris: [`${site}/api/session/oidc/return`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { profile: ['preferred_username'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ sub, preferred_username: sub.replace('sub-', '') }) }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['a key of the test'] },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
  provider.on('request', oidc.callback());
  settings = { issuer, clientId: 'gongzhi', clientSecret: 'a secret of the test', label: '政务统一认证' };
  world = await makeWorld({ publicUrl: site, oidc: settings });
});
afterAll(async () => {
  await world?.close();
  provider.closeAllConnections();
  await new Promise((resolve) => provider.close(resolve));
});

const begin = async (back = '') => {
  const { status, headers } = await world.call('GET', `/api/session/oidc${back && `?back=${encodeURIComponent(back)}`}`);
  const journey = /gongzhi-journey=([^;]+)/.exec(String(headers['set-cookie']))?.[1] ?? '';
  return { status, location: String(headers.location), journey, cookie: String(headers['set-cookie']) };
};

/** Walks the provider's own pages as a browser does, and gives the address to which it sends the browser back. */
async function atProvider(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let [url, form]: [string, URLSearchParams | null] = [start, null];
  for (let step = 0; step < 12; step++) {
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form,
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split(/=(.*)/s) as [string, string];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location) {
      [url, form] = [new URL(location, url).href, null];
      if (url.startsWith(site)) return new URL(url);
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`the provider shows ${answer.status} ${page.slice(0, 300)}`);
    form = page.includes('name="login"')
      ? new URLSearchParams({ prompt: 'login', login, password: 'any' })
      : new URLSearchParams({ prompt: 'consent' });
    url = new URL(action, url).href;
  }
  throw new Error('the provider goes in circles');
}

const comeBack = (url: URL, journey: string) =>
  world.call('GET', url.pathname + url.search, { headers: journey ? { cookie: `gongzhi-journey=${journey}` } : {} });

test('the sign-in page offers the provider by its name', async () => {
  const { body } = await world.call('GET', '/api/session/methods');
  expect(body).toEqual({ password: true, oidc: { label: '政务统一认证', url: '/api/session/oidc' }, demo: [] });
});

test('a mapped account signs in through the provider and arrives where it wanted to go', async () => {
  const { id } = await world.account('li.ming', ['dispatcher', '990101']);
  await world.database.query(`update identity.account set oidc_subject = 'sub-42' where id = $1`, [id]);
  const { status, location, journey, cookie } = await begin('/cases?mine=true');
  expect(status).toBe(302);
  const asked = new URL(location).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('state')).toBeTruthy();
  expect(asked.get('nonce')).toBeTruthy();
  expect(cookie).toMatch(/Path=\/api\/session\/oidc; HttpOnly; SameSite=Lax/);
  const returned = await atProvider(location, 'sub-42');
  const done = await comeBack(returned, journey);
  expect([done.status, done.headers.location]).toEqual([302, '/cases?mine=true']);
  expect((await world.call('GET', '/api/session', { cookie: done.cookie })).body.session).toMatchObject({
    username: 'li.ming',
    mustChangePassword: false,
  });
  const [line] = await world.database.query('select detail from identity.audit_entry where subject = $1 order by no desc limit 1', [id]);
  expect(line?.detail).toEqual({ by: 'single sign-on' });
  // The same address a second time: the provider has seen its code before.
  expect((await comeBack(returned, journey)).headers.location).toBe('/login?problem=oidc-failed');
});

test('whom the provider knows and we do not is told so, and no account appears', async () => {
  const { location, journey } = await begin();
  const done = await comeBack(await atProvider(location, 'sub-stranger'), journey);
  expect(done.headers.location).toBe('/login?problem=oidc-unmapped');
  expect(done.cookie).toBeUndefined();
  expect(await world.database.query(`select 1 from identity.account where username like '%stranger%'`)).toEqual([]);
});

test('a username is not taken for a subject', async () => {
  await world.account('sub-77');
  const { location, journey } = await begin();
  expect((await comeBack(await atProvider(location, 'sub-77'), journey)).headers.location).toBe('/login?problem=oidc-unmapped');
});

test('where the operator names another claim, it is also looked for among usernames', async () => {
  await world.account('chen.by.name');
  const identity = createIdentity({
    ...{ database: world.database, organisations: world.staff, sms: { send: async () => {} }, now: world.now },
    settings: { key: world.key, publicUrl: site, secureCookies: true, oidc: { ...settings, claim: 'preferred_username' } },
  });
  const app = await createFloor({
    database: world.database,
    routes: identity.parts.routes,
    authenticate: identity.authenticate,
    perMinute: { account: 0, address: 0 },
  });
  const started = await app.inject({ url: '/api/session/oidc' });
  const returned = await atProvider(String(started.headers.location), 'sub-chen.by.name');
  const done = await app.inject({
    url: returned.pathname + returned.search,
    cookies: { 'gongzhi-journey': started.cookies[0]?.value ?? '' },
  });
  expect(done.headers.location).toBe('/');
  expect(done.cookies.find((one) => one.name === 'gongzhi')).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  await app.close();
});

test('a disabled account does not come in by this door either', async () => {
  const { id } = await world.account('gone');
  await world.database.query(`update identity.account set oidc_subject = 'sub-gone', disabled_at = now() where id = $1`, [id]);
  const { location, journey } = await begin();
  expect((await comeBack(await atProvider(location, 'sub-gone'), journey)).headers.location).toBe('/login?problem=account-disabled');
});

test('an answer without our journey, of another journey, too late or tampered with signs nobody in', async () => {
  const [one, two] = [await begin(), await begin()];
  const returned = await atProvider(one.location, 'sub-42');
  for (const journey of ['', two.journey, `${one.journey.slice(0, -4)}AAAA`, Buffer.from('{"state":"x"}').toString('base64url')])
    expect((await comeBack(returned, journey)).headers.location).toBe('/login?problem=oidc-failed');
  const forged = new URL(returned);
  forged.searchParams.set('iss', 'https://elsewhere.example');
  expect((await comeBack(forged, one.journey)).headers.location).toBe('/login?problem=oidc-failed');
  world.pass({ minutes: 11 });
  expect((await comeBack(returned, one.journey)).headers.location).toBe('/login?problem=oidc-failed');
  const refused = await begin();
  expect((await comeBack(new URL(`${site}/api/session/oidc/return?error=access_denied&state=x`), refused.journey)).headers.location).toBe(
    '/login?problem=oidc-refused',
  );
});

test('the way back stays on this site', async () => {
  for (const back of ['/\\evil.example', '/\t/evil.example', '/cases\\..\\\\evil.example']) {
    const { location, journey } = await begin(back);
    expect((await comeBack(await atProvider(location, 'sub-42'), journey)).headers.location).toBe('/');
  }
  expect((await world.call('GET', `/api/session/oidc?back=${encodeURIComponent('//evil.example')}`)).status).toBe(400);
});
