import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSocialCreditCode, completeSocialCreditCode } from './social-credit-code.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const bodies = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((characters) => characters.join(''));

describe('a unified social credit code', () => {
  it.each(['91330100799655058B', '91110000802100433B', '12100000400002259P'])(
    '%s is valid, and its last character follows from the others',
    (code) => {
      expect(checkSocialCreditCode(code)).toEqual({ valid: true });
      expect(completeSocialCreditCode(code.slice(0, 17))).toBe(code);
    },
  );

  it('with a wrong check character is told the right one', () => {
    expect(checkSocialCreditCode('91330100799655058C')).toEqual({ valid: false, reason: 'check', expected: 'B' });
  });

  it('is valid once completed, and with one other character anywhere it is not', () => {
    fc.assert(
      fc.property(bodies, fc.nat(17), fc.integer({ min: 1, max: 30 }), (body, position, shift) => {
        const code = completeSocialCreditCode(body);
        expect(checkSocialCreditCode(code)).toEqual({ valid: true });
        const other = alphabet[(alphabet.indexOf(code[position]!) + shift) % 31];
        const wrong = code.slice(0, position) + other + code.slice(position + 1);
        expect(checkSocialCreditCode(wrong)).toMatchObject({ valid: false, reason: 'check' });
      }),
    );
  });

  it('with a letter outside the alphabet, a small letter or a space is told where', () => {
    expect(checkSocialCreditCode('9133010079965505IB')).toMatchObject({ reason: 'alphabet', position: 17 });
    expect(checkSocialCreditCode('91330100799655058b')).toMatchObject({ reason: 'alphabet', position: 18 });
    expect(checkSocialCreditCode(' 1330100799655058B')).toMatchObject({ reason: 'alphabet', position: 1 });
  });

  it('of another length is refused', () => {
    for (const code of ['', '9133010079965505', '91330100799655058BB'])
      expect(checkSocialCreditCode(code)).toMatchObject({ reason: 'length' });
  });

  it('is completed from 17 characters only', () => {
    for (const body of ['', '9133010079965505', '91330100799655058B', '9133010079965505I']) {
      expect(() => completeSocialCreditCode(body)).toThrow(RangeError);
    }
  });
});
