import { expect, test } from 'vitest';
import { isBehind, readPosition, writePosition } from './matter-event.ts';

test('a place in the stream survives the way to the browser and back', () => {
  expect(readPosition(writePosition({ tx: '1844674407370955', id: 12 }))).toEqual({ tx: '1844674407370955', id: 12 });
  for (const text of [undefined, '', 'x', '1', '1-', '-1', '1-2-3', `${'9'.repeat(30)}-1`]) expect(readPosition(text)).toBeUndefined();
});

test('places are ordered by transaction first, as numbers', () => {
  expect(isBehind({ tx: '10', id: 1 }, { tx: '9', id: 5 })).toBe(true);
  expect(isBehind({ tx: '9', id: 5 }, { tx: '9', id: 5 })).toBe(false);
});
