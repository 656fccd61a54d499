// What only processes show: killed under load, told to stop, spoken to from outside, backed up and restored. On the engine that is tested.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../testing/fresh-database.ts';
import { freePort, runVerb, type Server, spawnVerb, startServer } from '../testing/start-server.ts';
import { type Asked, recordUnderLoad } from './load.ts';

const cases = 20;
let home: FreshDatabase;
let elsewhere: string;
let env: Record<string, string>;
let server: Server;
let worker: ReturnType<typeof spawnVerb> | undefined;
let grid: string;
let asked: Asked[] = [];
let late: string;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const json = async (args: string[], environment = env) => {
  const { code, stdout, stderr } = await runVerb([...args, '--json'], environment);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${stderr} ${stdout}`);
  return JSON.parse(stdout);
};

/** With PostgreSQL the background work is a process of its own; the embedded engine does it in the server. */
async function start(): Promise<void> {
  server = await startServer({ env });
  if (home.url) {
    worker = spawnVerb(['work'], env);
    while (!worker.stderr().includes('is working')) await sleep(100);
  }
}
async function kill(): Promise<void> {
  const gone = [server.end('SIGKILL')];
  worker?.process.kill('SIGKILL');
  if (worker) gone.push(worker.finished.then(({ code }) => code));
  expect(await Promise.all(gone)).toEqual(gone.map(() => null));
}

beforeAll(async () => {
  home = await freshDatabase();
  elsewhere = mkdtempSync(join(tmpdir(), 'gongzhi-elsewhere-'));
  env = {
    GONGZHI_DATA: home.folder,
    GONGZHI_DEMO: '1',
    GONGZHI_DEMO_CASES: String(cases),
    GONGZHI_KEY: randomBytes(32).toString('hex'),
    ...(home.url ? { DATABASE_URL: home.url } : {}),
  };
  await start();
  grid = (await server.call('grid-officer', 'GET', '/api/session')).body.session.posts[0].areaCode;
});
afterAll(async () => {
  server?.process.kill('SIGKILL');
  worker?.process.kill('SIGKILL');
  await server?.end('SIGKILL');
  await home.remove();
  rmSync(elsewhere, { recursive: true, force: true });
});

test.skipIf(process.env.TEST_DATABASE_URL)('a second process on the same embedded data folder is refused in plain words', async () => {
  const second = await runVerb(['serve'], { ...env, PORT: String(await freePort()) });
  expect(second.code).toBe(1);
  expect(second.stderr).toContain(`The data folder ${home.folder} is in use by another Gongzhi process (process ${server.process.pid})`);
  expect(second.stderr.trim().split('\n')).toHaveLength(1);
});

test('a verb works while the server runs, and the server knows what it made', async () => {
  const made = await json(['token', 'create', '--scope', 'cases:write', '--name', 'load']);
  expect(Object.keys(made)).toContain('token');
  server.introduce('load', { authorization: `Bearer ${made.token}` });
  expect((await server.call('load', 'GET', '/api/matters?limit=1')).status).toBe(200);
});

test('killed during load, every acknowledged case is there whole and nothing is half-written', async () => {
  // A promise of two hours that will be broken a few seconds after the restart, or during it.
  const openedAt = new Date(Date.now() - 2 * 3_600_000 + 12_000).toISOString();
  const promised = await server.call('load', 'POST', '/api/cases', {
    body: '这件事两小时内应当受理',
    areaCode: grid,
    channel: 'api',
    openedAt,
  });
  expect(promised.status).toBe(201);
  late = promised.body.number;

  const load = recordUnderLoad(server, 'load', grid);
  while (load.asked.filter((item) => item.answer).length < 60) await sleep(50);
  await kill();
  await load.stop();
  asked = load.asked;
  const token = await server.headersOf('load');
  await start();
  server.introduce('load', token);

  const acknowledged = asked.filter((item) => item.answer);
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  expect(new Set(acknowledged.map((item) => item.answer!.number)).size).toBe(acknowledged.length);
  for (const item of acknowledged) {
    const { status, body } = await server.call('load', 'GET', `/api/matters/${item.answer!.number}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ body: item.body.body, areaCode: grid, state: 'recorded', version: 1 });
    expect(body.entries).toHaveLength(1);
    expect(body.clocks.map((clock: { name: string }) => clock.name)).toEqual(['accept']);
  }
  const checked = await json(['check']);
  expect(checked).toMatchObject({ sound: true, ledger: { faults: [] }, audit: { intact: true } });
});

