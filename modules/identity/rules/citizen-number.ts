const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** The birth date is ISO, `YYYY-MM-DD`. A refusal never repeats the number: it may end in a log. */
export type CitizenNumberCheck =
  | { valid: true; birthDate: string }
  | { valid: false; reason: 'length' | 'characters' | 'birth-date' }
  | { valid: false; reason: 'check'; expected: string };

/**
 * Checks a citizen identification number: 17 digits of which the 7th to 14th are a birth date that exists, then a check
 * character (GB 11643–1999). With `today` (ISO date) a birth date in the future is refused too. The `X` is a capital; see
 * {@link canonicalCitizenNumber}. The area in the first six digits is not looked up: areas are redrawn, numbers are not.
 */
export function checkCitizenNumber(number: string, today?: string): CitizenNumberCheck {
  if (number.length !== 18) return { valid: false, reason: 'length' };
  if (!/^\d{17}[\dX]$/.test(number)) return { valid: false, reason: 'characters' };
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!exists(birthDate) || (today !== undefined && birthDate > today)) return { valid: false, reason: 'birth-date' };
  const expected = checkCharacter(number);
  return number[17] === expected ? { valid: true, birthDate } : { valid: false, reason: 'check', expected };
}

/** One writing for one number, so that a blind index finds it again: no spaces around or inside, the final `x` a capital. */
export function canonicalCitizenNumber(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return CHECK_CHARACTERS[sum % 11]!;
}

function exists(date: string): boolean {
  const instant = Date.parse(`${date}T00:00:00Z`);
  // ISO 8601 has a year 0000, the calendar has not.
  return !Number.isNaN(instant) && !date.startsWith('0000') && new Date(instant).toISOString().startsWith(date);
}
