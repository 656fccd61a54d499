import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const node = ['--disable-warning=ExperimentalWarning'];

/** Runs one of our programs to its end; gives what it printed. Throws with its last words when it fails. */
export async function finish(file: string, args: string[], env: Record<string, string> = {}, input?: string): Promise<string> {
  const child = spawn(process.execPath, [...node, join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}: ${said}`);
  return out;
}

/** Starts one of our servers and waits until it answers. */
export async function start(
  file: string,
  args: string[],
  env: Record<string, string>,
  port: number,
  input?: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...node, join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
  child.stdin?.end(input);
  for (let wait = 0; wait < 300; wait += 1) {
    if (child.exitCode !== null) throw new Error(`${file} ended at its start: ${said}`);
    const status = await fetch(`http://127.0.0.1:${port}/health`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200 || status === 404) return child;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${file} did not answer: ${said}`);
}

export async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Resident memory of a process in MiB, and its highest; NaN where the system does not tell. */
export function memoryOf(child: ChildProcess): { now: number; highest: number } {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const kib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
    return { now: Math.round(kib('VmRSS') / 1024), highest: Math.round(kib('VmHWM') / 1024) };
  } catch {
    return { now: Number.NaN, highest: Number.NaN };
  }
}
