import type { Actor } from '@gongzhi/contract/actor';
import { createFloor } from '@gongzhi/platform/http';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { errand, firstOf, newErrand } from './testing/errand.ts';
import { dispatcher, handler, lights, reporter, resident, roads, staff, testLedger } from './testing/ledger.ts';
import { listen } from './testing/listen.ts';

let ledger: Awaited<ReturnType<typeof testLedger>>;
let app: FastifyInstance;
let address: string;
const viewer = staff(['990101001', ['case.read']]);
const elsewhere = staff(['990102', ['case.read', 'case.dispatch']]);
const otherResident: Actor = { ...resident, id: '00000000-0000-4000-8000-0000000000a2', name: '李四' };
const actors: Record<string, Actor> = {
  dispatcher,
  handler,
  resident,
  viewer,
  elsewhere,
  otherResident,
  anonymous: { kind: 'anonymous', id: null, name: '', posts: [] },
};

beforeAll(async () => {
  ledger = await testLedger();
  app = await createFloor({
    database: ledger.database,
    routes: ledger.matters.parts.routes,
    raw: [ledger.matters.parts.raw ?? (() => {})],
    perMinute: { account: 0, address: 0 },
    authenticate: async (request) => actors[String(request.headers['x-actor'] ?? 'anonymous')] as Actor,
  });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await ledger.database.close();
});
beforeEach(() => {
  ledger.matters.setFileAccess(async () => false);
});

const call = async (who: string, method: 'GET' | 'POST' | 'DELETE', url: string, body?: object, headers: Record<string, string> = {}) => {
  const answer = await app.inject({ method, url, headers: { 'x-actor': who, ...headers }, ...(body ? { payload: body } : {}) });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.payload && answer.headers['content-type']?.toString().includes('json') ? answer.json() : answer.rawPayload,
  };
};
const open = (differing: Parameters<typeof newErrand>[0] = {}) =>
  ledger.matters.open(
    errand,
    dispatcher,
    newErrand({ reporterId: reporter, details: { weight: 3, secret: '内部' }, ...differing }),
    firstOf,
  );
const act = (actor: Actor, number: string, action: string, input: Record<string, unknown> = {}) =>
  ledger.matters.act(actor, number, action, null, input);
const read = async (who: string, number: string) => (await call(who, 'GET', `/api/matters/${number}`)).body;
async function inHand(differing: Parameters<typeof newErrand>[0] = {}): Promise<string> {
  const { number } = await open(differing);
  await act(dispatcher, number, 'give', { organisationId: lights });
  await act(handler, number, 'take');
  return number;
}

