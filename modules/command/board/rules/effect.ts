export interface Effect {
  before: number | null;
  after: number | null;
  change: number | null;
}

/**
 * What a theme has changed: the mean of the three months before its month against the mean of the whole months after it. The month of the
 * theme itself counts to neither side, and the running month is not whole.
 */
export function effectOf(months: readonly { month: string; reported: number }[], theme: string, running: string): Effect {
  const mean = (of: readonly { reported: number }[]) =>
    of.length === 0 ? null : of.reduce((sum, one) => sum + one.reported, 0) / of.length;
  const before = mean(months.filter((one) => one.month < theme).slice(-3));
  const after = mean(months.filter((one) => one.month > theme && one.month < running));
  return { before, after, change: before && after !== null ? (after - before) / before : null };
}
