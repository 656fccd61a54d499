import { type GramTable, slotBits } from './gram-table.ts';

/** Which slots are worth a feature, and how rare each is. */
export interface Vocabulary {
  /** Feature of each slot, −1 where it has none. */
  feature: Int32Array;
  /** Inverse document frequency of each feature. */
  idf: Float32Array;
}

/** A gram of fewer messages is a name or a slip of the pen. */
const least = 2;

/** Features are the slots seen in two messages at least and in at most half of them; at most `most`, the most frequent first. */
export function learnVocabulary(table: GramTable, most: number): Vocabulary {
  const seen = new Int32Array(1 << slotBits);
  for (const slot of table.slots) seen[slot] = (seen[slot] as number) + 1;
  const limit = Math.max(4, table.rows * 0.5);
  let kept: number[] = [];
  for (let slot = 0; slot < seen.length; slot += 1) if ((seen[slot] as number) >= least && (seen[slot] as number) <= limit) kept.push(slot);
  if (kept.length > most)
    kept = kept
      .sort((a, b) => (seen[b] as number) - (seen[a] as number) || a - b)
      .slice(0, most)
      .sort((a, b) => a - b);
  const feature = new Int32Array(1 << slotBits).fill(-1);
  const idf = new Float32Array(kept.length);
  for (const [index, slot] of kept.entries()) {
    feature[slot] = index;
    idf[index] = Math.log((1 + table.rows) / (1 + (seen[slot] as number))) + 1;
  }
  return { feature, idf };
}

/** A message as a vector of length one over the features it has. */
export interface Vector {
  features: Int32Array;
  values: Float32Array;
}

/** TF-IDF with dampened counts, brought to length one; empty where nothing is known. */
export function vectorOf(slots: ArrayLike<number>, counts: ArrayLike<number>, vocabulary: Vocabulary, from = 0, to = slots.length): Vector {
  const features = new Int32Array(to - from);
  const values = new Float32Array(to - from);
  let used = 0;
  let sum = 0;
  for (let i = from; i < to; i += 1) {
    const feature = vocabulary.feature[slots[i] as number] as number;
    if (feature < 0) continue;
    const value = (1 + Math.log(counts[i] as number)) * (vocabulary.idf[feature] as number);
    features[used] = feature;
    values[used] = value;
    sum += value * value;
    used += 1;
  }
  const length = Math.sqrt(sum) || 1;
  for (let i = 0; i < used; i += 1) values[i] = (values[i] as number) / length;
  return { features: features.subarray(0, used), values: values.subarray(0, used) };
}

/** All rows as vectors, packed as the table is. */
export interface VectorTable {
  starts: Int32Array;
  features: Int32Array;
  values: Float32Array;
  rows: number;
}

/** Turns rows of grams into vectors. In place, since both together would need the memory twice: the table is used up by it. */
export function vectorTable(table: GramTable, vocabulary: Vocabulary): VectorTable {
  const starts = new Int32Array(table.rows + 1);
  const { slots, counts } = table;
  let used = 0;
  for (let row = 0; row < table.rows; row += 1) {
    const vector = vectorOf(slots, counts, vocabulary, table.starts[row] as number, table.starts[row + 1] as number);
    slots.set(vector.features, used);
    counts.set(vector.values, used);
    used += vector.features.length;
    starts[row + 1] = used;
  }
  return { starts, features: slots.subarray(0, used), values: counts.subarray(0, used), rows: table.rows };
}
