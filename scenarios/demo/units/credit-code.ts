import { completeSocialCreditCode } from '@gongzhi/organisations/social-credit-code';

/** Register and kind of body, the first two characters of GB 32100. */
export type Register = '11' | '12' | '52' | '55' | '91';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A valid code for the `index`-th invented unit, under a district number that is not assigned in reality. */
export function creditCodeOf(register: Register, district: string, index: number): string {
  const body = String(index).padStart(8, '0');
  // GB 11714: the ninth character of the organisation code is its own check.
  const rest = 11 - ([...body].reduce((sum, digit, i) => sum + Number(digit) * WEIGHTS[i]!, 0) % 11);
  const check = rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
  return completeSocialCreditCode(`${register}${district}${body}${check}`);
}
