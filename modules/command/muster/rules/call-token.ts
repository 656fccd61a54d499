import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the key is derived for. */
export const callPurpose = 'muster-call';

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const sealOf = (key: Buffer, ids: Buffer) => createHmac('sha256', key).update('call ').update(ids).digest().subarray(0, 16);

/** The token in the link of one call to one person: both ids and a seal, 64 characters. Nothing of it is stored, nobody can make one up. */
export function callToken(key: Buffer, musterId: string, responderId: string): string {
  const ids = Buffer.concat([bytesOf(musterId), bytesOf(responderId)]);
  return Buffer.concat([ids, sealOf(key, ids)]).toString('base64url');
}

/** Whose call a token is; null for one that this product has not given out. */
export function readCallToken(key: Buffer, token: string): { musterId: string; responderId: string } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 48 || !timingSafeEqual(bytes.subarray(32), sealOf(key, bytes.subarray(0, 32)))) return null;
  return { musterId: idOf(bytes.subarray(0, 16)), responderId: idOf(bytes.subarray(16, 32)) };
}

/** The code shown at the scene: six digits, another one for each try where it is taken. */
export function sceneCode(key: Buffer, musterId: string, attempt = 0): string {
  const digest = createHmac('sha256', key).update(`code ${musterId} ${attempt}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}
