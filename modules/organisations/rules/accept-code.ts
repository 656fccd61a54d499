import { fieldProblem } from '@gongzhi/platform/problems';
import { checkSocialCreditCode } from './social-credit-code.ts';

/** What is wrong with a unified social credit code, with what would be accepted; null where it is right. */
export function codeFault(code: string): { reason: string; accepted: string } | null {
  const check = checkSocialCreditCode(code);
  if (check.valid) return null;
  switch (check.reason) {
    case 'length':
      return {
        reason: `a unified social credit code has ${check.expected} characters, not ${code.length}`,
        accepted: `${check.expected} characters`,
      };
    case 'alphabet':
      return { reason: `character ${check.position} is none of GB 32100`, accepted: check.expected };
    case 'check':
      return { reason: 'the check character does not fit', accepted: `${code.slice(0, 17)}${check.expected}` };
  }
}

/** The code as it is stored: capitals, or null where none was given. Refuses the field `code`. */
export function acceptCode(code: string | null | undefined): string | null {
  const plain = code?.trim().toUpperCase();
  if (!plain) return null;
  const fault = codeFault(plain);
  if (fault) throw fieldProblem('code', fault.reason, fault.accepted);
  return plain;
}
