import { createHmac, randomInt } from 'node:crypto';
import { recoveryCode } from '@gongzhi/contract/identity';

// Without letters and digits that are mistaken for each other on paper.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 10;
const many = 10;

/** Ten codes of 50 bits each, written in two groups of five. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: many }, () => {
    const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** Whether what was typed in the place of a code is a recovery code. */
export const looksLikeRecoveryCode = (text: string): boolean => recoveryCode.test(text);

/** By what a code is found: an HMAC with a key of its own, for 50 bits would not stand against a stolen table of plain digests. */
export function recoveryDigest(key: Buffer, accountId: string, code: string): Buffer {
  return createHmac('sha256', key)
    .update(`${accountId} ${code.toUpperCase().replace('-', '')}`)
    .digest();
}
