import type { RateName, RatesRow } from '@gongzhi/contract/cases';

export type RateValue = RatesRow['rates'][RateName];

/** Fewer than this many cases: one more or less moves the rate by more than three points, so it ranks nobody. */
export const smallNumber = 30;

/** 91.2%; a dash where nothing was measured. */
export const percent = (value: number | null): string => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);

export const isSmall = (rate: RateValue): boolean => rate.denominator > 0 && rate.denominator < smallNumber;

/** Rates of which a low value is good. */
export const lowIsGood: readonly RateName[] = ['rework', 'return'];

/** The composite has no cases of its own: its two sides are weighted and mean nothing as counts. */
export const hasSides = (name: RateName): boolean => name !== 'composite';

/** The table as cells for a spreadsheet: every rate as its value with what it was computed from. */
export function sheetOf(
  rows: readonly RatesRow[],
  rates: readonly RateName[],
  words: {
    name: string;
    volume: Readonly<Record<string, string>>;
    rate: (name: RateName) => string;
    numerator: string;
    denominator: string;
  },
): { columns: { key: string; label: string }[]; rows: Record<string, string | number | null>[] } {
  const volumes = Object.keys(words.volume) as (keyof RatesRow['volume'])[];
  const sided = rates.filter(hasSides);
  return {
    columns: [
      { key: 'key', label: '#' },
      { key: 'name', label: words.name },
      ...volumes.map((name) => ({ key: name, label: words.volume[name]! })),
      ...rates.flatMap((name) => [
        { key: name, label: words.rate(name) },
        ...(sided.includes(name)
          ? [
              { key: `${name}.numerator`, label: `${words.rate(name)} ${words.numerator}` },
              { key: `${name}.denominator`, label: `${words.rate(name)} ${words.denominator}` },
            ]
          : []),
      ]),
    ],
    rows: rows.map((row) => ({
      key: row.key,
      name: row.name,
      ...Object.fromEntries(volumes.map((name) => [name, row.volume[name]])),
      ...Object.fromEntries(
        rates.flatMap((name) => {
          const rate = row.rates[name];
          return [
            [name, rate.value === null ? null : Math.round(rate.value * 10_000) / 10_000],
            [`${name}.numerator`, rate.numerator],
            [`${name}.denominator`, rate.denominator],
          ];
        }),
      ),
    })),
  };
}
