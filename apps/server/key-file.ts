import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { masterKeyId } from '@gongzhi/identity';

/** A master key as it is given: 64 hex or 44 base64 characters. Throws in plain words, by the name of where it stood. */
export function parseKey(name: string, given: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, 'hex') : Buffer.from(given, 'base64');
  if (key.length !== 32) throw new Error(`${name} must hold 32 bytes: 64 hex or 44 base64 characters`);
  return key;
}

const read = (file: string) => parseKey(file, readFileSync(file, 'utf8').trim());

/** Writes a key for its owner alone, on the disk before it returns; of two who write at once the first is kept. */
function write(file: string, key: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const handle = openSync(unfinished, 'w', 0o600);
  writeSync(handle, key.toString('base64'));
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
}

/** The master key that the data folder keeps, made at the first start. */
export function keptKey(file: string): Buffer {
  if (!existsSync(file)) write(file, randomBytes(32));
  return read(file);
}

/** The key that a rotation will put in force, written beside the present one before anything depends on it: a rotation that was cut short goes on with it. */
export function stagedKey(file: string, given: Buffer | null): Buffer {
  const next = `${file}.next`;
  if (!existsSync(next)) write(next, given ?? randomBytes(32));
  const key = read(next);
  if (given && !given.equals(key))
    throw new Error(`${next} waits with another key: run the verb without GONGZHI_NEW_KEY to finish that rotation first`);
  return key;
}

/** Puts the staged key in the place of the present one, which stays beside it under its id for backups made before. Gives that name. */
export function adoptStagedKey(file: string): string {
  const old = `${file}.${masterKeyId(read(file)).toString('hex')}`;
  if (!existsSync(old)) copyFileSync(file, old, constants.COPYFILE_EXCL);
  renameSync(`${file}.next`, file);
  return old;
}