describe('the page of a matter', () => {
  test('holds names, history, parts, clocks and what this actor may do now', async () => {
    const number = await inHand();
    const page = await read('dispatcher', number);
    expect(page).toMatchObject({
      number,
      categoryName: '路灯',
      areaName: '一社区',
      lead: { id: lights, name: '路灯所' },
      areas: [
        { code: '990101', name: '测试区' },
        { code: '990101001', name: '东街道' },
        { code: '990101001001', name: '一社区' },
      ],
      reporter: { id: reporter, name: '张**', phone: '138****1234' },
      parts: [{ organisation: { id: lights, name: '路灯所' }, role: 'lead' }],
      details: { weight: 3, secret: '内部' },
    });
    expect(
      page.entries.map((entry: { no: number; action: string; from: string | null; to: string }) => [
        entry.no,
        entry.action,
        entry.from,
        entry.to,
      ]),
    ).toEqual([
      [1, 'ask', null, 'asked'],
      [2, 'give', 'asked', 'given'],
      [3, 'take', 'given', 'doing'],
    ]);
    expect(page.entries[2].actor).toEqual({ id: handler.id, name: handler.name, post: '经办人', organisation: '路灯所' });
    expect(page.actions.map((offer: { action: string }) => offer.action).sort()).toEqual([
      'divide',
      'drop',
      'hold',
      'note',
      'publish',
      'rename',
    ]);
    expect(page.actions.find((offer: { action: string }) => offer.action === 'hold').input).toMatchObject({
      type: 'object',
      required: ['reason'],
    });
  });

  test('offers an action only while its guard passes', async () => {
    const number = await inHand();
    const offers = async () => (await read('handler', number)).actions.map((offer: { action: string }) => offer.action).sort();
    expect(await offers()).toEqual(['finish', 'hold', 'note']);
    await act(dispatcher, number, 'divide', { titles: ['其一'] });
    expect(await offers()).toEqual(['hold', 'note']);
  });

  test('the reporter reads what is meant for the reporter, units in the place of persons, and no internals', async () => {
    const number = await inHand();
    await act(handler, number, 'note', { note: '内部意见' });
    await act(handler, number, 'hold', { reason: '等材料' });
    const page = await read('resident', number);
    expect(page.entries.map((entry: { action: string }) => entry.action)).toEqual(['ask', 'give', 'take', 'hold']);
    expect(page.entries[2].actor).toEqual({ id: null, name: '路灯所', post: null, organisation: '路灯所' });
    expect(page.details).toEqual({ weight: 3 });
    expect(page.clocks.map((clock: { name: string }) => clock.name)).toEqual(['do']);
    for (const word of ['内部', handler.name, dispatcher.name]) expect(JSON.stringify(page)).not.toContain(word);
    expect(page.actions.map((offer: { action: string }) => offer.action)).toEqual(['drop']);
  });

  test('a confidential matter hides its reporter from the units that handle it, acts of the reporter included', async () => {
    const number = await inHand({ confidential: true });
    await act(handler, number, 'finish');
    await act(resident, number, 'judge', { satisfaction: 5 });
    for (const who of ['handler', 'viewer']) {
      const page = await read(who, number);
      expect(page.reporter).toBeNull();
      expect(JSON.stringify(page)).not.toMatch(/张|138\*/);
      expect(page.entries.at(-1).actor).toMatchObject({ id: null, name: '诉求人' });
    }
    expect((await read('dispatcher', number)).reporter).toMatchObject({ name: '张**' });
    expect((await read('resident', number)).reporter).toMatchObject({ name: '张**' });
  });

  test('other matters are named only to those who may see them', async () => {
    const [mine, foreign] = [await open({ title: '我的' }), await open({ title: '别人的', reporterId: otherResident.id })];
    await ledger.database.query(`insert into matters.link (from_id, to_id, kind, at) values ($1, $2, 'duplicate-of', now())`, [
      mine.id,
      foreign.id,
    ]);
    expect((await read('dispatcher', mine.number)).links).toEqual([
      { kind: 'duplicate-of', direction: 'from', number: foreign.number, title: '别人的', state: 'asked' },
    ]);
    expect((await read('dispatcher', foreign.number)).links).toMatchObject([{ direction: 'to', number: mine.number }]);
    expect((await read('resident', mine.number)).links).toEqual([]);
    await act(dispatcher, foreign.number, 'publish');
    expect((await read('resident', mine.number)).links).toMatchObject([{ number: foreign.number }]);
  });

  test('whoever may not see it is told that there is none', async () => {
    const { number } = await open();
    for (const who of ['elsewhere', 'otherResident', 'handler'])
      expect(await call(who, 'GET', `/api/matters/${number}`)).toMatchObject({ status: 404, body: { code: 'matter-not-found' } });
    expect((await call('anonymous', 'GET', `/api/matters/${number}`)).status).toBe(401);
  });

  test('a deadline is explained step by step up to its due time', async () => {
    const number = await inHand();
    await act(handler, number, 'hold', { reason: '等材料' });
    const page = await read('dispatcher', number);
    const clock = page.clocks.find((item: { name: string }) => item.name === 'take');
    const explained = (await call('dispatcher', 'GET', `/api/matters/${number}/clocks/${clock.id}`)).body;
    expect(explained.steps.at(-1).to).toBe(clock.dueAt);
    expect(
      explained.steps
        .filter((step: { kind: string }) => step.kind === 'counted')
        .reduce((sum: number, step: { minutes: number }) => sum + step.minutes, 0),
    ).toBe(240);
    const main = page.clocks.find((item: { name: string }) => item.name === 'do');
    const paused = (await call('dispatcher', 'GET', `/api/matters/${number}/clocks/${main.id}`)).body;
    expect(paused.steps.find((step: { cause: string }) => step.cause === 'pause')).toMatchObject({ name: '等材料' });
    expect(
      (await call('dispatcher', 'GET', `/api/matters/${number}/clocks/${number.slice(0, 0)}00000000-0000-4000-8000-00000000ffff`)).body
        .code,
    ).toBe('clock-not-found');
  });
});

