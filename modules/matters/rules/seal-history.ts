import { hash, randomBytes } from 'node:crypto';
import { canonical, type EntryCore } from './entry-hash.ts';

export interface SealedHistory {
  /** In hex. */
  seals: { salt: string; digest: string; hash: string }[];
  /** Hash of the last entry, in hex. */
  head: string;
}

const saltLength = 16;
const hashLength = 32;
let scratch = Buffer.alloc(1 << 16);

/**
 * Chains a whole history from its first entry on: the same as `sealEntry` one by one, which a test holds it to. A million histories are
 * sealed in one load, so what is hashed is put together in one buffer that is used again and again.
 */
export function sealHistory(
  matterId: string,
  entries: readonly (Omit<EntryCore, 'matterId' | 'no'> & { note: string | null; data: unknown })[],
): SealedHistory {
  const salts = randomBytes(saltLength * entries.length);
  let head = '00'.repeat(hashLength);
  const seals = entries.map((entry, index) => {
    const salt = salts.subarray(index * saltLength, (index + 1) * saltLength).toString('hex');
    const digest = hashed(salt, canonical([entry.note, entry.data ?? null]), '');
    head = hashed(
      head,
      `${matterId}\n${index + 1}\n${entry.at.toISOString()}\n${entry.actorKind}\n${entry.actorId ?? ''}\n${entry.action}\n${entry.from ?? ''}\n${entry.to}\n${entry.visibility}`,
      digest,
    );
    return { salt, digest, hash: head };
  });
  return { seals, head };
}

/** SHA-256 of the bytes before, the text and the bytes after it; bytes and result in hex. */
function hashed(before: string, text: string, after: string): string {
  const most = before.length + text.length * 3 + after.length;
  if (scratch.length < most) scratch = Buffer.alloc(most);
  let length = scratch.write(before, 0, 'hex');
  length += scratch.write(text, length, 'utf8');
  length += scratch.write(after, length, 'hex');
  return hash('sha256', scratch.subarray(0, length), 'hex');
}
