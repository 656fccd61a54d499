import { calibrate, chances } from './calibrate.ts';
import { fitMargin } from './fit-margin.ts';
import type { GramRows } from './gram-table.ts';
import { type Judged, type Measures, measure } from './measures.ts';
import { type Model, modelFormat } from './model.ts';
import { learnVocabulary, type VectorTable, vectorTable } from './vocabulary.ts';

export interface TrainingSet {
  grams: GramRows;
  /** Place of the first label of each row in `labels`, and of any others. */
  first: number[];
  others: Map<number, number[]>;
  labels: string[];
  /** Whether a row came as running text, as it will be asked about, and not as words segmented elsewhere. */
  running: boolean[];
  /** One number of the wording of each row: messages that say the same get the same, so that they are never both learned from and measured on. */
  wording: number[];
  /** What each row counts: a message that was sent n times with the same label counts once, each copy for an nth. */
  counts: Float32Array;
}

export interface TrainOptions {
  seed?: number;
  /** Share to be left to a person. */
  unsure?: number;
  cost?: number;
  onProgress?(what: string, done: number, total: number): void;
}

const folds = 4;
/** Fewer running texts than these say too little about confidence to count for as much as thousands of others. */
const leastRunning = 100;
/** Where labels are easily told apart, the least sure tenth is still right: nobody is asked about what is as sure as this. */
const sureEnough = 0.95;
/** More rows than these are measured on one held-back part instead of on every part in turn. */
const manyRows = 30_000;
/** Weights are kept as rows × labels; so many numbers fill 160 MB. */
const mostWeights = 40_000_000;

/** What makes a set unfit to learn from; told to the person. */
export class CannotLearn extends Error {}

/**
 * Learns a model. Measures and confidence come from rows that the weights they were measured with had not seen: rows fall into parts by their
 * wording, so that repeats of one message stay in one part. The same rows in the same order and the same seed give the same model.
 */
export function train(set: TrainingSet, options: TrainOptions = {}): Model {
  const { seed = 1, unsure = 0.1, cost = 1, onProgress } = options;
  const labels = set.labels.length;
  const rows = set.first.length;
  if (rows < 20) throw new CannotLearn(`there are ${rows} labelled messages; a model needs 20 at least`);
  if (labels < 2) throw new CannotLearn('there is only one label; nothing can be told apart');
  const grams = set.grams.table();
  const vocabulary = learnVocabulary(grams, Math.min(1_000_000, Math.max(20_000, Math.floor(mostWeights / labels))));
  if (vocabulary.idf.length === 0) throw new CannotLearn('the messages share no words');
  const table = vectorTable(grams, vocabulary);
  const parts = partsOf(set.wording, rows > manyRows ? 10 : folds);
  const measured = rows > manyRows ? [0] : Array.from({ length: folds }, (_, part) => part);
  const total = (measured.length + 1) * labels;
  let done = 0;
  const tick = () => onProgress?.('train', ++done, total);
  const size = vocabulary.idf.length;
  const fit = (among: Int32Array, label: number) => {
    tick();
    return fitMargin(table, among, membership(set, label), size, { cost, passes: 30, seed: seed * 1000 + label, counts: set.counts });
  };

  const held: number[] = [];
  for (const part of measured) for (let row = 0; row < rows; row += 1) if (parts[row] === part) held.push(row);
  const margins = new Float32Array(held.length * labels);
  for (const part of measured) {
    const among = Int32Array.from(parts.keys()).filter((row) => parts[row] !== part);
    for (let label = 0; label < labels; label += 1) {
      const { weights, offset } = fit(among, label);
      for (const [at, row] of held.entries())
        if (parts[row] === part) margins[at * labels + label] = marginOf(table, row, weights) + offset;
    }
  }
  const truth = Int32Array.from(held, (row) => set.first[row] as number);
  const counts = heldCounts(set, held);
  const calibration = calibrate(margins, truth, labels, counts);

  const judged: Judged[] = [];
  const into = new Float64Array(labels);
  for (let at = 0; at < held.length; at += 1) {
    chances(margins.subarray(at * labels, (at + 1) * labels), calibration, into);
    let best = 0;
    for (let k = 1; k < labels; k += 1) if ((into[k] as number) > (into[best] as number)) best = k;
    judged.push({
      truth: set.labels[truth[at] as number] as string,
      said: set.labels[best] as string,
      confidence: into[best] as number,
      answered: true,
    });
  }
  const threshold = Math.min(sureEnough, confidenceOver(judged, counts, unsure));
  for (const one of judged) one.answered = one.confidence >= threshold;
  const measures: Measures | null = judged.length > 0 ? measure(judged) : null;

  const weights = new Float32Array(size * labels);
  const offsets = new Float32Array(labels);
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  for (let label = 0; label < labels; label += 1) {
    const learned = fit(all, label);
    offsets[label] = learned.offset;
    for (let feature = 0; feature < size; feature += 1) weights[feature * labels + label] = learned.weights[feature] as number;
  }
  return {
    card: { format: modelFormat, labels: set.labels, rows, features: size, seed, unsure, threshold, measures },
    vocabulary,
    weights,
    offsets,
    ...calibration,
  };
}

/**
 * What each held-back row counts for confidence: people will ask about running text, and words that were segmented and cleaned elsewhere are easier
 * than that. Where both were learned from, all segmented rows together count no more than the running ones.
 */
function heldCounts(set: TrainingSet, held: readonly number[]): Float32Array {
  const sums = { running: 0, segmented: 0 };
  const kindOf = (row: number) => (set.running[row] ? 'running' : 'segmented');
  for (const row of held) sums[kindOf(row)] += set.counts[row] as number;
  const share = sums.running > leastRunning && sums.segmented > sums.running ? sums.running / sums.segmented : 1;
  return Float32Array.from(held, (row) => (set.counts[row] as number) * (set.running[row] ? 1 : share));
}

/** The confidence below which lies the share `unsure` of all that is judged. */
function confidenceOver(judged: readonly Judged[], counts: Float32Array, unsure: number): number {
  const sorted = judged
    .map(({ confidence }, at) => ({ confidence, count: counts[at] as number }))
    .sort((a, b) => a.confidence - b.confidence);
  let left = unsure * counts.reduce((sum, count) => sum + count, 0);
  for (const { confidence, count } of sorted) {
    left -= count;
    if (left < 0) return confidence;
  }
  return 0;
}

/** Parts of about the same size, each wording whole in one of them. */
function partsOf(wording: readonly number[], parts: number): Uint8Array {
  const sizes = new Map<number, number>();
  for (const one of wording) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  const filled = new Array<number>(parts).fill(0);
  const partOf = new Map<number, number>();
  for (const [one, size] of [...sizes].sort(([a, x], [b, y]) => y - x || a - b)) {
    const least = filled.indexOf(Math.min(...filled));
    filled[least] = (filled[least] as number) + size;
    partOf.set(one, least);
  }
  return Uint8Array.from(wording, (one) => partOf.get(one) as number);
}

function membership(set: TrainingSet, label: number): Uint8Array {
  const member = Uint8Array.from(set.first, (one) => (one === label ? 1 : 0));
  for (const [row, others] of set.others) if (others.includes(label)) member[row] = 1;
  return member;
}

function marginOf({ starts, features, values }: VectorTable, row: number, weights: Float32Array): number {
  let sum = 0;
  for (let i = starts[row] as number; i < (starts[row + 1] as number); i += 1)
    sum += (weights[features[i] as number] as number) * (values[i] as number);
  return sum;
}
