import { expect, test } from 'vitest';
import { boxCorners, cornersOf, surfaceShapes, withinOf } from './drawn-surface.ts';

test('a surface comes back from the address as it went in', () => {
  const corners = boxCorners([121, 29, 121.5, 29.25]);
  expect(cornersOf(withinOf(corners))).toEqual(corners);
});

test.each([undefined, '', '1,2;3,4', '1,2;3,4;x,y', '1;2;3'])('%s is no surface', (within) => expect(cornersOf(within)).toEqual([]));

test('two corners are a line, three a surface with its corners, a finished one a surface alone', () => {
  const kinds = (corners: [number, number][], closed: boolean) =>
    surfaceShapes(corners, closed).features.map(({ geometry }) => geometry.type);
  expect(kinds([[1, 1]], false)).toEqual(['Point']);
  expect(
    kinds(
      [
        [1, 1],
        [2, 2],
      ],
      false,
    ),
  ).toEqual(['LineString', 'Point', 'Point']);
  const three: [number, number][] = [
    [1, 1],
    [2, 2],
    [3, 1],
  ];
  expect(kinds(three, false)).toEqual(['Polygon', 'Point', 'Point', 'Point']);
  expect(kinds(three, true)).toEqual(['Polygon']);
});
