import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Row } from './measure.ts';
import { finish } from './processes.ts';

const rows = 10_000;
const tables = ['matters.matter', 'matters.entry', 'matters.clock', 'matters.wording', 'platform.fact'];

interface Work {
  size: number;
  env: Record<string, string>;
  client: pg.Client;
  folder: string;
}

/** B6: rows a second that an import takes, beside COPY of the very same rows into the same tables with their indexes. */
export async function importRate({ size, env, client, folder }: Work): Promise<Row> {
  const file = join(folder, 'bench.csv');
  const day = 86_400_000;
  const from = Date.now() - 300 * day;
  const lines = Array.from({ length: rows }, (_, n) => {
    const opened = new Date(from + n * 60_000);
    return [
      `B${n}`,
      `第${n}号路灯不亮`,
      `东门外第${n}根灯杆的路灯坏了，晚上走路不安全，请派人来看。`,
      opened.toISOString(),
      new Date(opened.getTime() + 7 * day).toISOString(),
      new Date(opened.getTime() + 3 * day).toISOString(),
      '已办结',
    ].join(',');
  });
  writeFileSync(file, `编号,标题,内容,受理时间,截止时间,办结时间,状态\n${lines.join('\n')}\n`);
  const started = performance.now();
  const empty = join(folder, 'empty.csv');
  writeFileSync(empty, `编号,标题,内容,受理时间,截止时间,办结时间,状态\n${lines[0]!.replace('B0', 'X0')}\n`);
  await finish('apps/server/main.ts', ['import', 'cases', empty, '--source', 'bench-start', '--json'], env);
  // What the command needs to start is not the import.
  const startUp = performance.now() - started;
  const begun = performance.now();
  const report = JSON.parse(await finish('apps/server/main.ts', ['import', 'cases', file, '--source', 'bench', '--json'], env)) as {
    taken: number;
  };
  const seconds = (performance.now() - begun - startUp) / 1000;
  const ours = Math.round(report.taken / seconds);

  const copies = join(folder, 'copy');
  mkdirSync(copies, { recursive: true });
  const of: Record<string, string> = {
    'matters.matter': `external_source = 'bench'`,
    'matters.entry': `matter_id in (select id from matters.matter where external_source = 'bench')`,
    'matters.clock': `matter_id in (select id from matters.matter where external_source = 'bench')`,
    'matters.wording': `matter_id in (select id from matters.matter where external_source = 'bench')`,
    'platform.fact': `subject in (select id from matters.matter where external_source = 'bench')`,
  };
  const psql = (command: string) =>
    execFileSync('psql', [env.DATABASE_URL as string, '-q', '-v', 'ON_ERROR_STOP=1', '-c', command], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  for (const table of tables) psql(`\\copy (select * from ${table} where ${of[table]}) to '${join(copies, table)}'`);
  await client.query('begin');
  await client.query('alter table matters.entry disable trigger user');
  for (const table of [...tables].reverse()) await client.query(`delete from ${table} where ${of[table]}`);
  await client.query('alter table matters.entry enable trigger user');
  await client.query('commit');
  const copying = performance.now();
  for (const table of tables) {
    // Identity columns are given as they were.
    psql(`\\copy ${table} from '${join(copies, table)}'`);
  }
  const limit = Math.round(rows / ((performance.now() - copying) / 1000));
  const none = { requests: rows, errors: rows - report.taken, perSecond: ours, p50: Number.NaN, p99: Number.NaN };
  return {
    size,
    operation: 'B6',
    clients: 1,
    ours: none,
    frame: null,
    engine: limit,
    ofFrame: null,
    ofEngine: Math.round((100 * ours) / limit) / 100,
    note: 'rows a second; the limit is COPY into the same tables with their indexes',
  };
}
