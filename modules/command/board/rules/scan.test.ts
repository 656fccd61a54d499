import { describe, expect, test } from 'vitest';
import { type Cell, scanSpaceTime, strengthOf } from './scan-space-time.ts';
import { seeded } from './seeded.ts';
import { zonesOf } from './zones.ts';

const areas = Array.from({ length: 12 }, (_, n) => ({
  code: `a${n}`,
  center: [114 + (n % 4) * 0.01, 30 + Math.floor(n / 4) * 0.01] as const,
}));
const zones = zonesOf(areas, 3);
const days = 28;
const options = (replicas = 199) => ({ days, longest: 7, zones, replicas, least: 5, random: seeded(7) });
/** An even background; the first area has ten times as many reports as the others, always. */
const background = (): Cell[] =>
  areas.flatMap(({ code }, n) => Array.from({ length: days }, (_, day) => ({ area: code, day, count: n === 0 ? 10 : 1 })));

describe('the space-time scan', () => {
  test('calls a place that always has many reports no hot spot', () => {
    expect(scanSpaceTime(background(), options()).filter((cluster) => cluster.p < 0.05)).toEqual([]);
  });

  test('calls a day on which every place has many reports no hot spot', () => {
    const cells = background().map((cell) => (cell.day >= 26 ? { ...cell, count: cell.count * 4 } : cell));
    expect(scanSpaceTime(cells, options()).filter((cluster) => cluster.p < 0.05)).toEqual([]);
  });

  test('finds the small place that has more than its own share in the last days, with what was expected', () => {
    const cells = [...background(), { area: 'a7', day: 26, count: 7 }, { area: 'a7', day: 27, count: 8 }];
    const [first] = scanSpaceTime(cells, options());
    expect(first).toMatchObject({ areas: ['a7'], from: 26, to: 27, observed: 17 });
    expect(first!.expected).toBeLessThan(5);
    expect(first!.p).toBeLessThanOrEqual(0.01);
  });

  test('gives the same verdict for the same reports', () => {
    const cells = [...background(), { area: 'a3', day: 27, count: 9 }];
    expect(scanSpaceTime(cells, options())).toEqual(scanSpaceTime(cells, options()));
  });

  test('has no strength where there are no more than expected', () => {
    expect([strengthOf(3, 3, 50), strengthOf(2, 5, 50)]).toEqual([0, 0]);
    expect(strengthOf(9, 3, 50)).toBeGreaterThan(3);
  });
});
