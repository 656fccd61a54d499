import type { MatterSummary } from '@gongzhi/contract/matters';
import { describe, expect, it } from 'vitest';
import { arrivals, refreshed } from './live.ts';

const row = (number: string, version: number, stateSince = '2026-03-01T00:00:00.000Z') =>
  ({ number, version, stateSince }) as MatterSummary;

describe('a list that others act on while it is read', () => {
  it('keeps every row in its place and writes into it what is known newest', () => {
    const [a, b, c] = [row('a', 1), row('b', 2), row('c', 3)];
    const newer = row('b', 4);
    const read = row('c', 5);
    expect(refreshed([a, b, c], [newer, row('new', 1)], (number) => (number === 'c' ? read : undefined))).toEqual([a, newer, read]);
    expect(refreshed([a, b], [row('b', 1)], () => undefined)).toEqual([a, b]);
  });

  it('is the same list where nothing changed, so that nothing is drawn again', () => {
    const rows = [row('a', 1)];
    expect(refreshed(rows, [row('a', 1)], () => row('a', 1))).toBe(rows);
  });

  it('counts as arrived what entered it after it was loaded, not what stands further down', () => {
    const since = '2026-03-01T08:00:00.000Z';
    const latest = [row('new', 1, '2026-03-01T08:00:01.000Z'), row('a', 2, '2026-03-01T08:00:02.000Z'), row('deep', 1, since)];
    expect(arrivals([row('a', 1)], latest, since)).toBe(1);
    expect(arrivals([], [row('first', 1)], '')).toBe(1);
  });
});
