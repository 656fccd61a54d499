import { type Comparison, comparisonParts } from './compare.ts';

/** How much each part of a comparison speaks for one and the same matter. */
export interface DuplicateWeights {
  offset: number;
  parts: Record<keyof Comparison, number>;
}

/**
 * The weights as shipped, learned from derived pairs (repeats, paraphrases, same place with another matter). A district's own joins and
 * refusals move them.
 */
export const shippedWeights: DuplicateWeights = {
  offset: -2.2,
  parts: {
    wording: 3.4,
    title: 1.8,
    matter: 0.2,
    titleMatter: 0.4,
    contained: 0.1,
    places: 1.4,
    placeAndMatter: 2,
    otherMatter: -3,
    otherPlaces: -6.7,
    otherDistrict: -2.2,
    near: 1.5,
    far: -3,
    time: 1.5,
    sameCategory: 0.5,
    otherCategory: -1,
  },
};

/** The chance that two reports tell of the same matter, 0 to 1. */
export function weigh(comparison: Comparison, { offset, parts }: DuplicateWeights = shippedWeights): number {
  let sum = offset;
  for (const part of comparisonParts) sum += parts[part] * comparison[part];
  return 1 / (1 + Math.exp(-sum));
}

export interface DecidedPair {
  comparison: Comparison;
  /** A person joined them, or refused to. */
  same: boolean;
}

/**
 * Weights learned from decided pairs by logistic regression that is pulled towards the weights it starts from: a few decisions move them
 * a little. The seed-free descent gives the same for the same pairs.
 */
export function learnWeights(decided: readonly DecidedPair[], from: DuplicateWeights = shippedWeights, pull = 4): DuplicateWeights {
  let offset = from.offset;
  const parts = { ...from.parts };
  const rows = decided.length;
  if (rows === 0) return from;
  for (let turn = 0; turn < 3000; turn += 1) {
    let slope = 0;
    const slopes = Object.fromEntries(comparisonParts.map((part) => [part, 0])) as Record<keyof Comparison, number>;
    for (const { comparison, same } of decided) {
      const off = weigh(comparison, { offset, parts }) - (same ? 1 : 0);
      slope += off;
      for (const part of comparisonParts) slopes[part] += off * comparison[part];
    }
    const step = 8 / (1 + rows);
    offset -= (step * (slope + (pull * (offset - from.offset)) / 10)) / 4;
    for (const part of comparisonParts) {
      const next = parts[part] - (step * (slopes[part] + (pull * (parts[part] - from.parts[part])) / 10)) / 4;
      // What speaks for one matter never comes to speak against it, however odd the decisions were.
      parts[part] = shippedWeights.parts[part] < 0 ? Math.min(0, next) : Math.max(0, next);
    }
  }
  return { offset, parts };
}
