import { eachGram, type Words } from '../language/text-grams.ts';
import { chances } from './calibrate.ts';
import { countGrams, slotBits } from './gram-table.ts';
import type { Model } from './model.ts';
import { type Vector, vectorOf } from './vocabulary.ts';

export interface Ranked {
  label: string;
  chance: number;
}

/** What a model makes of a text. `sure` is false where it should be left to a person: then the labels are only what comes nearest. */
export interface Judgement {
  /** Best first; empty where the text says nothing that the model knows. */
  ranked: Ranked[];
  sure: boolean;
  /** Pieces of the text that speak most for the first label, strongest first. */
  because: string[];
}

/** A text of which so little is known is of another world: another language, keys pressed at random. */
const leastKnown = 3;
const leastShare = 0.12;
const slotMask = (1 << slotBits) - 1;

/** Margins of all labels for a vector. */
export function marginsOf(model: Model, vector: Vector, into = new Float64Array(model.card.labels.length)): Float64Array {
  const labels = into.length;
  into.set(model.offsets);
  for (let i = 0; i < vector.features.length; i += 1) {
    const at = (vector.features[i] as number) * labels;
    const value = vector.values[i] as number;
    for (let k = 0; k < labels; k += 1) into[k] = (into[k] as number) + value * (model.weights[at + k] as number);
  }
  return into;
}

/** Judges a text: labels with calibrated chances, whether that is enough to be told, and the words that led to it. Costs well under a millisecond for a usual text. */
export function judge(model: Model, words: Words, most = 3): Judgement {
  const { slots, counts } = countGrams(words);
  const vector = vectorOf(slots, counts, model.vocabulary);
  if (vector.features.length < leastKnown || vector.features.length < slots.length * leastShare)
    return { ranked: [], sure: false, because: [] };
  const margins = marginsOf(model, vector);
  const found = chances(margins, model, new Float64Array(margins.length));
  const ranked = [...found.keys()]
    .sort((a, b) => (found[b] as number) - (found[a] as number) || a - b)
    .slice(0, most)
    .map((k) => ({ label: model.card.labels[k] as string, chance: found[k] as number, k }));
  const first = ranked[0];
  if (!first) return { ranked: [], sure: false, because: [] };
  return {
    ranked: ranked.map(({ label, chance }) => ({ label, chance })),
    sure: first.chance >= model.card.threshold,
    because: wordsFor(model, words, vector, first.k),
  };
}

/** The pieces of a text that speak most for a label and against the mean of all. A piece within a stronger one is not told again. */
function wordsFor(model: Model, words: Words, vector: Vector, label: number): string[] {
  const labels = model.card.labels.length;
  const value = new Map<number, number>();
  for (let i = 0; i < vector.features.length; i += 1) value.set(vector.features[i] as number, vector.values[i] as number);
  const strength = new Map<string, number>();
  eachGram(words, (hash, text, from, to) => {
    if (to - from < 2) return;
    const feature = model.vocabulary.feature[hash & slotMask] as number;
    if (feature < 0) return;
    const piece = text.slice(from, to);
    if (strength.has(piece)) return;
    const at = feature * labels;
    let mean = 0;
    for (let k = 0; k < labels; k += 1) mean += model.weights[at + k] as number;
    const gain = ((model.weights[at + label] as number) - mean / labels) * (value.get(feature) ?? 0);
    if (gain > 0) strength.set(piece, gain);
  });
  const told: string[] = [];
  for (const [piece] of [...strength].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 40)) {
    if (told.some((other) => other.includes(piece) || overlaps(other, piece))) continue;
    told.push(piece);
    if (told.length === 5) break;
  }
  return told;
}

const overlaps = (a: string, b: string) => a.slice(-2) === b.slice(0, 2) || b.slice(-2) === a.slice(0, 2);
