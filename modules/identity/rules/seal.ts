import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const format = 1;
const overhead = 1 + 4 + 12 + 16;

/**
 * Encrypts a text: format byte, key id (4), nonce (12), tag (16), ciphertext; AES-256-GCM.
 * `context` says where it belongs, such as the row and column. It is bound in, so a ciphertext moved to another row does not open there.
 */
export function seal(key: Buffer, keyId: Buffer, text: string, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const head = Buffer.concat([Buffer.from([format]), keyId]);
  cipher.setAAD(Buffer.concat([head, Buffer.from(context)]));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` has made. Throws when it was made with another key, for another place, or was changed. */
export function unseal(key: Buffer, keyId: Buffer, sealed: Buffer, context: string): string {
  if (sealed.length < overhead || sealed[0] !== format) throw new Error('this is not a sealed text');
  if (!sealed.subarray(1, 5).equals(keyId)) throw new Error('this was sealed with another master key');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(5, 17));
  decipher.setAAD(Buffer.concat([sealed.subarray(0, 5), Buffer.from(context)]));
  decipher.setAuthTag(sealed.subarray(17, 33));
  return Buffer.concat([decipher.update(sealed.subarray(33)), decipher.final()]).toString('utf8');
}
