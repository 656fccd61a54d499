import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StringTable } from './string-table.ts';

test('every text comes back by its index, empty and very long ones too', () => {
  const lengths = fc.constantFrom(0, 1, 7, 1000, 2 ** 19, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', '路', '𠮷'), lengths), { maxLength: 12 }), (pieces) => {
      const texts = pieces.map(([letter, length]) => letter.repeat(length));
      const table = new StringTable();
      for (const text of texts) table.add(text);
      expect(table.size).toBe(texts.length);
      for (const [index, text] of texts.entries()) expect(table.at(index) === text).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('many short texts come back, and an index outside gives nothing', () => {
  const table = new StringTable();
  for (let index = 0; index < 5000; index++) table.add(`第${index}行`);
  expect(Array.from({ length: 5000 }, (_, index) => table.at(index)).every((text, index) => text === `第${index}行`)).toBe(true);
  expect([table.at(-1), table.at(5000), table.at(Number.NaN)]).toEqual(['', '', '']);
});