test('acts, lists, counts and kinds answer over HTTP as the contract has it', async () => {
  const { number } = await open();
  expect(
    await call('dispatcher', 'POST', `/api/matters/${number}/actions/give`, { version: 1, input: { organisationId: lights } }),
  ).toMatchObject({ status: 200, body: { number, state: 'given', version: 2, dueAt: expect.any(String) } });
  expect(
    await call('dispatcher', 'POST', `/api/matters/${number}/actions/give`, { version: 1, input: { organisationId: lights } }),
  ).toMatchObject({ status: 409, body: { code: 'version-passed', last: { action: 'give' } } });
  expect((await call('dispatcher', 'GET', `/api/matters?numbers=${number}&limit=5`)).body).toMatchObject({
    items: [{ number }],
    next: null,
  });
  expect((await call('dispatcher', 'GET', `/api/matter-counts?numbers=${number}`)).body).toMatchObject({ total: 1, states: { given: 1 } });
  expect((await call('dispatcher', 'GET', '/api/matters?cursor=abc')).body).toMatchObject({ code: 'invalid-cursor' });
  expect(
    (
      await call('dispatcher', 'POST', '/api/matter-acts', {
        matters: [{ number, version: 2 }],
        action: 'note',
        input: { note: '看' },
        dryRun: true,
      })
    ).body,
  ).toEqual({ done: [{ number, state: 'given', version: 2 }], refused: [] });
  expect((await call('anonymous', 'GET', '/api/kinds')).body.items[0]).toMatchObject({
    kind: 'errand',
    states: expect.arrayContaining([expect.objectContaining({ state: 'asked', phase: 'open' })]),
  });
});

