import { describe, expect, it } from 'vitest';
import { current, merged } from './queue.ts';

const row = (number: string, urgency: number, dueAt: string | null, openedAt = '2026-03-01T00:00:00Z') => ({
  number,
  urgency,
  dueAt,
  openedAt,
});

describe('the queue of the dispatch desk', () => {
  it('begins with danger, then what is due first, then what came first, each case once', () => {
    const filed = [row('late', 1, '2026-03-02T00:00:00Z'), row('none', 1, null), row('soon', 1, '2026-03-01T09:00:00Z')];
    const asks = [row('danger', 3, '2026-03-09T00:00:00Z'), row('none', 1, null), row('older', 1, null, '2026-02-01T00:00:00Z')];
    expect(merged([filed, asks]).map(({ number }) => number)).toEqual(['danger', 'soon', 'late', 'older', 'none']);
  });

  it('goes on to the next one when the case in hand has left it', () => {
    const before = ['a', 'b', 'c', 'd'];
    const left = [{ number: 'a' }, { number: 'd' }];
    expect(current(left, 'b', before)).toBe('d');
    expect(current(left, 'd', before)).toBe('d');
    expect(current([{ number: 'a' }], 'd', before)).toBe('a');
    expect(current([], 'b', before)).toBeNull();
    expect(current(left, null, [])).toBe('a');
  });
});
