import { createHash, hkdfSync } from 'node:crypto';

/** Keys for one purpose each: what leaks from one says nothing about the others. */
export interface Keys {
  /** First bytes of every ciphertext: with which master key it was sealed. */
  id: Buffer;
  contact: Buffer;
  blindIndex: Buffer;
  secondFactor: Buffer;
  oneTimeCode: Buffer;
  recoveryCode: Buffer;
  journey: Buffer;
  auditSeal: Buffer;
  /** For naming what was tried without keeping it: usernames and addresses of failed sign-ins. */
  attempt: Buffer;
}

const derive = (master: Buffer, use: string, length = 32) =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `gongzhi/${use}/1`, length));

/** Derives every key from the master key (HKDF, RFC 5869). Fails on a master key of another length than 32 bytes. */
export function deriveKeys(master: Buffer): Keys {
  if (master.length !== 32) throw new Error(`the master key has ${master.length} bytes; it needs 32`);
  return {
    id: createHash('sha256').update(derive(master, 'key-id')).digest().subarray(0, 4),
    contact: derive(master, 'contact'),
    blindIndex: derive(master, 'blind-index'),
    secondFactor: derive(master, 'second-factor'),
    oneTimeCode: derive(master, 'one-time-code'),
    recoveryCode: derive(master, 'recovery-code'),
    journey: derive(master, 'sign-in-journey'),
    auditSeal: derive(master, 'audit-seal'),
    attempt: derive(master, 'attempt'),
  };
}
