import { describe, expect, test } from 'vitest';
import { type Boundary, type Position, polygonsOf } from './boundary.ts';
import { cut, degreesOf, joined, overlaps, snapped } from './cut-and-join.ts';

const box = (west: number, south: number, east: number, north: number): Boundary => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const size = (boundary: Boundary) =>
  polygonsOf(boundary).reduce(
    (sum, rings) =>
      sum +
      rings.reduce((part, ring, place) => {
        let twice = 0;
        for (let at = 0; at + 1 < ring.length; at += 1) twice += ring[at]![0] * ring[at + 1]![1] - ring[at + 1]![0] * ring[at]![1];
        return part + ((place === 0 ? 1 : -1) * Math.abs(twice)) / 2;
      }, 0),
    0,
  );
const piecesOf = (boundary: Boundary, line: Position[]) => {
  const made = cut(boundary, line);
  if ('flaw' in made) throw new Error(made.flaw);
  return made.pieces;
};

describe('a cut', () => {
  test('makes two pieces that together are what was there, with the same corners along the cut', () => {
    const line: Position[] = [
      [0.5, -1],
      [0.4, 0.5],
      [0.6, 2],
    ];
    const [one, other] = piecesOf(box(0, 0, 1, 1), line);
    expect(size(one) + size(other)).toBeCloseTo(1, 9);
    const corners = (boundary: Boundary) => new Set(polygonsOf(boundary).flat(2).map(String));
    const shared = [...corners(one)].filter((corner) => corners(other).has(corner));
    expect(shared).toHaveLength(3);
    expect(shared).toContain('0.4,0.5');
  });

  test('may begin and end at corners of the boundary', () => {
    const [one, other] = piecesOf(box(0, 0, 1, 1), [
      [0, 0],
      [1, 1],
    ]);
    expect([size(one), size(other)]).toEqual([0.5, 0.5]);
  });

  test('leaves a hole with the piece that it lies in, and other surfaces with the first', () => {
    const holed: Boundary = {
      type: 'MultiPolygon',
      coordinates: [
        [box(0, 0, 4, 4).coordinates[0] as Position[], box(0.5, 0.5, 1, 1).coordinates[0] as Position[]],
        box(8, 8, 9, 9).coordinates as Position[][],
      ],
    };
    const [one, other] = piecesOf(holed, [
      [2, -1],
      [2, 5],
    ]);
    expect(size(one) + size(other)).toBeCloseTo(16.75, 9);
    expect(polygonsOf(one)).toHaveLength(2);
  });

  test.each([
    [
      'that misses it',
      [
        [2, 2],
        [3, 3],
      ],
      'misses',
    ],
    [
      'that only enters it',
      [
        [-1, 0.5],
        [0.5, 0.5],
      ],
      'misses',
    ],
    [
      'that crosses it four times',
      [
        [-1, 0.2],
        [2, 0.2],
        [2, 0.8],
        [-1, 0.8],
      ],
      'oftener',
    ],
  ] as const)('%s is refused', (_, line, flaw) => {
    expect(cut(box(0, 0, 1, 1), line as unknown as Position[])).toEqual({ flaw });
  });
});

describe('joined boundaries', () => {
  test('are one surface without the border between them', async () => {
    const whole = await joined([box(0, 0, 1, 1), box(1, 0, 2, 1)]);
    expect(whole?.type).toBe('Polygon');
    expect(size(whole!)).toBeCloseTo(2, 9);
    expect(await joined([])).toBeNull();
  });

  test('undo a cut', async () => {
    const pieces = piecesOf(box(121, 29, 121.01, 29.01), [
      [121.0033333, 28],
      [121.0077777, 30],
    ]);
    expect(size((await joined(pieces))!)).toBeCloseTo(0.0001, 12);
  });

  test('that lie apart stay several surfaces', async () => {
    expect((await joined([box(0, 0, 1, 1), box(3, 0, 4, 1)]))?.type).toBe('MultiPolygon');
  });
});

test('an overlap is told with its size; a shared border is none', async () => {
  const others = [
    { code: 'beside', boundary: box(121.01, 29, 121.02, 29.01) },
    { code: 'over', boundary: box(121.005, 29, 121.02, 29.01) },
  ];
  const found = await overlaps(box(121, 29, 121.01, 29.01), others);
  expect(found.map(({ code }) => code)).toEqual(['over']);
  expect(found[0]!.squareMetres).toBeGreaterThan(500_000);
});

test('a position goes to the nearest corner within reach, or stays', () => {
  const corners: Position[] = [
    [121, 29],
    [121.0001, 29],
  ];
  expect(snapped([121.00004, 29], corners, 0.0001)).toEqual([121, 29]);
  expect(snapped([121.01, 29], corners, 0.0001)).toEqual([121.01, 29]);
  expect(degreesOf(512, 0)).toBe(360);
});
