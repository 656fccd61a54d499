/**
 * A text in which every character is one plain character, at the place of its code point in the original: full-width and other
 * digits are ASCII digits, Chinese numerals stay, everything invisible or blank is a space. Patterns are looked for here and masked there.
 */
export function fold(points: readonly string[]): string {
  return points.map(foldPoint).join('');
}

const numerals: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  壹: '1',
  幺: '1',
  二: '2',
  贰: '2',
  两: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
};

/** The digit that a numeral stands for, also written in words as numbers are read out. */
export const digitOf = (character: string): string | null =>
  /\d/.test(character) ? character : /\d/.test(numerals[character] ?? '') ? (numerals[character] as string) : null;

function foldPoint(point: string): string {
  if (/^[\x20-\x7e\u4e00-\u9fff]$/.test(point)) return point;
  // Latin letters with marks keep being letters; circled and mathematical digits become digits.
  const plain = point.normalize('NFKC');
  if (plain.length === 1 && /[\x21-\x7e]/.test(plain)) return plain;
  if (/[\p{Cf}\p{Z}\p{Cc}\p{M}]/u.test(point)) return point === '\n' ? '\n' : ' ';
  const digit = /^\D*(\d)/.exec(plain);
  if (digit && /\p{N}/u.test(point)) return digit[1] as string;
  if (/\p{Nd}/u.test(point)) return String(foreignDigit(point.codePointAt(0) as number));
  return plain.length === 1 ? plain : point.length === 1 ? point : '\u0001';
}

/** Decimal digits of other scripts stand in rows of ten that begin at …0 or …6. */
function foreignDigit(code: number): number {
  const place = code & 0xf;
  return (place >= 6 ? place - 6 : place) % 10;
}
