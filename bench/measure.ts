import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Figures, Load, Operation, Target } from './client.ts';
import type { FrameWork } from './frame.ts';
import { importRate } from './import-rate.ts';
import { operations, targetsOf } from './operations.ts';
import { pgbench } from './pgbench.ts';
import { finish, memoryOf, start, stop } from './processes.ts';
import { script } from './scripts.ts';
import type { Server } from './start-postgres.ts';
import { type Traced, takeTrace } from './trace.ts';

export interface Row {
  size: number;
  operation: string;
  clients: number;
  ours: Figures;
  frame: Figures | null;
  engine: number | null;
  /** Ours over the limit, both in requests a second. */
  ofFrame: number | null;
  ofEngine: number | null;
  note?: string;
}
export interface Sized {
  rows: Row[];
  memory: { now: number; highest: number };
  loadSeconds: number | null;
}

interface Options {
  server: Server;
  size: number;
  clients: number[];
  seconds: number;
  only: string[] | null;
  /** Uses the ledger that an earlier run left, and leaves its own. */
  keep: boolean;
  tell(text: string): void;
}

const port = 38_471;
const framePort = 38_472;
const ratio = (a: number, b: number | null | undefined) => (b ? Math.round((100 * a) / b) / 100 : null);

/** Measures everything on a ledger of one size; each limit right after the figure it belongs to. */
export async function measure({ server, size, clients, seconds, only, keep, tell }: Options): Promise<Sized> {
  const url = new URL(server.url);
  url.pathname = `/gongzhi_bench_${size}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const loaded = keep && (await admin.query('select 1 from pg_database where datname = $1', [`gongzhi_bench_${size}`])).rowCount === 1;
  if (!loaded) {
    await admin.query(`drop database if exists gongzhi_bench_${size} with (force)`);
    await admin.query(`create database gongzhi_bench_${size}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-bench-data-'));
  const traceFile = join(folder, 'trace');
  const env = {
    DATABASE_URL: url.href,
    GONGZHI_DATA: folder,
    // The people in it are invented; with one key a later run can open what an earlier one left.
    GONGZHI_KEY: process.env.GONGZHI_KEY ?? Buffer.alloc(32, 'gongzhi bench').toString('base64'),
    GONGZHI_DEMO: '0',
    PORT: String(port),
    HOST: '127.0.0.1',
    GONGZHI_RATE_ACCOUNT: '0',
    GONGZHI_LOG: 'warn',
    GONGZHI_CONNECTIONS: '16',
  };
  try {
    tell(`${size} cases: ${loaded ? 'as an earlier run left them' : 'loading'}`);
    const loading = performance.now();
    if (!loaded) await finish('apps/server/main.ts', ['demo', '--cases', String(size), '--json'], env);
    const loadSeconds = loaded ? null : Math.round((performance.now() - loading) / 1000);
    const { token } = JSON.parse(
      await finish('apps/server/main.ts', ['token', 'create', '--scope', 'cases:read,cases:write,figures:read', '--json'], env),
    ) as { token: string };
    const client = new pg.Client({ connectionString: url.href });
    // The server is stopped under it when something fails: what failed is told, not this.
    client.on('error', () => {});
    await client.connect();
    await client.query('vacuum analyze');

    const wanted = (Object.keys(operations) as Operation[]).filter((operation) => !only || only.includes(operation));
    const traced = new Map<Operation, { statements: Traced[]; answer: string; type: string; status: number; target: Target }>();
    const tracing = await start('apps/server/main.ts', ['serve'], { ...env, GONGZHI_TRACE_SQL: traceFile }, port);
    for (const operation of wanted)
      traced.set(operation, await traceOf(operation, (await targetsOf(operation, client))[0]!, token, traceFile));
    await stop(tracing);

    const rows: Row[] = [];
    const ours = await start('apps/server/main.ts', ['serve'], env, port);
    const worker = await startWorker(env);
    const frames = await startFrame(url.href, traced);
    let memory = memoryOf(ours);
    for (const operation of wanted)
      for (const many of clients) {
        tell(`${size} cases: ${operation} ${operations[operation]}, ${many} clients`);
        // Whoever came first would otherwise read from the disk what all after it find in memory.
        await loadWith({ port, clients: many, seconds, token, operation, targets: await targetsOf(operation, client) });
        const targets = await targetsOf(operation, client);
        const figures = await loadWith({ port, clients: many, seconds, token, operation, targets });
        memory = { now: memoryOf(ours).now, highest: Math.max(memory.highest, memoryOf(ours).highest) };
        const frame = await loadWith({
          port: framePort,
          clients: many,
          seconds,
          token,
          operation,
          targets: await targetsOf(operation, client),
        }).catch(() => null);
        const engine = server.pgbench
          ? engineRate(server.pgbench, url.href, operation, traced.get(operation)!, many, Math.max(3, seconds / 2))
          : null;
        rows.push({
          size,
          operation,
          clients: many,
          ours: figures,
          frame,
          engine,
          ofFrame: ratio(figures.perSecond, frame?.perSecond),
          ofEngine: ratio(figures.perSecond, engine),
        });
        const row = rows.at(-1)!;
        tell(`  ${figures.perSecond} a second, ${row.ofFrame ?? '–'} of the frame, ${row.ofEngine ?? '–'} of the engine`);
      }
    await stop(frames);
    await stop(worker);
    await stop(ours);
    if (!only || only.includes('B6')) {
      tell(`${size} cases: B6 import rows`);
      rows.push(await importRate({ size, env, client, folder }));
    }
    await client.end();
    return { rows, memory, loadSeconds };
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    if (!keep) await admin.query(`drop database if exists gongzhi_bench_${size} with (force)`);
    await admin.end();
  }
}

