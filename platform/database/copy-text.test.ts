import { expect, test } from 'vitest';
import { copyText } from './copy-text.ts';

test('each kind of value has its text, and nothing is not an empty text', () => {
  const moment = new Date('2026-02-28T00:00:00.123Z');
  expect([...copyText([[null, undefined, '', 1.5, -0, true, false, moment, Buffer.from([0, 255]), [], ['a', '']]])].join('')).toBe(
    '\\N\t\\N\t\t1.5\t0\tt\tf\t2026-02-28T00:00:00.123Z\t\\\\x00ff\t{}\t{"a",""}\n',
  );
});

test('what COPY reads as something else is escaped', () => {
  expect([...copyText([['a\tb\nc\rd\\e', '\\N', '\\.', ['"', '\\', 'NULL', '\n']]])].join('')).toBe(
    'a\\tb\\nc\\rd\\\\e\t\\\\N\t\\\\.\t{"\\\\"","\\\\\\\\","NULL","\\n"}\n',
  );
});

test('many rows travel in pieces that end at the end of a row', () => {
  const pieces = [...copyText(Array.from({ length: 30_000 }, (_, index) => [index, '路灯']))];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.every((piece) => piece.endsWith('\n'))).toBe(true);
  expect(pieces.join('').split('\n')).toHaveLength(30_001);
});

test('a date that is none is refused', () => {
  expect(() => [...copyText([[new Date(Number.NaN)]])]).toThrow(RangeError);
});
