/** Kinds of row that carry a deterministic id. */
const kinds = {
  organisation: 1,
  person: 2,
  post: 3,
  tenure: 4,
  responsibility: 5,
  case: 6,
  part: 7,
  clock: 8,
  rating: 9,
  child: 10,
  patrol: 11,
  whistle: 16,
  admission: 12,
  task: 13,
  sheet: 14,
  responder: 15,
  muster: 16,
} as const;
export type IdKind = keyof typeof kinds;

// Both mixers are bijections on 32 bits: different indices can never give the same id within a kind.
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

const hex: string[] = Array.from({ length: 65536 }, (_, i) => i.toString(16).padStart(4, '0'));
const short: string[] = hex.slice(0, 4096).map((text) => text.slice(1));
const word = (value: number) => hex[value >>> 16]! + hex[value & 0xffff]!;

// One seed is used at a time; its salts are mixed once.
let salted = Number.NaN;
let salts: number[] = [];
let heads: string[] = [];

function saltOf(seed: number, kind: IdKind): number {
  if (salted !== seed) {
    salts = Array.from({ length: 17 }, (_, i) => mix(seed + i * 0x9e3779b9));
    heads = salts.map(word);
    salted = seed;
  }
  return salts[kinds[kind]]!;
}

/** The id of the `index`-th row of a kind; the same for the same seed on every machine. UUID version 8. */
export function idOf(seed: number, kind: IdKind, index: number): string {
  const salt = saltOf(seed, kind);
  const b = mix(salt ^ Math.imul(index, 0x85ebca6b));
  const c = mix(salt + index);
  return `${heads[kinds[kind]]}-${hex[b >>> 16]}-8${short[b & 0xfff]}-${variant(c)}-${word(mix(index ^ 0x5bd1e995))}${hex[c & 0xffff]}`;
}

/** A version 7 id for a row that came to be at `milliseconds`: sorts by time, and is deterministic all the same. */
export function timedIdOf(seed: number, kind: IdKind, index: number, milliseconds: number): string {
  const c = mix(saltOf(seed, kind) + index);
  const high = Math.floor(milliseconds / 65536) >>> 0;
  return `${word(high)}-${hex[milliseconds % 65536]}-7${short[c & 0xfff]}-${variant(c)}-${hex[kinds[kind]]}${word(mix(index ^ 0x5bd1e995))}`;
}

/** What the ids of the parts, clocks and ratings of one case have in common; complete with {@link childIdOf}. */
export function familyOf(seed: number, index: number): string {
  return idOf(seed, 'child', index).slice(0, -4);
}

/** The id of the `n`-th row (below 256) of a kind within a family. */
export function childIdOf(family: string, kind: IdKind, n: number): string {
  return family + hex[(kinds[kind] << 8) | n];
}

function variant(value: number): string {
  return hex[0x8000 | ((value >>> 16) & 0x3fff)]!;
}
