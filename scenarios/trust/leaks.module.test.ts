// What a reporter says of himself is looked for everywhere: in every answer, event, delivery, export, log line and in the whole database.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRows } from '@gongzhi/platform/spreadsheets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Booted, openBooted } from '../testing/booted.ts';

const marks = ['欧阳慕雪', '13577779999', '135 7777 9999', '清风巷九十九号'];
const reporter = { name: '欧阳慕雪', phone: '13577779999', address: '清风巷九十九号' };
let server: Booted;
let area: string;
/** Everything that was given out, by where it came from. */
const seen = new Map<string, string>();
const delivered: string[] = [];
const receiver = createServer((request, response) => {
  let body = JSON.stringify(request.headers);
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    delivered.push(body);
    response.end();
  });
});

const call: Booted['call'] = async (who, method, url, body, headers) => {
  const answer = await server.call(who, method, url, body, headers);
  // What the reporter himself is told of himself, and a reveal for a purpose, are no leaks.
  if (who !== 'resident' && !url.endsWith('/contact'))
    seen.set(`${who ?? 'nobody'} ${method} ${url} ${seen.size}`, `${answer.text} ${JSON.stringify([...answer.headers])}`);
  if (answer.status >= 400) throw new Error(`${who} ${method} ${url}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return answer;
};
const act = async (who: string, number: string, action: string, input: Record<string, unknown> = {}) => {
  const { body } = await call(who, 'GET', `/api/matters/${number}`);
  return call(who, 'POST', `/api/matters/${number}/actions/${action}`, { version: body.version, input });
};
const leaks = (where: string, text: string) => marks.filter((mark) => text.includes(mark)).map((mark) => `${where}: ${mark}`);
const numbers: string[] = [];
let stream = '';

beforeAll(async () => {
  server = await openBooted({ cases: 30, work: true, env: { GONGZHI_WEBHOOK_PRIVATE: '1' } });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  area = (await server.call('grid-officer', 'GET', '/api/session')).body.session.posts[0].areaCode;
  const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  await call('system-administrator', 'POST', '/api/webhooks', { url: hook, events: ['case-*'] });
  const events = await fetch(`${server.address}/api/events`, { headers: await server.headersOf('dispatcher') });
  void (async () => {
    for await (const chunk of events.body as AsyncIterable<Uint8Array>) stream += Buffer.from(chunk).toString('utf8');
  })().catch(() => {});
});
afterAll(async () => {
  await server.close();
  receiver.close();
});

test('cases come in by every channel with a name, a telephone and an address', { timeout: 150_000 }, async () => {
  const body = '楼下路灯不亮已经三天，晚上看不见路';
  for (const channel of ['hotline', 'walk-in', 'grid', 'media', 'api'])
    numbers.push(
      (
        await call('subdistrict-dispatcher', 'POST', '/api/cases', {
          body,
          channel,
          areaCode: area,
          reporter,
          confidential: channel === 'media',
        })
      ).body.number,
    );
  const report = await call(null, 'POST', '/api/reports', { body, areaCode: area, reporter });
  numbers.push(report.body.number);
  await call(null, 'GET', `/api/follow/${report.body.followToken}`);
  await server.enterResident('resident', reporter.phone);
  numbers.push((await call('resident', 'POST', '/api/reports', { body, areaCode: area })).body.number);
  const key = await server.enterToken('open311', ['open311']);
  const { longitude, latitude } = await place();
  const form = new URLSearchParams({
    ...{ api_key: key, service_code: '0101', description: body, lat: String(latitude), long: String(longitude) },
    ...{ first_name: '慕雪', last_name: '欧阳', phone: reporter.phone, email: 'who@example.org' },
  });
  await call(null, 'POST', '/open311/v2/requests.json', form.toString(), { 'content-type': 'application/x-www-form-urlencoded' });
  const file = new FormData();
  file.set(
    'file',
    new Blob([
      `编号,内容,受理时间,姓名,电话,地址,网格编码\nL-1,${body},2026-03-01 09:00,${reporter.name},${reporter.phone},人民路,${area}\nL-2,${body},没有时间,${reporter.name},${reporter.phone},人民路,${area}\n`,
    ]),
    'leak.csv',
  );
  const sniffed = await server.call('dispatcher', 'POST', '/api/imports', file);
  expect(sniffed.status).toBe(201);
  const mapping = Object.fromEntries(
    sniffed.body.columns.map((column: { column: string; field: string | null }) => [column.column, column.field]),
  );
  await call('dispatcher', 'POST', `/api/imports/${sniffed.body.id}/run`, { mapping, source: 'leak' });
  const job = () => call('dispatcher', 'GET', `/api/imports/${sniffed.body.id}`);
  let state = '';
  for (const until = Date.now() + 90_000; !['done', 'failed'].includes(state) && Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    state = (await job()).body.state;
  }
  expect((await job()).body).toMatchObject({ state: 'done', report: { read: 2, taken: 1 } });
  expect(numbers).toHaveLength(7);
});

async function place() {
  const { body } = await call(null, 'GET', `/api/areas/${area}`);
  return { longitude: body.center[0], latitude: body.center[1] };
}

test('the whole loop is gone through, to the walls', async () => {
  for (const number of numbers) {
    await act('subdistrict-dispatcher', number, 'file', { category: '0101' });
    const { body } = await call('subdistrict-handler', 'GET', '/api/session');
    await act('subdistrict-dispatcher', number, 'dispatch', { lead: body.session.posts[0].organisationId });
    await act('subdistrict-handler', number, 'sign');
    await act('subdistrict-handler', number, 'contact', { reached: true });
    await act('subdistrict-handler', number, 'feed-back', { result: '灯已修好', outcome: 'solved' });
    await act('subdistrict-dispatcher', number, 'verify');
    await act('subdistrict-dispatcher', number, 'close', { reply: '已修好，谢谢反映' });
  }
  await call('callback-staff', 'POST', `/api/cases/${numbers[0]}/call-backs`, { reached: true, resolved: true, satisfaction: 5 });
  // Where the rule of the category has not put it on the wall already, the editor does.
  if (!(await call('content-editor', 'GET', `/api/matters/${numbers[1]}`)).body.public) await act('content-editor', numbers[1]!, 'publish');
  expect((await call(null, 'GET', `/api/wall/${numbers[1]}`)).body.number).toBe(numbers[1]);
  const revealed = await call('dispatcher', 'POST', `/api/cases/${numbers[0]}/contact`, { purpose: '核实地址' });
  expect(revealed.body).toMatchObject(reporter);
});

/** A look counts only where there was something to see. */
const look = async (who: string | null, url: string, body?: unknown) => {
  const answer = await server.call(who, body ? 'POST' : 'GET', url, body);
  expect([who, url, answer.status]).toEqual([who, url, 200]);
  seen.set(`${who ?? 'nobody'} ${url} ${seen.size}`, answer.text);
  return answer;
};

test('no answer holds it, whoever asks', async () => {
  const readers = ['dispatcher', 'subdistrict-dispatcher', 'subdistrict-handler', 'supervisor'];
  const everywhere = [
    '/api/matters?limit=200',
    '/api/matters?text=%E6%AC%A7%E9%98%B3',
    '/api/matters?text=13577779999',
    '/api/matter-counts',
    '/api/workbench',
    '/api/notices?limit=200',
    '/api/views',
  ];
  for (const who of readers) {
    for (const url of everywhere) await look(who, url);
    for (const number of numbers) {
      const { body } = await look(who, `/api/matters/${number}`);
      for (const clock of body.clocks) await look(who, `/api/matters/${number}/clocks/${clock.id}`);
      await look(who, `/api/cases/${number}/suggestions`);
    }
    await look(who, `/api/cases/${numbers[0]}/similar`);
  }
  for (const who of ['dispatcher', 'subdistrict-dispatcher']) {
    await look(who, '/api/cases.csv');
    await look(who, '/api/cases.csv?language=en');
    const history = await look(who, '/api/caller-history', { phone: reporter.phone });
    // The caller is known there, by a masked name.
    expect(history.body.items.length).toBeGreaterThan(0);
    expect(history.body.name).toMatch(/\*/);
    await look(who, '/api/case-suggestions', { body: `${reporter.name} ${reporter.phone} 楼下路灯不亮已经三天`, areaCode: area });
  }
  await look('dispatcher', '/api/imports');
  await look('callback-staff', '/api/call-backs?limit=200');
  for (const url of ['/api/audit?limit=200', '/api/audit.csv']) await look('audit-administrator', url);
  for (const url of [
    '/api/wall?limit=200',
    '/api/wall?wall=echoes&limit=200',
    '/api/wall-figures',
    '/api/wall.atom',
    '/api/wall.rss',
    '/api/wall.geojson',
  ])
    await look(null, url);
  for (const url of ['/open311/v2/requests.json', '/open311/v2/requests.xml']) await look(null, url);
  const published = (await look(null, '/api/wall?wall=echoes&limit=200')).body.items.map((item: { number: string }) => item.number);
  for (const number of published.filter((one: string) => numbers.includes(one))) await look(null, `/api/wall/${number}`);
  expect(seen.size).toBeGreaterThan(200);
  expect([...seen].flatMap(([where, text]) => leaks(where, text))).toEqual([]);
});

test('no workbook that is taken away holds it', async () => {
  const headers = await server.headersOf('dispatcher');
  const answer = await fetch(`${server.address}/api/cases.xlsx`, { headers });
  expect(answer.status).toBe(200);
  const texts: string[] = [];
  for await (const row of readRows(new Uint8Array(await answer.arrayBuffer()))) texts.push(JSON.stringify(row));
  expect(texts.join()).toContain(numbers[0]);
  expect(leaks('workbook', texts.join('\n'))).toEqual([]);
});

test('neither the stream of events, nor webhooks, nor the log hold it', async () => {
  for (const until = Date.now() + 60_000; delivered.length < numbers.length && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 300));
  expect(delivered.length).toBeGreaterThanOrEqual(numbers.length);
  expect(stream).toContain(numbers[0]);
  expect(server.log.length).toBeGreaterThan(50);
  expect([...leaks('events', stream), ...leaks('webhooks', delivered.join('\n')), ...leaks('log', server.log.join('\n'))]).toEqual([]);
});

test('nowhere in the database does it stand in the clear', async () => {
  const { database } = server.product;
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public')`,
  );
  const found: string[] = [];
  let rows = 0;
  for (const { name } of tables) {
    const texts = await database.transaction(async (tx) => {
      await tx.query(`select set_config('gongzhi.purpose', 'leak test', true)`);
      return tx.query<{ row: string }>(`select t::text as row from ${name} t`);
    });
    rows += texts.length;
    found.push(...new Set(texts.flatMap(({ row }) => leaks(name, row))));
  }
  expect(rows).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});
