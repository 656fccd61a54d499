import type { RatesRow } from '@gongzhi/contract/cases';
import { describe, expect, it } from 'vitest';
import { compared, stepOf } from './compared.ts';

const row = (name: string, numerator: number, denominator: number) => {
  const rate = { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
  return {
    key: name,
    name,
    rates: { onTime: rate, resolution: rate, composite: { numerator: 0, denominator: 0, value: 0.5 } },
  } as unknown as RatesRow;
};

describe('a comparison of units', () => {
  it('ranks those with enough cases, says how many, and puts the few after them in a column of their own', () => {
    const bars = compared([row('小', 3, 3), row('好', 95, 100), row('无', 0, 0), row('中', 10, 29), row('差', 50, 100)], 'onTime', 10);
    expect(bars.map(({ name }) => name)).toEqual(['好（100）', '差（100）', '中（29）', '小（3）']);
    expect(bars.map(({ rate, few }) => [rate, few])).toEqual([
      [0.95, null],
      [0.5, null],
      [null, 10 / 29],
      [null, 1],
    ]);
  });

  it('judges the composite by the cases that were evaluated', () => {
    expect(compared([row('小', 3, 3)], 'composite', 10)[0]).toMatchObject({ few: 0.5, volume: 3 });
  });

  it('shows the course of a period by day up to two months, by month beyond', () => {
    expect(stepOf({ from: '2026-03-01', to: '2026-04-30' })).toBe('day');
    expect(stepOf({ from: '2026-01-01', to: '2026-04-30' })).toBe('month');
  });
});
