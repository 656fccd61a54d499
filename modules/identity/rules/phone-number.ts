import { createHmac } from 'node:crypto';

/**
 * A telephone number as one string of digits, so that the same number has one form: punctuation and the prefix of China go, other
 * countries keep theirs. Null for what has fewer than 7 or more than 15 digits (E.164) or holds anything but digits, `+`, spaces, hyphens and brackets.
 */
export function normalisePhone(raw: string): string | null {
  const written = raw.normalize('NFKC').trim();
  if (!/^\+?[\d\s()-]+$/.test(written)) return null;
  const digits = written.replace(/\D/g, '');
  const own = /^(?:00)?86(1\d{10})$/.exec(digits)?.[1] ?? digits;
  return own.length >= 7 && own.length <= 15 ? own : null;
}

/** Finds a telephone without knowing it: HMAC-SHA256 under a key that is not in the database. */
export function blindIndex(key: Buffer, normalised: string): Buffer {
  return createHmac('sha256', key).update(normalised).digest();
}
