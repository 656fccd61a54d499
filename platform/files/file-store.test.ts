import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileStore, FileMissing, FileRefused, type FileStore } from './index.ts';

let directory: string;
let store: FileStore;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gongzhi-files-'));
  store = createFileStore({ directory });
});
afterEach(() => rm(directory, { recursive: true, force: true }));
const absent = '0'.repeat(64);
const gather = async () => {
  const found: string[] = [];
  for await (const digest of store.digests()) found.push(digest);
  return found.sort();
};

test('what is put comes back by the SHA-256 of its content, whole or in pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 5 }), async (pieces) => {
      const whole = Buffer.concat(pieces);
      const stored = await store.put(
        (async function* () {
          yield* pieces;
        })(),
      );
      expect(stored).toEqual({ digest: createHash('sha256').update(whole).digest('hex'), size: whole.length });
      expect(await store.put(whole)).toEqual(stored);
      expect(await buffer(await store.get(stored.digest))).toEqual(whole);
    }),
    { numRuns: 25 },
  );
});

test('the same content is kept once, also when it comes ten times at once', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => store.put(Buffer.from('路灯'))));
  expect(new Set(all.map(({ digest }) => digest)).size).toBe(1);
  expect(await gather()).toEqual([all[0]!.digest]);
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
});

test('an upload that fails or is too large leaves nothing behind', async () => {
  const failing = (async function* () {
    yield Buffer.from('half');
    throw new Error('line cut');
  })();
  await expect(store.put(failing)).rejects.toThrow('line cut');
  const tooLarge = await store.put(Buffer.alloc(11), { maxBytes: 10 }).catch((error) => error);
  expect(tooLarge).toBeInstanceOf(FileRefused);
  expect([tooLarge.code, tooLarge.status]).toEqual(['file-too-large', 413]);
  expect(await gather()).toEqual([]);
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
});

test('damage is found, and healed when the same content comes again', async () => {
  const { digest } = await store.put(Buffer.from('original'));
  expect(await store.verify(digest)).toBe('sound');
  await writeFile(store.pathOf(digest), 'changed!');
  expect(await store.verify(digest)).toBe('damaged');
  await store.put(Buffer.from('original'));
  expect(await store.verify(digest)).toBe('sound');
  expect(await store.verify(absent)).toBe('missing');
});

test('what was taken away is gone; what never was is missing; taking it away twice is no failure', async () => {
  const { digest } = await store.put(Buffer.from('x'));
  expect(await store.has(digest)).toBe(true);
  await store.remove(digest);
  await store.remove(digest);
  expect(await store.has(digest)).toBe(false);
  await expect(store.get(digest)).rejects.toBeInstanceOf(FileMissing);
});

test.each(['', '..', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64), `${absent}\n`])(
  '%j is no digest and becomes no path',
  async (digest) => {
    await expect(store.get(digest)).rejects.toBeInstanceOf(FileMissing);
    expect(() => store.pathOf(digest)).toThrow(FileMissing);
  },
);

test('what interrupted uploads left is swept when it is old, and only then', async () => {
  const { digest } = await store.put(Buffer.from('kept'));
  const left = join(directory, 'incoming', 'left');
  await writeFile(left, 'half');
  expect(await store.sweep()).toBe(0);
  await utimes(left, new Date(0), new Date(0));
  expect(await store.sweep()).toBe(1);
  expect(await gather()).toEqual([digest]);
});

test('files are readable by the owner alone', async () => {
  const { digest } = await store.put(Buffer.from('x'));
  expect((await stat(store.pathOf(digest))).mode & 0o077).toBe(0);
  expect(await readFile(store.pathOf(digest), 'utf8')).toBe('x');
});