test('a repeated Idempotency-Key gives the first answer, also of requests whose answer was lost', async () => {
  for (const item of asked.filter((one) => one.answer).slice(-25)) {
    const again = await server.call('load', 'POST', '/api/cases', item.body, { 'idempotency-key': item.key });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(JSON.parse(item.answer!.text));
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  }
  // What was asked and never answered is told to wait, or done now; never done twice.
  for (const item of asked.filter((one) => !one.answer)) {
    const again = await server.call('load', 'POST', '/api/cases', item.body, { 'idempotency-key': item.key });
    expect([201, 409]).toContain(again.status);
    if (again.status === 409) expect(again.body.code).toBe('idempotency-running');
    const found = await server.call('load', 'GET', `/api/matters?limit=50&area=${grid}&text=${item.key}`);
    expect(found.body.items.filter((one: { title: string }) => one.title.includes(item.key)).length).toBeLessThanOrEqual(1);
  }
});

test('a clock that was running when the server was killed still reminds', async () => {
  const reminded = async () => {
    const { body } = await server.call('subdistrict-dispatcher', 'GET', '/api/notices?limit=200');
    return body.items.filter((notice: { number: string; kind: string }) => notice.number === late && notice.kind === 'reminder-2').length;
  };
  const until = Date.now() + 150_000;
  while ((await reminded()) === 0 && Date.now() < until) await sleep(500);
  expect(await reminded()).toBe(1);
});

test('an import tells what became of every row, and the same file twice is the same as once', async () => {
  const file = join(elsewhere, 'cases.csv');
  const rows = Array.from(
    { length: 40 },
    (_, i) => `WJ-${1000 + i},第${i}处路灯不亮,${i === 7 ? '三月的一天' : '2026-03-01 09:00:00'},${grid}`,
  );
  writeFileSync(file, `编号,内容,受理时间,网格编码\n${rows.join('\n')}\n`);
  const first = await json(['import', 'cases', file]);
  expect(first).toMatchObject({ read: 40, taken: 39, known: 0 });
  expect(first.refused).toEqual([{ row: 9, column: '受理时间', value: '三月的一天', reason: expect.any(String) }]);
  const second = await json(['import', 'cases', file]);
  expect(second).toMatchObject({ read: 40, taken: 0, known: 39, refused: first.refused });
});

test('told to stop, it finishes the request in hand', async () => {
  const files = join(elsewhere, 'backup.gz');
  const written = await json(['backup', files]);
  expect(written.rows).toBeGreaterThan(1000);

  const { hostname, port } = new URL(server.address);
  const body = JSON.stringify({ body: '停止之前收到的最后一件', areaCode: grid, channel: 'api' });
  const answered = new Promise<number>((resolve, reject) => {
    const begun = request(
      {
        ...{ hostname, port, method: 'POST', path: '/api/cases' },
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: '' },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    begun.on('error', reject);
    void server.headersOf('load').then(async (headers) => {
      begun.setHeader('authorization', headers.authorization as string);
      begun.write(body.slice(0, 10));
      await sleep(500);
      server.process.kill('SIGTERM');
      worker?.process.kill('SIGTERM');
      await sleep(500);
      begun.end(body.slice(10));
    });
  });
  expect(await answered).toBe(201);
  expect((await server.finished).code).toBe(0);
  if (worker) expect((await worker.finished).code).toBe(0);
});

test('a backup restored elsewhere, also into the other engine, holds the same and is sound', { timeout: 400_000 }, async () => {
  const { DATABASE_URL, ...there } = { ...env, GONGZHI_DATA: join(elsewhere, 'data'), GONGZHI_DEMO: '0' } as Record<string, string>;
  const restored = await json(['restore', join(elsewhere, 'backup.gz')], there);
  expect(restored.rows).toBeGreaterThan(1000);
  const [here, copy] = [await json(['check']), await json(['check'], there)];
  expect(copy.sound).toBe(true);
  // The one that was recorded while stopping came after the backup.
  expect(copy.ledger.checked).toBe(here.ledger.checked - 1);
  const again = await runVerb(['restore', join(elsewhere, 'backup.gz')], there);
  expect(again).toMatchObject({ code: 2 });
  expect(again.stderr).toContain('not empty');
});