const startWorker = (env: Record<string, string>) => start('apps/server/main.ts', ['work'], env, port);

async function traceOf(operation: Operation, target: Target, token: string, traceFile: string) {
  const body =
    operation === 'B1'
      ? {
          title: '路灯不亮',
          body: '小区东门外的路灯坏了几天没有修，晚上老人走路很不安全，请尽快安排处理。',
          category: '0202',
          place: { longitude: target.longitude, latitude: target.latitude },
          address: '东门外',
        }
      : operation === 'B4'
        ? { version: target.version, input: { note: '已电话联系承办单位，正在赶往现场。' } }
        : undefined;
  const path =
    operation === 'B1' ? '/api/cases' : operation === 'B4' ? `/api/matters/${target.number}/actions/note` : (target.path as string);
  const send = () =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  // The first one fills what the server keeps in memory; the second is like all that follow.
  if (operation !== 'B4') await (await send()).arrayBuffer();
  else
    await (
      await fetch(`http://127.0.0.1:${port}/api/matters/${target.number}`, { headers: { authorization: `Bearer ${token}` } })
    ).arrayBuffer();
  await new Promise((resolve) => setTimeout(resolve, 300));
  takeTrace(traceFile);
  const response = await send();
  const answer = await response.text();
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${answer.slice(0, 300)}`);
  return {
    statements: takeTrace(traceFile),
    answer,
    type: response.headers.get('content-type') ?? 'application/json',
    status: response.status,
    target,
  };
}

/** Ids in a traced creation that must be new each time: the matter's and those of its clocks. */
function freshIds(statements: readonly Traced[]): string[] {
  const written = statements
    .filter((statement) => /insert into/.test(statement.text))
    .flatMap((statement) => statement.values.filter((value): value is string => typeof value === 'string'));
  return [
    ...new Set(
      written.flatMap((value) =>
        [...value.matchAll(/"id":"([0-9a-f-]{36})"/g)].map((match) => match[1]!).concat(/^[0-9a-f-]{36}$/.test(value) ? [value] : []),
      ),
    ),
  ];
}

function startFrame(
  url: string,
  traced: ReadonlyMap<Operation, { statements: Traced[]; answer: string; type: string; status: number; target: Target }>,
) {
  const paths: Record<Operation, { method: 'GET' | 'POST'; path: string }> = {
    B1: { method: 'POST', path: '/api/cases' },
    B2: { method: 'GET', path: '/api/matters/:number' },
    B3: { method: 'GET', path: '/api/matters' },
    B4: { method: 'POST', path: '/api/matters/:number/actions/note' },
    B5: { method: 'GET', path: '/api/rates' },
    B7: { method: 'GET', path: '/api/tiles/cases/:z/:x/:y' },
  };
  const work: FrameWork = {
    url,
    port: framePort,
    connections: 16,
    routes: [...traced].map(([operation, item]) => ({
      ...paths[operation],
      ...item,
      ids: operation === 'B1' ? freshIds(item.statements) : [],
      ...(item.target.number ? { number: item.target.number } : {}),
      transaction: false,
    })),
  };
  return start('bench/frame.ts', [], {}, framePort, JSON.stringify(work));
}

async function loadWith(load: Load): Promise<Figures> {
  return JSON.parse(await finish('bench/client.ts', [], {}, JSON.stringify(load))) as Figures;
}

/** The same statements by pgbench. A creation gets new ids; reads and acts choose a matter at random by one more look-up in a small table. */
function engineRate(
  program: string,
  url: string,
  operation: Operation,
  item: { statements: Traced[]; target: Target },
  clients: number,
  seconds: number,
): number | null {
  // Answered out of what the server holds in memory: the engine was not asked.
  if (item.statements.length === 0) return null;
  if (operation === 'B4') {
    execFileSync(program.replace(/pgbench$/, 'psql'), [
      url,
      '-qc',
      `create table if not exists public.bench_matter as select row_number() over () as n, id, number from (select id, number from matters.matter where state = 'archived' order by md5(number) limit 1000) m; create unique index if not exists bench_n on public.bench_matter (n); grant select on public.bench_matter to public`,
    ]);
    const [read, write] = item.statements;
    if (!read || !write) return null;
    // Entry numbers follow the matter's own count, as they do in an act; each client has matters of its own.
    const id = '(select id from public.bench_matter where n = :n)';
    const act = script(
      [{ ...write, values: write.values.map((value, index) => (index === 0 ? '@id@' : index === 1 ? '@version@' : value)) }],
      [
        ['@id@', id],
        ['@version@', `select version from matters.matter where id = ${id}`],
      ],
    ).replace(/\(e->>'no'\)::int/, '(select entries + 1 from matters.matter where id = c.id)');
    return pgbench(
      program,
      url,
      `\\set n 1 + :client_id + ${clients} * random(0, ${Math.floor(1000 / clients) - 1})\n${script([{ ...read, values: ['@number@'] }], [['@number@', 'select number from public.bench_matter where n = :n']])}${act}`,
      clients,
      seconds,
    ).perSecond;
  }
  const varying: [string, string][] =
    operation === 'B1' ? freshIds(item.statements).map((id, index) => [id, index === 0 ? 'gen_random_uuid()' : 'gen_random_uuid()']) : [];
  return pgbench(program, url, operation === 'B1' ? creation(item.statements, varying) : script(item.statements, []), clients, seconds)
    .perSecond;
}

/** Inside one creation an id stands in several places and must be the same: it is drawn first. */
function creation(statements: readonly Traced[], varying: readonly [string, string][]): string {
  const drawn = varying.map(([, expression], index) => `${expression} as id${index}`).join(', ');
  // One variable becomes one parameter, which must have one type wherever it stands.
  return `select ${drawn} \\gset\n${script(
    statements,
    varying.map(([id], index) => [id, `(:id${index}::text)::uuid`] as [string, string]),
  )}`;
}
