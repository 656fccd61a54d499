import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Transactions a second that the engine does of a script sent by pgbench, prepared. Throws with its words when it fails. */
export function pgbench(
  program: string,
  url: string,
  script: string,
  clients: number,
  seconds: number,
): { perSecond: number; p50: number } {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-pgbench-'));
  const file = join(folder, 'script.sql');
  writeFileSync(file, script);
  const run = spawnSync(program, ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file, url], {
    encoding: 'utf8',
    env: { ...process.env, PGOPTIONS: '-c role=gongzhi_app -c jit=off -c timezone=UTC' },
    maxBuffer: 1 << 26,
  });
  rmSync(folder, { recursive: true, force: true });
  const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
  if (!tps || /aborted|ERROR/.test(run.stderr)) throw new Error(`pgbench: ${run.stderr.slice(0, 600)}`);
  return { perSecond: Math.round(Number(tps)), p50: Number(/latency average = ([\d.]+)/.exec(run.stdout)?.[1] ?? Number.NaN) };
}
