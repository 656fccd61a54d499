import type { RateName, RatesRow } from '@gongzhi/contract/cases';
import { hasSides, isSmall } from './rate-text.ts';

export interface Bar {
  [column: string]: string | number | null;
  key: string;
  /** The name with the number of cases behind it. */
  name: string;
  /** The rate where enough cases stand behind it … */
  rate: number | null;
  /** … or where they are too few to be ranked by. */
  few: number | null;
  volume: number;
}

/**
 * A comparison that is fair: ranked are those with enough cases behind their rate, and every name says how many; those with few follow in
 * their own colour, the larger ones first. What was not measured is left out.
 */
export function compared(rows: readonly RatesRow[], rate: RateName, most: number): Bar[] {
  const bars = rows.flatMap(({ key, name, rates }): Bar[] => {
    const { value, denominator } = rates[rate];
    if (value === null) return [];
    const few = hasSides(rate) ? isSmall(rates[rate]) : isSmall(rates.resolution);
    const volume = hasSides(rate) ? denominator : rates.resolution.denominator;
    return [{ key, name: `${name}（${volume}）`, rate: few ? null : value, few: few ? value : null, volume }];
  });
  const ranked = bars.filter((bar) => bar.rate !== null).toSorted((a, b) => b.rate! - a.rate!);
  const others = bars.filter((bar) => bar.few !== null).toSorted((a, b) => b.volume - a.volume);
  return [...ranked, ...others].slice(0, most);
}

/** Days up to two months, months beyond: what a line can show. */
export function stepOf(period: { from: string; to: string }): 'day' | 'month' {
  return Date.parse(period.to) - Date.parse(period.from) <= 62 * 86_400_000 ? 'day' : 'month';
}
