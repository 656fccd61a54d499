import { type EntryCore, genesis, sealEntry } from './entry-hash.ts';

export interface SealedHistory {
  seals: { salt: Buffer; digest: Buffer; hash: Buffer }[];
  /** Hash of the last entry. */
  head: Buffer;
}

/** Chains a whole history from its first entry on. */
export function sealHistory(
  matterId: string,
  entries: readonly (Omit<EntryCore, 'matterId' | 'no'> & { note: string | null; data: unknown })[],
): SealedHistory {
  let head: Buffer = genesis;
  const seals = entries.map(({ note, data, ...core }, index) => {
    const seal = sealEntry(head, { ...core, matterId, no: index + 1 }, note, data);
    head = seal.hash;
    return seal;
  });
  return { seals, head };
}
