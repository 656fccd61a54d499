import { createHash, randomBytes } from 'node:crypto';

/** What an entry says for ever; note and data are bound through the digest only. */
export interface EntryCore {
  matterId: string;
  no: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  action: string;
  from: string | null;
  to: string;
  visibility: string;
}

/** Hash before the first entry. */
export const genesis = Buffer.alloc(32);

/** JSON with sorted keys, so that the same data has one digest whatever the engine did to the order of keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  // A date becomes text in JSON, so it is hashed as that text.
  if (value instanceof Date) return JSON.stringify(value);
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`;
  return JSON.stringify(value ?? null);
}

/** SHA-256 over salt, note and data. The salt keeps a withdrawn telephone number from being guessed from its digest. */
export function contentDigest(salt: Buffer, note: string | null, data: unknown): Buffer {
  return createHash('sha256')
    .update(salt)
    .update(canonical([note, data ?? null]))
    .digest();
}

/** SHA-256 over the hash before and everything the entry says for ever. */
export function entryHash(previous: Buffer, core: EntryCore, digest: Buffer): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(
      [
        core.matterId,
        core.no,
        core.at.toISOString(),
        core.actorKind,
        core.actorId ?? '',
        core.action,
        core.from ?? '',
        core.to,
        core.visibility,
      ].join('\n'),
    )
    .update(digest)
    .digest();
}

export function sealEntry(
  previous: Buffer,
  core: EntryCore,
  note: string | null,
  data: unknown,
): { salt: Buffer; digest: Buffer; hash: Buffer } {
  const salt = randomBytes(16);
  const digest = contentDigest(salt, note, data);
  return { salt, digest, hash: entryHash(previous, core, digest) };
}
