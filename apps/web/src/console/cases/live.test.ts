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

  it('counts as arrived what belongs among the rows that were loaded, not what stands further down', () => {
    const at = (number: string, openedAt: string, dueAt: string | null = null) => ({ number, openedAt, dueAt, stateSince: openedAt });
    const rows = [at('b', '2026-03-03'), at('a', '2026-03-01')];
    const heard = [at('new', '2026-03-04'), at('between', '2026-03-02'), at('a', '2026-03-01'), at('deep', '2026-02-01')];
    expect(arrivals(rows, heard, '-openedAt', true)).toBe(2);
    expect(arrivals(rows, heard, '-openedAt', false)).toBe(3);
    expect(arrivals([], [at('first', '2026-03-01')], '-openedAt', false)).toBe(1);
  });

  it('knows that a matter without a due time stands last where the list is sorted by it', () => {
    const at = (number: string, dueAt: string | null) => ({ number, openedAt: '', dueAt, stateSince: '' });
    const rows = [at('a', '2026-03-01'), at('b', null)];
    expect(arrivals(rows, [at('soon', '2026-03-02'), at('never', null)], 'dueAt', true)).toBe(1);
  });
});
