import { expect, test } from 'vitest';
import { windowIn, windowOf } from './time-window.ts';

const now = Date.parse('2026-03-10T01:30:00+08:00');

test('the latest window ends with today, as the days of the place go', () => {
  expect(windowOf('week', 0, now)).toEqual({
    from: '2026-03-04',
    to: '2026-03-10',
    openedFrom: '2026-03-03T16:00:00.000Z',
    openedTo: '2026-03-10T16:00:00.000Z',
  });
});

test('windows follow each other without gap and without overlap', () => {
  expect(windowOf('month', 1, now).openedTo).toBe(windowOf('month', 0, now).openedFrom);
});

test('what stands in the address and cannot be is brought into reach', () => {
  expect(windowIn({ span: 'week', back: '3' })).toEqual({ span: 'week', back: 3 });
  expect(windowIn({ span: 'week', back: '-1' })).toEqual({ span: 'week', back: 0 });
  expect(windowIn({ span: 'month', back: '999' })).toEqual({ span: 'month', back: 24 });
  expect(windowIn({ span: 'week', back: 'x' })).toEqual({ span: 'week', back: 0 });
  expect(windowIn({ span: 'year', back: '1' })).toBeNull();
});
