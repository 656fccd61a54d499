import { createHash, randomBytes, randomInt } from 'node:crypto';

/** What the holder keeps and what we keep: the digest finds the row, and a stolen database signs nobody in. */
export function makeSecret(prefix = ''): { secret: string; digest: Buffer } {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, digest: digestOf(secret) };
}

/** 256 bits of chance need no slow hash. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export const tokenPrefix = 'gz_';
const body = /^[A-Za-z0-9_-]{43}$/;
export const looksLikeSession = (text: string) => body.test(text);
export const looksLikeToken = (text: string) => text.startsWith(tokenPrefix) && body.test(text.slice(tokenPrefix.length));

// Without letters and digits that are mistaken for each other when read aloud.
const classes = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '-+=%'] as const;

/** A password of 14 characters, about 80 bits, with every class of characters in it. */
export function makePassword(): string {
  const all = classes.join('');
  const picked = [...classes, ...Array.from({ length: 10 }, () => all)].map((set) => set[randomInt(set.length)] as string);
  for (let at = picked.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [picked[at], picked[other]] = [picked[other] as string, picked[at] as string];
  }
  return picked.join('');
}
