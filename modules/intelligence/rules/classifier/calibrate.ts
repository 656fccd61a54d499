/** Makes margins into chances: one scale for all labels and one shift for each. */
export interface Calibration {
  scale: number;
  shifts: Float32Array;
}

/**
 * Where two labels both fit, what a person decides cannot be foreseen by any wording, and weights learned from all rows are surer than those that
 * were measured. So this much of every chance is shared among all labels: nothing is ever told as certain.
 */
const neverKnown = 0.04;

/** Chances of all labels from their margins, into `into`; they sum to one. */
export function chances(margins: ArrayLike<number>, calibration: Calibration, into: Float64Array): Float64Array {
  shares(margins, calibration, into);
  for (let k = 0; k < into.length; k += 1) into[k] = (1 - neverKnown) * (into[k] as number) + neverKnown / into.length;
  return into;
}

function shares(margins: ArrayLike<number>, { scale, shifts }: Calibration, into: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < into.length; k += 1) {
    into[k] = scale * (margins[k] as number) + (shifts[k] as number);
    if ((into[k] as number) > most) most = into[k] as number;
  }
  let sum = 0;
  for (let k = 0; k < into.length; k += 1) {
    into[k] = Math.exp((into[k] as number) - most);
    sum += into[k] as number;
  }
  for (let k = 0; k < into.length; k += 1) into[k] = (into[k] as number) / sum;
  return into;
}

/** Shifts stay small where few rows speak for them. */
const caution = 0.002;

/**
 * Scale and shifts that make the margins of unseen rows say how often they are right: multinomial logistic regression on the margins by
 * gradient descent with a step that shrinks when it overshoots. `margins` holds the margins of all labels for the first row, then the next;
 * `counts` is what each row counts.
 */
export function calibrate(margins: Float32Array, truth: Int32Array, labels: number, counts: Float32Array): Calibration {
  const rows = truth.length;
  let best: Calibration = { scale: 2, shifts: new Float32Array(labels) };
  if (rows === 0) return best;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const into = new Float64Array(labels);
  const slope = (at: Calibration) => {
    let loss = 0;
    let scale = 0;
    const shifts = new Float64Array(labels);
    for (let row = 0; row < rows; row += 1) {
      const own = margins.subarray(row * labels, (row + 1) * labels);
      shares(own, at, into);
      const right = truth[row] as number;
      const count = counts[row] as number;
      loss -= count * Math.log(Math.max(1e-12, into[right] as number));
      for (let k = 0; k < labels; k += 1) {
        const off = count * ((into[k] as number) - (k === right ? 1 : 0));
        scale += off * (own[k] as number);
        shifts[k] = (shifts[k] as number) + off;
      }
    }
    loss /= total;
    for (let k = 0; k < labels; k += 1) {
      shifts[k] = (shifts[k] as number) / total + 2 * caution * (at.shifts[k] as number);
      loss += caution * (at.shifts[k] as number) ** 2;
    }
    return { loss, scale: scale / total, shifts };
  };
  let step = 4;
  let now = slope(best);
  for (let turn = 0; turn < 120 && step > 1e-4; turn += 1) {
    const tried: Calibration = {
      scale: Math.max(0.1, best.scale - step * now.scale),
      shifts: Float32Array.from(best.shifts, (shift, k) => shift - step * (now.shifts[k] as number)),
    };
    const next = slope(tried);
    if (next.loss < now.loss) {
      const gain = now.loss - next.loss;
      best = tried;
      now = next;
      step *= 1.3;
      if (gain < 1e-7) break;
    } else step /= 2;
  }
  return best;
}
