import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallest, suppress } from './suppress.ts';

test('a small cell takes the next larger one with it', () => {
  expect(suppress([3, 20, 8])).toEqual([null, 20, null]);
  expect(suppress([30, 20, 8])).toEqual([30, 20, 8]);
  expect(suppress([1, 2, 9])).toEqual([null, null, null]);
  expect(suppress([0, 0, 0])).toEqual([null, null, null]);
});

test('no hidden cell can be computed from the total, and no small one is shown', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 12 }), (cells) => {
      const shown = suppress(cells);
      const hidden = cells.filter((_, i) => shown[i] === null);
      for (const cell of shown) expect(cell === null || cell >= smallest).toBe(true);
      expect(hidden.length === 0 || hidden.length >= 2).toBe(true);
      const rest = hidden.reduce((sum, count) => sum + count, 0);
      // What the total leaves for the hidden cells is not small, unless nothing else is there to hide behind.
      expect(hidden.length === 0 || hidden.length === cells.length || rest >= smallest).toBe(true);
    }),
  );
});
