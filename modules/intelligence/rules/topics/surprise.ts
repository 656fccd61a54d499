/** How a count compares with what its own past lets expect. */
export interface Surprise {
  count: number;
  /** What the past lets expect of a period. */
  expected: number;
  /** Minus the decimal logarithm of the chance of so many or more; 2 is one in a hundred. */
  surprise: number;
  hot: boolean;
}

/** Fewer are no topic of the day, however rare they are. */
const leastHot = 3;
const surprising = 2;

/**
 * Judges a count against its own past: `past` messages in `periods` earlier periods of the same length. The rate is not known but estimated, so the count is
 * negative binomial (Poisson with a gamma rate, Jeffreys' prior): one report after a silent week does not make a topic hot.
 */
export function judgeCount(count: number, past: number, periods: number): Surprise {
  const expected = periods > 0 ? past / periods : 0;
  if (periods <= 0) return { count, expected: 0, surprise: 0, hot: false };
  const shape = past + 0.5;
  const stay = periods / (periods + 1);
  // P(X < count), summed upwards; each term follows from the one before.
  let term = stay ** shape;
  let below = 0;
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= ((shape + k) / (k + 1)) * (1 - stay);
  }
  // Where the sum is too near to one, the first terms of the tail tell more.
  let tail = 0;
  for (let k = count, part = term; k < count + 200; k += 1) {
    tail += part;
    part *= ((shape + k) / (k + 1)) * (1 - stay);
  }
  const chance = Math.max(1e-300, below < 0.9 ? 1 - below : tail);
  const surprise = Math.round(-Math.log10(Math.min(1, chance)) * 100) / 100;
  return {
    count,
    expected: Math.round(expected * 100) / 100,
    surprise,
    hot: count >= leastHot && count > expected && surprise >= surprising,
  };
}
