import { expect, test } from 'vitest';
import { pairSuccession } from './pair-succession.ts';

const pairs = (ended: string[], begun: string[], shared: string[]) =>
  pairSuccession(ended, begun, (old, next) => shared.includes(`${old}${next}`)).map(({ ended, begun }) => `${ended}${begun}`);

test('a split joins the one with each of the many, and a merge each of the many with the one', () => {
  expect(pairs(['a'], ['x', 'y'], [])).toEqual(['ax', 'ay']);
  expect(pairs(['a', 'b'], ['x'], ['ax'])).toEqual(['ax', 'bx']);
});

test('where several follow several, those that share ground belong together', () => {
  expect(pairs(['a', 'b'], ['x', 'y'], ['ax', 'ay', 'by'])).toEqual(['ax', 'ay', 'by']);
});

test('an area that shares ground with none belongs to all, so that no code is left without successor or origin', () => {
  expect(pairs(['a', 'b'], ['x', 'y'], ['ax'])).toEqual(['ax', 'ay', 'bx', 'by']);
  expect(pairs(['a', 'b'], ['x', 'y'], [])).toEqual(['ax', 'ay', 'bx', 'by']);
});
