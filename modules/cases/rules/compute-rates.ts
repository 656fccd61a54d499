import type { RatesRow } from '@gongzhi/contract/cases';
import type { CaseRules } from './case-terms.ts';
import type { Counts, Measure } from './measures.ts';
import { shareRates, splitRates } from './rate-sides.ts';

/** What stands at the end of the period: open, of these past due, and clocks to contact the reporter that are past due. */
export interface Stock {
  open: number;
  overdue: number;
  contact: number;
}

type Rate = RatesRow['rates']['response'];
const rate = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});

/** A row of figures from what was counted in a period and what stands at its end. */
export function ratesRow(
  key: string,
  name: string,
  counts: Counts,
  stock: Stock,
  rules: Pick<CaseRules, 'satisfiedFrom' | 'composite'>,
): RatesRow {
  const sum = (of: readonly Measure[]) => of.reduce((total, measure) => total + counts[measure], 0);
  const split = splitRates(rules.satisfiedFrom);
  const against = { overdue: stock.overdue, contact: stock.contact };
  const of = ({ good, bad, standing }: (typeof split)[keyof typeof split]) =>
    rate(sum(good), sum(good) + sum(bad) + (standing ? against[standing] : 0));
  const share = ({ part, whole }: (typeof shareRates)[keyof typeof shareRates]) => rate(sum(part), sum(whole));
  const response = of(split.response);
  const resolution = of(split.resolution);
  const satisfaction = of(split.satisfaction);
  return {
    key,
    name,
    volume: {
      reported: counts.reported,
      filed: counts.filed,
      dispatched: counts.dispatched,
      closed: counts.closedInTime + counts.closedLate + counts.closedUndated,
      open: stock.open,
      openOverdue: stock.overdue,
      reopened: counts.reopened,
      returned: counts.returned,
    },
    rates: {
      response,
      resolution,
      satisfaction,
      composite: composite([response, resolution, satisfaction], rules.composite),
      onTime: of(split.onTime),
      rework: share(shareRates.rework),
      return: share(shareRates.return),
      pass: of(split.pass),
      effective: share(shareRates.effective),
    },
  };
}

/** Weighted points of the rates that there are, out of their weights: without answers the satisfaction weighs nothing. */
function composite(rates: readonly Rate[], weights: readonly number[]): Rate {
  let points = 0;
  let most = 0;
  for (const [index, { value }] of rates.entries()) {
    if (value === null) continue;
    points += value * (weights[index] ?? 0);
    most += weights[index] ?? 0;
  }
  return rate(Math.round(points * 10_000) / 10_000, most);
}
