// The product as a process of its own, for what only a process shows: being killed, being told to stop, being spoken to from outside.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Client, createClient } from './client.ts';

const main = join(import.meta.dirname, '../../apps/server/main.ts');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Server extends Client {
  address: string;
  process: ChildProcess;
  /** What it has written to standard error: its log. */
  stderr(): string;
  /** How it ended. */
  finished: Promise<Finished>;
  /** Sends a signal and waits until the process is gone; gives the exit code, or null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const environment = (env: Record<string, string>) => {
  const { DATABASE_URL, GONGZHI_DATA, ...rest } = process.env;
  return { ...rest, GONGZHI_LOG: 'warn', ...env };
};

/** Starts `gongzhi <verb>` and gives the process at once; `serve` unless told. */
export function spawnVerb(
  args: string[],
  env: Record<string, string>,
): { process: ChildProcess; finished: Promise<Finished>; stderr(): string } {
  const child = spawn(process.execPath, [main, ...args], { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const finished = new Promise<Finished>((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
  return { process: child, finished, stderr: () => stderr };
}

/** Runs a verb of the command line to its end. */
export const runVerb = (args: string[], env: Record<string, string>): Promise<Finished> => spawnVerb(args, env).finished;

/** Starts `gongzhi serve` and waits until `/health` answers 200. Fails with what it wrote when it ends before. */
export async function startServer({ env, seconds = 120 }: { env: Record<string, string>; seconds?: number }): Promise<Server> {
  const port = await freePort();
  const spawned = spawnVerb(['serve'], { ...env, PORT: String(port), HOST: '127.0.0.1' });
  const address = `http://127.0.0.1:${port}`;
  let ended: Finished | undefined;
  void spawned.finished.then((result) => {
    ended = result;
  });
  for (const until = Date.now() + seconds * 1000; ; ) {
    if (ended) throw new Error(`the server ended with ${ended.code}: ${ended.stderr}`);
    if (Date.now() > until) throw new Error(`the server was not ready after ${seconds} s: ${spawned.stderr()}`);
    const healthy = await fetch(`${address}/health`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (healthy) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    ...createClient(address),
    address,
    process: spawned.process,
    finished: spawned.finished,
    stderr: spawned.stderr,
    async end(signal) {
      spawned.process.kill(signal);
      return (await spawned.finished).code;
    },
  };
}
