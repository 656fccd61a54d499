/** Digits and capitals without I, O, S, V and Z, which are too easily misread. A character's value is its place. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BODY = 17;

/** `expected` is what would be accepted: the right check character, or the alphabet. `position` counts from 1. */
export type SocialCreditCodeCheck =
  | { valid: true }
  | { valid: false; reason: 'length'; expected: 18 }
  | { valid: false; reason: 'alphabet'; expected: string; position: number }
  | { valid: false; reason: 'check'; expected: string };

/**
 * Checks a unified social credit code: 18 characters of the alphabet of GB 32100–2015, the last of which is the check
 * character. Capitals only; the caller decides whether to accept other writings.
 */
export function checkSocialCreditCode(code: string): SocialCreditCodeCheck {
  if (code.length !== BODY + 1) return { valid: false, reason: 'length', expected: 18 };
  const foreign = foreignCharacter(code);
  if (foreign >= 0) return { valid: false, reason: 'alphabet', expected: ALPHABET, position: foreign + 1 };
  const expected = checkCharacter(code);
  return code[BODY] === expected ? { valid: true } : { valid: false, reason: 'check', expected };
}

/** Appends the check character of GB 32100–2015 to the first 17. Throws RangeError when they are not 17 of the alphabet. */
export function completeSocialCreditCode(first17: string): string {
  if (first17.length !== BODY || foreignCharacter(first17) >= 0) throw new RangeError(`Not 17 characters of ${ALPHABET}: ${first17}`);
  return first17 + checkCharacter(first17);
}

function foreignCharacter(text: string): number {
  return [...text].findIndex((character) => !ALPHABET.includes(character));
}

// Weights are the powers of 3 modulo 31.
function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < BODY; i++) {
    sum += ALPHABET.indexOf(code[i]!) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}