describe('files', () => {
  const boundary = 'x-boundary-x';
  const upload = (who: string, url: string, name: string, content: Buffer) =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'x-actor': who, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`),
        content,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    });
  const photo = () =>
    sharp({ create: { width: 600, height: 400, channels: 3, background: '#4af' } })
      .withExif({ IFD0: { Make: 'SECRETPHONE' }, IFD3: { GPSLatitude: '31/1 12/1 0/1' } })
      .jpeg()
      .toBuffer();
  const download = (who: string, url: string) => app.inject({ method: 'GET', url, headers: { 'x-actor': who } });

  test('a photo is drawn anew without its EXIF, with a preview', async () => {
    const { number } = await open();
    expect((await photo()).includes('SECRETPHONE')).toBe(true);
    const attached = (await upload('dispatcher', `/api/matters/${number}/files?stage=before`, '现场.jpg', await photo())).json();
    expect(attached).toMatchObject({ kind: 'photo', type: 'image/jpeg', stage: 'before', visibility: 'internal' });
    const [full, preview] = [await download('dispatcher', attached.url), await download('dispatcher', attached.previewUrl)];
    for (const answer of [full, preview]) {
      expect(answer.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
      expect(answer.rawPayload.includes('SECRETPHONE')).toBe(false);
    }
    expect(Math.max((await sharp(preview.rawPayload).metadata()).width ?? 0)).toBeLessThanOrEqual(320);
    expect((await read('dispatcher', number)).files).toMatchObject([{ id: attached.id }]);
  });

  test('another file is only ever saved, never shown; what could run is refused', async () => {
    const { number } = await open();
    const attached = (await upload('dispatcher', `/api/matters/${number}/files`, '说明.txt', Buffer.from('情况说明'))).json();
    const answer = await download('dispatcher', attached.url);
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.payload).toBe('情况说明');
    expect(
      (
        await upload(
          'dispatcher',
          `/api/matters/${number}/files`,
          'a.svg',
          Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
        )
      ).statusCode,
    ).toBe(415);
    expect((await upload('dispatcher', `/api/matters/${number}/files`, 'a.txt', Buffer.alloc(0))).statusCode).toBe(422);
    expect(
      (await app.inject({ method: 'POST', url: `/api/matters/${number}/files`, headers: { 'x-actor': 'dispatcher' } })).statusCode,
    ).toBe(400);
  });

  test('a file is for those who may see its matter, and for whom it is meant', async () => {
    const { number } = await open();
    const attach = async (visibility: string) =>
      (await upload('dispatcher', `/api/matters/${number}/files?visibility=${visibility}`, 'a.txt', Buffer.from(visibility))).json().url;
    const [internal, forReporter, everyone] = [await attach('internal'), await attach('reporter'), await attach('public')];
    const status = async (who: string, url: string) => (await download(who, url)).statusCode;
    expect([await status('viewer', internal), await status('resident', internal), await status('elsewhere', internal)]).toEqual([
      200, 404, 404,
    ]);
    expect([
      await status('resident', forReporter),
      await status('otherResident', forReporter),
      await status('anonymous', forReporter),
    ]).toEqual([200, 404, 404]);
    expect(await status('anonymous', everyone)).toBe(404);
    await act(dispatcher, number, 'publish');
    expect([await status('anonymous', everyone), await status('anonymous', forReporter), await status('anonymous', internal)]).toEqual([
      200, 404, 404,
    ]);
    expect((await upload('elsewhere', `/api/matters/${number}/files`, 'a.txt', Buffer.from('x'))).statusCode).toBe(404);
    expect(
      (await upload('resident', `/api/matters/${number}/files?visibility=internal`, 'a.txt', Buffer.from('x'))).json().visibility,
    ).toBe('reporter');
  });

  test('many who attach at once are all taken, one entry after the other', async () => {
    const { number } = await open();
    const { entries } = await read('dispatcher', number);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => upload('dispatcher', `/api/matters/${number}/files`, `说明${n}.txt`, Buffer.from(`情况${n}`))),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 201));
    const after = await read('dispatcher', number);
    expect([after.files.length, after.entries.length]).toEqual([8, entries.length + 8]);
  });

  test('what is attached stands in the history for those for whom it is meant, and sends nobody back to look again', async () => {
    const { number } = await open();
    const before = await read('dispatcher', number);
    for (const visibility of ['internal', 'reporter', 'public'])
      await upload(
        'dispatcher',
        `/api/matters/${number}/files?visibility=${visibility}&stage=after`,
        `${visibility}.txt`,
        Buffer.from(visibility),
      );
    const told = (detail: { entries: { action: string; note: string }[] }) =>
      detail.entries.filter((entry) => entry.action === 'attach').map((entry) => entry.note);
    const after = await read('dispatcher', number);
    expect(told(after)).toEqual(['internal.txt', 'reporter.txt', 'public.txt']);
    expect(after.entries.at(-1)).toMatchObject({
      no: before.entries.length + 3,
      visibility: 'public',
      data: { stage: 'after', kind: 'attachment' },
    });
    expect(told(await read('resident', number))).toEqual(['reporter.txt', 'public.txt']);
    expect(after.version).toBe(before.version);
    expect((await ledger.matters.check()).faults).toEqual([]);
  });

  test('a follow-up token opens what is meant for the reporter, and nothing internal', async () => {
    const { number } = await open();
    const attach = async (visibility: string) =>
      (await upload('dispatcher', `/api/matters/${number}/files?visibility=${visibility}`, 'a.txt', Buffer.from(visibility))).json();
    const [internal, forReporter] = [await attach('internal'), await attach('reporter')];
    ledger.matters.setFileAccess(async (id, token) => [internal.id, forReporter.id].includes(id) && token === 'right');
    const status = async (url: string) => (await download('anonymous', url)).statusCode;
    expect([
      await status(`${forReporter.url}?token=right`),
      await status(`${forReporter.url}?token=wrong`),
      await status(`${internal.url}?token=right`),
    ]).toEqual([200, 404, 404]);
  });

  test('an upload before the report is taken up by it, once; one that is not taken up is swept away after a day', async () => {
    const loose = async (name: string) => (await upload('anonymous', '/api/uploads', name, Buffer.from(`loose ${name}`))).json();
    const [taken, left] = [await loose('a.txt'), await loose('b.txt')];
    expect((await download('anonymous', `/api/files/${taken.id}`)).statusCode).toBe(404);
    const { number } = await open({ files: [taken.id] });
    const thief = await open({ files: [taken.id] });
    expect((await read('dispatcher', number)).files).toMatchObject([{ id: taken.id, visibility: 'reporter', stage: 'before' }]);
    expect((await read('dispatcher', thief.number)).files).toEqual([]);
    const digestOf = async (id: string) =>
      (await ledger.database.query<{ digest: string }>('select digest from matters.file where id = $1', [id]))[0]?.digest as string;
    const [kept, gone] = [await digestOf(taken.id), await digestOf(left.id)];
    const sweep = ledger.matters.parts.jobs?.find((job) => job.name === 'matters.sweep-uploads');
    await sweep?.run({}, { signal: AbortSignal.timeout(60_000) });
    expect(await ledger.files.has(gone)).toBe(true);
    ledger.clock.now = new Date(ledger.clock.now.getTime() + 25 * 3_600_000);
    await sweep?.run({}, { signal: AbortSignal.timeout(60_000) });
    ledger.clock.now = new Date('2026-03-02T02:00:00Z');
    expect([await ledger.files.has(kept), await ledger.files.has(gone), await digestOf(left.id)]).toEqual([true, false, undefined]);
  });
});

describe('the live stream', () => {
  test('tells each listener of what concerns it and of nothing else, without words or contact data', async () => {
    const streams = {
      dispatcher: await listen(address, 'dispatcher'),
      handler: await listen(address, 'handler'),
      resident: await listen(address, 'resident'),
      elsewhere: await listen(address, 'elsewhere'),
      otherResident: await listen(address, 'otherResident'),
    };
    const given = await inHand();
    const plain = await open({ reporterId: null });
    // Facts of earlier tests may still come while another transaction of the server holds them back: only these two matters count.
    const about = (name: keyof typeof streams) =>
      streams[name]
        .all()
        .map((event) => `${event.number} ${event.action}`)
        .filter((line) => line.includes(given) || line.includes(plain.number));
    const all = [`${given} ask`, `${given} give`, `${given} take`, `${plain.number} ask`];
    await expect.poll(() => about('dispatcher'), { timeout: 40_000 }).toEqual(all);
    await expect.poll(() => about('resident')).toEqual(all.slice(0, 3));
    // Scope is judged when the fact is read: the unit may have its part by then and be told of the opening too.
    await expect.poll(() => about('handler').slice(-2)).toEqual(all.slice(1, 3));
    expect(streams.elsewhere.text()).not.toContain(given);
    expect(streams.otherResident.text()).not.toContain(given);
    expect(streams.dispatcher.all().find((event) => event.number === given)).toEqual({
      number: given,
      action: 'ask',
      state: 'asked',
      areaCode: '990101001001',
      at: expect.any(String),
    });
    for (const stream of Object.values(streams)) stream.close();
  });

  test('a listener that comes back is told what it missed, once', async () => {
    const first = await listen(address, 'dispatcher');
    const { number } = await open();
    const actions = (stream: typeof first) =>
      stream
        .all()
        .filter((event) => event.number === number)
        .map((event) => event.action);
    await expect.poll(() => actions(first), { timeout: 40_000 }).toEqual(['ask']);
    const id = first
      .text()
      .match(/id: \S+/g)
      ?.at(-1)
      ?.slice(4) as string;
    first.close();
    await act(dispatcher, number, 'note', { note: '一' });
    const second = await listen(address, 'dispatcher', { 'last-event-id': id });
    await act(dispatcher, number, 'note', { note: '二' });
    await expect.poll(() => actions(second), { timeout: 40_000 }).toEqual(['note', 'note']);
    await new Promise((resolve) => setTimeout(resolve, 1600));
    expect(actions(second)).toEqual(['note', 'note']);
    second.close();
  });

  test('one actor has at most ten streams', async () => {
    const streams = await Promise.all(Array.from({ length: 10 }, () => listen(address, 'viewer')));
    expect(await call('viewer', 'GET', '/api/events')).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    for (const stream of streams) stream.close();
    await expect
      .poll(async () => {
        const again = await listen(address, 'viewer').catch(() => null);
        again?.close();
        return again !== null;
      })
      .toBe(true);
  });
});

test('views are mine, or shared with my organisation, and only I delete mine', async () => {
  const saved = (
    await call('handler', 'POST', '/api/views', { name: '我的在办', query: { mine: 'true' }, columns: ['number'], shared: true })
  ).body;
  expect(saved).toMatchObject({ name: '我的在办', shared: true, mine: true });
  actors.colleague = staff(['990102', ['case.read'], lights]);
  actors.stranger = staff(['990102', ['case.read'], roads]);
  expect((await call('colleague', 'GET', '/api/views')).body.items).toMatchObject([{ id: saved.id, mine: false }]);
  expect((await call('stranger', 'GET', '/api/views')).body.items).toEqual([]);
  expect((await call('colleague', 'DELETE', `/api/views/${saved.id}`)).body.code).toBe('view-not-found');
  expect((await call('handler', 'DELETE', `/api/views/${saved.id}`)).status).toBe(204);
});

test('the server stops although streams are open', async () => {
  const stream = await listen(address, 'dispatcher');
  const begun = Date.now();
  await app.close();
  await stream.ended;
  expect(Date.now() - begun).toBeLessThan(3000);
});
