import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Server {
  /** Address of the maintenance database. */
  url: string;
  pgbench: string | null;
  stop(): void;
}

const asRoot = process.getuid?.() === 0;

/** Where the server binaries lie, newest first; null where there are none. */
function binaries(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

function run(command: string, args: string[]): void {
  if (asRoot)
    execFileSync(
      'su',
      ['postgres', '-s', '/bin/sh', '-c', [command, ...args].map((part) => `'${part.replaceAll("'", `'\\''`)}'`).join(' ')],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  else execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A PostgreSQL of our own with durable commits, or the one DATABASE_URL names. Throws in plain words where neither is at hand. */
export async function startPostgres(): Promise<Server> {
  const bin = binaries();
  const pgbench = bin && existsSync(join(bin, 'pgbench')) ? join(bin, 'pgbench') : null;
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, pgbench, stop: () => {} };
  if (!bin) throw new Error('The bench needs PostgreSQL: install its server with PostGIS, or set DATABASE_URL.');
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-bench-'));
  if (asRoot) chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])));
  const data = join(folder, 'data');
  const port = await freePort();
  run(join(bin, 'initdb'), ['-D', data, '-U', 'gongzhi', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  run(join(bin, 'pg_ctl'), [
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c shared_buffers=2GB -c max_connections=200 -c max_wal_size=8GB -c checkpoint_timeout=30min -c effective_cache_size=8GB -c random_page_cost=1.1`,
    'start',
  ]);
  return {
    url: `postgres://gongzhi@127.0.0.1:${port}/postgres`,
    pgbench,
    stop() {
      run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'fast', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
