import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type BoundaryFault, checkBoundary, MOST_POSITIONS } from './boundary.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
// Coordinates in the tests are hundredths of a degree from a corner of a city.
const placed = (ring: Position[]) => ring.map(([x, y]) => [120 + x! / 100, 30 + y! / 100]);
const polygon = (...rings: Position[][]) => ({ type: 'Polygon', coordinates: rings.map(placed) });
const multi = (...polygons: Position[][][]) => ({ type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(placed)) });
const faults = (value: unknown): BoundaryFault[] => {
  const check = checkBoundary(value);
  return check.valid ? [] : [...new Set(check.problems.map(({ fault }) => fault))];
};

describe('a boundary', () => {
  it.each<[string, unknown]>([
    ['a polygon', polygon(box(0, 0, 4, 4))],
    ['a polygon that runs clockwise', polygon(box(0, 0, 4, 4).reverse())],
    ['a polygon with holes', polygon(box(0, 0, 9, 9), box(1, 1, 2, 2), box(3, 3, 4, 4))],
    [
      'a hole that touches the outer ring in a point',
      polygon(box(0, 0, 4, 4), [
        [0, 2],
        [1, 1],
        [1, 3],
        [0, 2],
      ]),
    ],
    ['parts that lie apart', multi([box(0, 0, 1, 1)], [box(2, 2, 3, 3)])],
    ['parts that touch in a corner', multi([box(0, 0, 1, 1)], [box(1, 1, 2, 2)])],
    ['an island in a hole', multi([box(0, 0, 9, 9), box(1, 1, 8, 8)], [box(2, 2, 3, 3)])],
    [
      'a corner given twice',
      polygon([
        [0, 0],
        [4, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ]),
    ],
    [
      'a corner in the middle of a straight edge',
      polygon([
        [0, 0],
        [2, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ]),
    ],
  ])('may be %s', (_, value) => {
    expect(checkBoundary(value)).toEqual({ valid: true, boundary: value });
  });

  it.each<[string, BoundaryFault, unknown]>([
    ['nothing', 'not-a-polygon', null],
    ['a point', 'not-a-polygon', { type: 'Point', coordinates: [120, 30] }],
    ['a feature around it', 'not-a-polygon', { type: 'Feature', geometry: polygon(box(0, 0, 1, 1)) }],
    ['a polygon without rings', 'not-a-polygon', { type: 'Polygon', coordinates: [] }],
    ['a polygon nested one level short', 'not-a-polygon', { type: 'MultiPolygon', coordinates: [[placed(box(0, 0, 1, 1)), 'ring']] }],
    [
      'three positions',
      'ring-too-short',
      polygon([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
    ],
    [
      'one point four times',
      'no-area',
      polygon([
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ],
    [
      'a hole so thin that only rounding gives it an area',
      'no-area',
      polygon(box(0, 0, 9, 9), [
        [8, 3],
        [7, 4],
        [6, 5],
        [8, 3],
      ]),
    ],
    [
      'an open ring',
      'ring-open',
      polygon([
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
      ]),
    ],
    ['text for a position', 'not-a-position', { type: 'Polygon', coordinates: [['a', 'b', 'c', 'd']] }],
    ['a position with one number', 'not-a-position', { type: 'Polygon', coordinates: [[[1], [1], [1], [1]]] }],
    [
      'a position that is infinite',
      'not-a-position',
      {
        type: 'Polygon',
        coordinates: [
          [
            [1, Number.POSITIVE_INFINITY],
            [1, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      },
    ],
    [
      'metres for degrees',
      'outside-range',
      {
        type: 'Polygon',
        coordinates: [
          [
            [13e6, 3e6],
            [14e6, 3e6],
            [14e6, 4e6],
            [13e6, 3e6],
          ],
        ],
      },
    ],
    [
      'a bow tie',
      'self-intersection',
      polygon([
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
        [0, 0],
      ]),
    ],
    [
      'a ring that touches itself',
      'self-intersection',
      polygon([
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
        [0, 0],
      ]),
    ],
    [
      'a spike',
      'self-intersection',
      polygon([
        [0, 0],
        [4, 0],
        [4, 4],
        [4, 9],
        [4, 4],
        [0, 4],
        [0, 0],
      ]),
    ],
    [
      'a line there and back',
      'self-intersection',
      polygon([
        [0, 0],
        [4, 0],
        [2, 0],
        [0, 0],
      ]),
    ],
    ['a hole across the outer ring', 'rings-cross', polygon(box(0, 0, 4, 4), box(3, 1, 5, 2))],
    ['a hole along the outer ring', 'shared-edge', polygon(box(0, 0, 4, 4), box(3, 1, 4, 2))],
    ['a hole outside', 'hole-outside', polygon(box(0, 0, 4, 4), box(5, 5, 6, 6))],
    [
      'a hole that leaves through a corner',
      'hole-outside',
      polygon(box(0, 0, 4, 4), [
        [4, 2],
        [5, 1],
        [5, 3],
        [4, 2],
      ]),
    ],
    ['a hole in a hole', 'holes-overlap', polygon(box(0, 0, 9, 9), box(1, 1, 6, 6), box(2, 2, 3, 3))],
    ['a part in a part', 'parts-overlap', multi([box(0, 0, 9, 9)], [box(1, 1, 2, 2)])],
    ['parts side by side', 'shared-edge', multi([box(0, 0, 1, 1)], [box(1, 0, 2, 1)])],
    ['the same part twice', 'shared-edge', multi([box(0, 0, 1, 1)], [box(0, 0, 1, 1)])],
  ])('is refused for %s (%s)', (_, fault, value) => {
    expect(faults(value)).toEqual([fault]);
  });

  it('shows where it crosses itself, and in which ring', () => {
    const check = checkBoundary(
      multi(
        [box(8, 8, 9, 9)],
        [
          [
            [0, 0],
            [4, 4],
            [4, 0],
            [0, 4],
            [0, 0],
          ],
        ],
      ),
    );
    if (check.valid) throw new Error('a bow tie was accepted');
    expect(check.problems).toHaveLength(1);
    expect(check.problems[0]!.path).toBe('coordinates[1][0]');
    expect(check.problems[0]!.at![0]).toBeCloseTo(120.02, 9);
    expect(check.problems[0]!.at![1]).toBeCloseTo(30.02, 9);
  });

  it('points to each position that is none', () => {
    const check = checkBoundary({
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [2, null],
          [2, 95],
          [1, 1],
        ],
      ],
    });
    expect(check).toEqual({
      valid: false,
      problems: [
        { fault: 'not-a-position', path: 'coordinates[0][1]' },
        { fault: 'outside-range', path: 'coordinates[0][2]' },
      ],
    });
  });

  it('comes back without altitudes and foreign members', () => {
    const tall = { ...polygon(box(0, 0, 1, 1)), crs: 'x', coordinates: [placed(box(0, 0, 1, 1)).map((position) => [...position, 8])] };
    expect(checkBoundary(tall)).toEqual({ valid: true, boundary: polygon(box(0, 0, 1, 1)) });
  });

  it('of ten thousand corners, or of a thousand islands, is checked in a moment', () => {
    const corners = 10_000;
    const circle = Array.from({ length: corners }, (_, i): Position => {
      const angle = (2 * Math.PI * i) / corners;
      return [5 + Math.cos(angle) * (4 + Math.sin(angle * 40)), 5 + Math.sin(angle) * (4 + Math.sin(angle * 40))];
    });
    const islands = Array.from({ length: 1000 }, (_, i) => [
      box(2 * (i % 40), 2 * Math.floor(i / 40), 2 * (i % 40) + 1, 2 * Math.floor(i / 40) + 1),
    ]);
    const before = performance.now();
    expect(faults(polygon([...circle, circle[0]!]))).toEqual([]);
    expect(faults(multi(...islands))).toEqual([]);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('of edges that all run side by side is given up before it holds up everybody else', () => {
    const saw = Array.from({ length: 15_000 }, (_, i): Position => [i / 1e4 + (i % 2) * 100, (i % 2) * 100 - i / 1e4]);
    const before = performance.now();
    expect(faults(polygon([...saw, [500, -500], [-1000, -500], saw[0]!]))).toEqual(['too-detailed']);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('of too many corners is refused before it is looked at', () => {
    const ring = Array.from({ length: MOST_POSITIONS + 1 }, () => [1, 1]);
    expect(faults({ type: 'Polygon', coordinates: [ring] })).toEqual(['too-detailed']);
  });
});
