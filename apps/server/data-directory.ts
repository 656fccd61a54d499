import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody else has the data folder open. */
export class DirectoryHeld extends Error {
  constructor(directory: string, pid: number) {
    super(
      `The data folder ${directory} is in use by another Gongzhi process (process ${pid}). Stop that one first, or set GONGZHI_DATA to another folder.`,
    );
    this.name = 'DirectoryHeld';
  }
}

const lockFile = (directory: string) => join(directory, 'gongzhi.lock');
export const controlSocket = (directory: string) =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\gongzhi-${Buffer.from(directory).toString('hex').slice(-60)}`
    : join(directory, 'control.sock');

/** Process that holds the folder, or null. A lock whose process is gone counts for nothing. */
export function holderOf(directory: string): number | null {
  const file = lockFile(directory);
  if (!existsSync(file)) return null;
  const [pid, started] = readFileSync(file, 'utf8').trim().split(' ');
  const holder = Number(pid);
  if (!Number.isInteger(holder) || holder <= 0) return null;
  try {
    process.kill(holder, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  // The number of a process that died may have gone to another: it is the holder only if it began when the lock says.
  return startOf(holder) === started ? holder : null;
}

/** When a process began, in the kernel's own count; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Takes the folder for this process; throws DirectoryHeld. Gives back what lets go. */
export function hold(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = lockFile(directory);
  const mine = `${process.pid} ${startOf(process.pid)}`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw error;
      const holder = holderOf(directory);
      if (holder !== null) throw new DirectoryHeld(directory, holder);
      rmSync(file, { force: true });
    }
  }
  return () => {
    if (existsSync(file) && readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
  };
}
