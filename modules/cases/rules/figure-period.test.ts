import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDay, spansOf } from './figure-period.ts';

const daysOf = (from: string, to: string) => {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
};
const day = fc.integer({ min: 0, max: 1500 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));

test('the sums that are read cover every day of a period once, and beyond it only days that have not come', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, today) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const { days, months } = spansOf({ from, to }, today);
      const covered = days.flatMap((span) => daysOf(span.from, span.to));
      if (months) {
        const lastMonth = new Date(`${months.to}T00:00:00Z`);
        const end = new Date(Date.UTC(lastMonth.getUTCFullYear(), lastMonth.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
        covered.push(...daysOf(months.from, end));
      }
      const expected = daysOf(from, to);
      expect(covered.filter((one) => one <= to).sort()).toEqual(expected);
      for (const one of covered) if (one > to) expect(one > today || to >= today).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('a year is twelve months and no day', () => {
  expect(spansOf({ from: '2025-01-01', to: '2025-12-31' }, '2026-06-01')).toEqual({
    days: [],
    months: { from: '2025-01-01', to: '2025-12-01' },
  });
});

test('a running month is whole when the period reaches today', () => {
  expect(spansOf({ from: '2026-05-20', to: '2026-06-10' }, '2026-06-10')).toEqual({
    days: [{ from: '2026-05-20', to: '2026-05-31' }],
    months: { from: '2026-06-01', to: '2026-06-01' },
  });
});
