import { deriveKeys } from './keys.ts';
import { seal, unseal } from './seal.ts';

const context = 'identity.data_key';

/** The database was sealed with another master key than the one that was given. */
export class WrongMasterKey extends Error {}

/** What names a master key without telling anything of it: four bytes. Fails on a key of another length than 32 bytes. */
export const masterKeyId = (master: Buffer): Buffer => deriveKeys(master).id;

/** Seals the data key (32 bytes) with the master key (32 bytes). */
export function wrapDataKey(master: Buffer, dataKey: Buffer): Buffer {
  const { id, dataKey: key } = deriveKeys(master);
  return seal(key, id, dataKey.toString('base64'), context);
}

/** Opens what `wrapDataKey` has made; throws `WrongMasterKey` when it was made with another. */
export function unwrapDataKey(master: Buffer, wrapped: Buffer): Buffer {
  const { id, dataKey: key } = deriveKeys(master);
  if (!wrapped.subarray(1, 5).equals(id)) throw new WrongMasterKey(wrongMasterKey);
  return Buffer.from(unseal(key, id, wrapped, context), 'base64');
}

export const wrongMasterKey =
  'the master key is not the one that this database was sealed with: contact data and second factors could not be read';
