/** Kinds of row that carry a deterministic id. */
const kinds = { organisation: 1, person: 2, post: 3, tenure: 4, responsibility: 5, case: 6, part: 7, clock: 8, rating: 9 } as const;
export type IdKind = keyof typeof kinds;

// Both mixers are bijections on 32 bits: different indices can never give the same id within a kind.
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

const hex: string[] = Array.from({ length: 65536 }, (_, i) => i.toString(16).padStart(4, '0'));
const word = (value: number) => hex[value >>> 16]! + hex[value & 0xffff]!;

/** The id of the `index`-th row of a kind; the same for the same seed on every machine. UUID version 8. */
export function idOf(seed: number, kind: IdKind, index: number): string {
  const salt = mix(seed + kinds[kind] * 0x9e3779b9);
  const [b, c, d] = [mix(salt ^ (index * 0x85ebca6b)), mix(salt + index), mix(index ^ 0x5bd1e995)];
  return `${word(salt)}-${hex[b >>> 16]}-8${hex[b & 0xffff]!.slice(1)}-${variant(c)}-${hex[c & 0xffff]}${word(d)}`;
}

/** A version 7 id for a row that came to be at `milliseconds`: sorts by time, and is deterministic all the same. */
export function timedIdOf(seed: number, kind: IdKind, index: number, milliseconds: number): string {
  const high = Math.floor(milliseconds / 65536);
  const c = mix(seed + kinds[kind] + index);
  const tail = mix(index ^ 0x5bd1e995);
  return `${word(high >>> 0)}-${hex[milliseconds % 65536]}-7${hex[c & 0xffff]!.slice(1)}-${variant(c)}-${hex[kinds[kind]]}${word(tail)}`;
}

function variant(value: number): string {
  return hex[0x8000 | ((value >>> 16) & 0x3fff)]!;
}
