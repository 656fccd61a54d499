import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileRefused } from './file-refused.ts';

export interface Stored {
  /** SHA-256 of the content, in hex; also its name. */
  digest: string;
  /** Bytes. */
  size: number;
}

/** Files by what they hold: the same content is kept once, and a name can never point at other content than it says. */
export interface FileStore {
  /** Keeps the bytes; when it answers they are on the disk. Refuses more than `maxBytes` with `file-too-large` and leaves nothing behind. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>, options?: { maxBytes?: number }): Promise<Stored>;
  /** The bytes in order. Throws FileMissing. */
  get(digest: string): Promise<Readable>;
  /** Where it lies on the disk, for what has to read by position (workbooks). */
  pathOf(digest: string): string;
  has(digest: string): Promise<boolean>;
  /** Reads it all and compares with its name. */
  verify(digest: string): Promise<'sound' | 'damaged' | 'missing'>;
  /** Takes it away; the caller has made sure that nothing points at it. */
  remove(digest: string): Promise<void>;
  /** Every digest that is kept, in no order. */
  digests(): AsyncIterable<string>;
  /** Takes away what interrupted uploads left, if older than an hour (milliseconds may be given). Answers how many. */
  sweep(olderThan?: number): Promise<number>;
}

export class FileMissing extends Error {
  override name = 'FileMissing';
}

/** A store in one directory: two levels of folders by the first letters of the digest, and `incoming` for what is being written. */
export function createFileStore({ directory }: { directory: string }): FileStore {
  const incoming = join(directory, 'incoming');
  const pathOf = (digest: string) => {
    // A digest comes from a request sooner or later: nothing else may become a path.
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new FileMissing('not a digest');
    return join(directory, digest.slice(0, 2), digest.slice(2, 4), digest);
  };
  const present = (path: string) =>
    stat(path).then(
      (found) => found.isFile(),
      () => false,
    );

  return {
    pathOf,
    async put(content, { maxBytes = Number.POSITIVE_INFINITY } = {}) {
      await mkdir(incoming, { recursive: true });
      const temporary = join(incoming, randomUUID());
      try {
        const { digest, size } = await write(temporary, content instanceof Uint8Array ? [content] : content, maxBytes);
        const target = pathOf(digest);
        await mkdir(dirname(target), { recursive: true });
        // Replacing what is there already is harmless, being the same, and heals a damaged copy.
        await rename(temporary, target);
        for (const folder of [dirname(target), dirname(dirname(target)), directory]) await settle(folder);
        return { digest, size };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async get(digest) {
      const file = await open(pathOf(digest)).catch((error) => {
        throw new FileMissing(digest, { cause: error });
      });
      return file.createReadStream();
    },
    has: async (digest) => present(pathOf(digest)),
    async verify(digest) {
      const path = pathOf(digest);
      if (!(await present(path))) return 'missing';
      const hash = createHash('sha256');
      for await (const piece of createReadStream(path)) hash.update(piece);
      return hash.digest('hex') === digest ? 'sound' : 'damaged';
    },
    remove: (digest) => rm(pathOf(digest), { force: true }),
    async *digests() {
      for (const first of await namesIn(directory, /^[0-9a-f]{2}$/)) {
        for (const second of await namesIn(join(directory, first), /^[0-9a-f]{2}$/))
          yield* await namesIn(join(directory, first, second), /^[0-9a-f]{64}$/);
      }
    },
    async sweep(olderThan = 3_600_000) {
      let swept = 0;
      for (const name of await namesIn(incoming, /./)) {
        const path = join(incoming, name);
        const found = await stat(path).catch(() => null);
        if (!found || found.mtimeMs > Date.now() - olderThan) continue;
        await rm(path, { force: true });
        swept++;
      }
      return swept;
    },
  };
}

async function write(path: string, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, maxBytes: number): Promise<Stored> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of content) {
      size += piece.length;
      if (size > maxBytes) throw new FileRefused('too-large', `more than ${maxBytes} bytes`);
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { digest: hash.digest('hex'), size };
}

/** Makes a rename last through a power cut. Windows cannot open a folder for this, and does not need it. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return names.filter((name) => pattern.test(name));
}
