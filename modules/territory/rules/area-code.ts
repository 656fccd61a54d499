/**
 * The levels of an area by the length of its code: province 2, city 4, district 6 (GB/T 2260), subdistrict 9, community 12
 * (GB/T 10114 and the statistical codes), grid 15. Whatever is longer lies below a grid.
 */
export type AreaLevel = 'province' | 'city' | 'district' | 'subdistrict' | 'community' | 'grid' | 'below-grid';

/** What the third part of a code says a subdistrict is: 001–099, 100–199, 200–399, 400–599. */
export type SubdistrictType = 'subdistrict' | 'town' | 'township' | 'joint-enterprise';

/** `expected` is the code that was probably meant. */
export type AreaCodeCheck =
  | { valid: true; level: AreaLevel }
  | { valid: false; reason: 'digits' | 'length' | 'subdistrict-range' }
  | { valid: false; reason: 'padded'; expected: string };

const LENGTHS = new Map<number, AreaLevel>([
  [2, 'province'],
  [4, 'city'],
  [6, 'district'],
  [9, 'subdistrict'],
  [12, 'community'],
  [15, 'grid'],
]);
const GRID = 15;
const LONGEST = 30;

/**
 * Checks the form of an area code; whether the area exists is for the register of areas to say. A code that ends in a part
 * of zeros names the level above it, filled up (`330106000000` is `330106`), and is refused with the short form, because
 * data scope is a prefix and the filled-up code is a prefix of nothing. Zeros in the middle stand for a level left out.
 */
export function checkAreaCode(code: string): AreaCodeCheck {
  if (!/^\d+$/.test(code)) return { valid: false, reason: 'digits' };
  const level = levelOf(code);
  if (level === null) return { valid: false, reason: 'length' };
  const short = withoutPadding(code);
  if (short !== code) return { valid: false, reason: 'padded', expected: short };
  if (code.length >= 9 && Number(code.slice(6, 9)) >= 600) return { valid: false, reason: 'subdistrict-range' };
  return { valid: true, level };
}

/** The level of a code by its length; null for a length that no level has. */
export function levelOf(code: string): AreaLevel | null {
  if (code.length > GRID) return code.length <= LONGEST ? 'below-grid' : null;
  return LENGTHS.get(code.length) ?? null;
}

/**
 * The code of the area above, null for a province. Levels left out (a community straight under a district) are passed over.
 * Below a grid, levels take three digits each and the last may take fewer: the parent of 17 or 18 digits is the grid.
 */
export function parentCode(code: string): string | null {
  const length = partBefore(code.length);
  return length === 0 ? null : withoutPadding(code.slice(0, length));
}

/** All areas above a code, the nearest first. */
export function ancestorCodes(code: string): string[] {
  const ancestors: string[] = [];
  for (let above = parentCode(code); above !== null; above = parentCode(above)) ancestors.push(above);
  return ancestors;
}

/** Whether an area lies in another or is the same. The empty code is the whole country. */
export function isWithin(code: string, ancestor: string): boolean {
  return code.startsWith(ancestor);
}

/**
 * The range of all codes within an area, for `area_code >= from and area_code < below` under collation "C". Unlike
 * `starts_with`, the planner answers it from a plain B-tree even when the code is a parameter.
 */
export function prefixRange(code: string): { from: string; below: string } {
  // After '9' comes ':' in ASCII, so the last digit never carries over.
  const last = code.charCodeAt(code.length - 1);
  return { from: code, below: code === '' ? ':' : code.slice(0, -1) + String.fromCharCode(last + 1) };
}

/** What kind of subdistrict a code lies in or is; null above that level, and for numbers that the standard does not assign. */
export function subdistrictType(code: string): SubdistrictType | null {
  const number = code.length >= 9 ? Number(code.slice(6, 9)) : 0;
  if (!(number >= 1 && number < 600)) return null;
  if (number < 100) return 'subdistrict';
  if (number < 200) return 'town';
  return number < 400 ? 'township' : 'joint-enterprise';
}

/** The short form of a code that other systems fill up with zeros: `330100000000` is `3301`. */
export function withoutPadding(code: string): string {
  let short = code;
  for (let length = partBefore(short.length); length > 0 && /^0+$/.test(short.slice(length)); length = partBefore(short.length)) {
    short = short.slice(0, length);
  }
  return short;
}

function partBefore(length: number): number {
  if (length > GRID) return length - ((length - GRID - 1) % 3) - 1;
  return [12, 9, 6, 4, 2].find((end) => end < length) ?? 0;
}
