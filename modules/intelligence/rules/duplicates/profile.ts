import { placeNames } from '../entities/place-names.ts';
import { stretches } from '../language/plain-text.ts';
import { hashOf } from '../language/text-grams.ts';
import type { Report } from './report.ts';

/** Weighted grams, hashes rising; of length one. */
export interface Grams {
  hashes: Uint32Array;
  weights: Float32Array;
}

/** What is compared of a report, made once. */
export interface Profile {
  report: Report;
  whole: Grams;
  title: Grams;
  /** Title and text without the names of places: what the matter is. */
  matter: Grams;
  /** The title without the names of places. */
  titleMatter: Grams;
  places: Set<string>;
  /** Those that the title names. */
  titlePlaces: Set<string>;
  /** Districts that are named by a code or as the highest level; naming others parts two reports. */
  districts: Set<string>;
}

/** How rare a gram is; 1 for everyday ones and more for rare ones. */
export type Rarity = (hash: number) => number;

/** Distinct grams of two and three characters. */
export function gramsOf(text: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const { han, text: piece } of stretches(text)) {
    if (!han) {
      const hash = hashOf(piece);
      found.set(hash, (found.get(hash) ?? 0) + 1);
      continue;
    }
    for (let from = 0; from < piece.length - 1; from += 1)
      for (let size = 2; size <= 3 && from + size <= piece.length; size += 1) {
        const hash = hashOf(piece, from, from + size);
        found.set(hash, (found.get(hash) ?? 0) + 1);
      }
  }
  return found;
}

/** Makes reports comparable. `rarity` is that of the collection they come from. */
export function profileOf(report: Report, rarity: Rarity): Profile {
  const names = placeNames(`${report.title}\n${report.text}`);
  const districts = new Set<string>();
  const places = new Set<string>();
  for (const { text } of [...names, ...(report.place ? placeNames(report.place) : [])])
    if (isDistrict(text)) districts.add(text.toLowerCase());
    else if (!isCity(text)) places.add(text.toLowerCase());
  const titleNames = placeNames(report.title);
  const titlePlaces = new Set(titleNames.map(({ text }) => text.toLowerCase()).filter((name) => !isCity(name) && !isDistrict(name)));
  const without = withoutNames(report.text, placeNames(report.text));
  const titleWithout = withoutNames(report.title, titleNames);
  return {
    report,
    whole: weigh(gramsOf(`${report.title}\n${report.text}`), rarity),
    title: weigh(gramsOf(report.title), rarity),
    matter: weigh(gramsOf(`${titleWithout}\n${without}`), rarity),
    titleMatter: weigh(gramsOf(titleWithout), rarity),
    places,
    titlePlaces,
    districts,
  };
}

/** Everything lies in the city: to name it tells nothing. */
const isCity = (name: string) => /省$|^[a-z]{0,2}\d{0,3}市$/i.test(name) || (/市$/.test(name) && !/超市$/.test(name));

const isDistrict = (name: string) =>
  /^[a-z]{1,2}\d{1,3}[区县]$/i.test(name) || (/[区县]$/.test(name) && !/[小社校片园]区$/.test(name) && name.length <= 4);

function withoutNames(text: string, names: readonly { from: number; to: number }[]): string {
  let out = '';
  let at = 0;
  for (const { from, to } of names) {
    if (from < at) continue;
    out += `${text.slice(at, from)} `;
    at = to;
  }
  return out + text.slice(at);
}

function weigh(found: ReadonlyMap<number, number>, rarity: Rarity): Grams {
  const hashes = Uint32Array.from(found.keys()).sort();
  const weights = Float32Array.from(hashes, (hash) => (1 + Math.log(found.get(hash) as number)) * rarity(hash));
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  const length = Math.sqrt(sum) || 1;
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] as number) / length;
  return { hashes, weights };
}

/** Cosine of two sets of weighted grams. */
export function cosine(a: Grams, b: Grams): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const [x, y] = [a.hashes[i] as number, b.hashes[j] as number];
    if (x === y) {
      sum += (a.weights[i] as number) * (b.weights[j] as number);
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return Math.min(1, sum);
}

/** The share of the shorter one, by weight, that the other has too: a short message within a long one. */
export function contained(a: Grams, b: Grams): number {
  const [short, long] = a.hashes.length <= b.hashes.length ? [a, b] : [b, a];
  let sum = 0;
  for (let i = 0, j = 0; i < short.hashes.length && j < long.hashes.length; ) {
    const [x, y] = [short.hashes[i] as number, long.hashes[j] as number];
    if (x === y) {
      sum += (short.weights[i] as number) ** 2;
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return Math.min(1, sum);
}
