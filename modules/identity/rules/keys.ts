import { createHash, hkdfSync } from 'node:crypto';

/** Keys for one purpose each: what leaks from one says nothing about the others. */
export interface Keys {
  /** First bytes of every ciphertext: which key the one that sealed it was derived from. */
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
  /** Of a master key alone: it seals the data key. */
  dataKey: Buffer;
}

const derive = (master: Buffer, use: string, length = 32) =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `gongzhi/${use}/1`, length));

/** Derives every key from a master or data key (HKDF, RFC 5869). Fails on a master key of another length than 32 bytes. */
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
    dataKey: derive(master, 'data-key'),
  };
}
