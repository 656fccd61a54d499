import type { VectorTable } from './vocabulary.ts';

/** A generator of numbers that gives the same row on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface MarginOptions {
  /** What an error costs against a long weight vector. */
  cost: number;
  /** At most so many passes over the rows that still matter. */
  passes: number;
  seed: number;
  /** What each row counts; one for all where none is given. */
  counts?: Float32Array | undefined;
}

/**
 * Weights and offset that part the rows of one label from all others with the widest margin: L2-loss linear SVM by dual coordinate descent with
 * shrinking (Hsieh et al., ICML 2008). `member[i]` is 1 for rows of the label; `among` are the rows to learn from.
 */
export function fitMargin(
  table: VectorTable,
  among: Int32Array,
  member: Uint8Array,
  size: number,
  { cost, passes, seed, counts }: MarginOptions,
): { weights: Float32Array; offset: number } {
  const { starts, features, values } = table;
  const random = seeded(seed);
  const weights = new Float32Array(size);
  let offset = 0;
  let positives = 0;
  for (const row of among) positives += member[row] as number;
  // Rare labels would be drowned by the many others.
  const lift = Math.min(4, Math.max(1, Math.sqrt((among.length - positives) / Math.max(1, positives)) / 2));
  const costs = [1 / (2 * cost), 1 / (2 * cost * lift)] as const;
  const alpha = new Float64Array(table.rows);
  const order = among.slice();
  let active = order.length;
  let most = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass += 1) {
    for (let i = active - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      const other = order[i] as number;
      order[i] = order[j] as number;
      order[j] = other;
    }
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    for (let s = 0; s < active; s += 1) {
      const row = order[s] as number;
      const sign = member[row] ? 1 : -1;
      const diagonal = costs[member[row] as 0 | 1] / (counts ? (counts[row] as number) : 1);
      const from = starts[row] as number;
      const to = starts[row + 1] as number;
      let margin = offset;
      // A vector has length one, or none where nothing of it is known; the offset counts as one more feature.
      const square = to === from ? 1 : 2;
      for (let i = from; i < to; i += 1) margin += (weights[features[i] as number] as number) * (values[i] as number);
      const before = alpha[row] as number;
      const gradient = sign * margin - 1 + diagonal * before;
      let projected = gradient;
      if (before === 0) {
        if (gradient > most) {
          active -= 1;
          order[s] = order[active] as number;
          order[active] = row;
          s -= 1;
          continue;
        }
        projected = Math.min(gradient, 0);
      }
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (Math.abs(projected) < 1e-12) continue;
      const after = Math.max(0, before - gradient / (square + diagonal));
      const step = (after - before) * sign;
      if (step === 0) continue;
      alpha[row] = after;
      offset += step;
      for (let i = from; i < to; i += 1) {
        const feature = features[i] as number;
        weights[feature] = (weights[feature] as number) + step * (values[i] as number);
      }
    }
    if (highest - lowest <= 0.1) {
      if (active === order.length) break;
      active = order.length;
      most = Number.POSITIVE_INFINITY;
    } else most = highest <= 0 ? Number.POSITIVE_INFINITY : highest;
  }
  return { weights, offset };
}
