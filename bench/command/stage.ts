import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { finish, start, stop } from '../processes.ts';
import type { Server } from '../start-postgres.ts';

export interface Stage {
  size: number;
  client: pg.Client;
  traceFile: string;
  address: string;
  /** Headers of a demo account by its role; every account signs in once. */
  session(role: string): Promise<Record<string, string>>;
  /** Stops the server and starts it again, writing down every statement. */
  traced(): Promise<void>;
}

const port = 38_475;

/** A ledger of a size with the product in front of it, serving and working; gone after the work. */
export async function onStage<Result>(
  server: Server,
  size: number,
  keep: boolean,
  tell: (text: string) => void,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const name = `gongzhi_bench_command_${size}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-bench-'));
  const env: Record<string, string> = {
    ...{ DATABASE_URL: url.href, GONGZHI_DATA: folder, GONGZHI_DEMO: '0', PORT: String(port), HOST: '127.0.0.1' },
    ...{ GONGZHI_RATE_ACCOUNT: '0', GONGZHI_LOG: 'warn', GONGZHI_CONNECTIONS: '16', GONGZHI_KEY: Buffer.alloc(32, 7).toString('base64') },
  };
  const { rows: there } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (!keep || there.length === 0) {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name}`);
    tell(`${size} cases: loading`);
    await finish('apps/server/main.ts', ['demo', '--cases', String(size), '--json'], env);
  }
  const accounts = JSON.parse(await finish('apps/server/main.ts', ['demo', 'accounts', '--json'], env)) as {
    username: string;
    password: string;
    role: string;
  }[];
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => {});
  await client.connect();
  await client.query('vacuum analyze');
  const address = `http://127.0.0.1:${port}`;
  const traceFile = join(folder, 'trace');
  let serving = await start('apps/server/main.ts', ['serve'], env, port);
  const working = await start('apps/server/main.ts', ['work'], env, port);
  const sessions = new Map<string, Record<string, string>>();
  try {
    return await work({
      ...{ size, client, traceFile, address },
      async traced() {
        await stop(serving);
        serving = await start('apps/server/main.ts', ['serve'], { ...env, GONGZHI_TRACE_SQL: traceFile }, port);
      },
      async session(role) {
        const known = sessions.get(role);
        if (known) return known;
        const account = accounts.find((one) => one.role === role);
        const answer = await fetch(`${address}/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username: account?.username, password: account?.password }),
        });
        const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('gongzhi='));
        if (!cookie) throw new Error(`nobody signs in as ${role}: ${answer.status}`);
        const headers = { cookie: cookie.split(';')[0] as string };
        sessions.set(role, headers);
        return headers;
      },
    });
  } finally {
    await stop(working);
    await stop(serving);
    await client.end();
    rmSync(folder, { recursive: true, force: true });
    if (!keep) await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}
