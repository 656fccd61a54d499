import { createHash, createHmac } from 'node:crypto';

/**
 * The secret by which a report is followed: derived from the matter, so that it can be given again without being kept. 24 bytes as 32
 * characters. Whoever lacks the key cannot make one; the table holds only its hash, so a copy of the table opens nothing.
 */
export function followToken(key: Buffer, matterId: string): string {
  return createHmac('sha256', key).update(matterId).digest().subarray(0, 24).toString('base64url');
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
