import { describe, expect, it } from 'vitest';
import { periodOf } from './period.ts';

describe('a period', () => {
  const now = Date.parse('2026-03-01T00:30:00+08:00');
  it.each([
    ['this-month', { from: '2026-03-01', to: '2026-03-01' }],
    ['last-month', { from: '2026-02-01', to: '2026-02-28' }],
    ['30-days', { from: '2026-01-31', to: '2026-03-01' }],
    ['year', { from: '2026-01-01', to: '2026-03-01' }],
    ['nonsense', { from: '2026-03-01', to: '2026-03-01' }],
  ])('called %s is meant on the calendar of the place', (name, period) => expect(periodOf(name, {}, now)).toEqual(period));

  it('of one’s own is turned where its ends are, and filled where one is missing', () => {
    expect(periodOf('custom', { from: '2026-02-20', to: '2026-02-10' }, now)).toEqual({ from: '2026-02-10', to: '2026-02-20' });
    expect(periodOf('custom', { from: '2026-02-20', to: 'x' }, now)).toEqual({ from: '2026-02-20', to: '2026-03-01' });
  });
});
