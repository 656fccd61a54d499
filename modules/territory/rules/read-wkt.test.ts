import { describe, expect, test } from 'vitest';
import { readWkt } from './read-wkt.ts';

describe('well-known text', () => {
  test.each([
    ['POINT (121.5 29.1)', { type: 'Point', coordinates: [121.5, 29.1] }],
    ['srid=4326;point z(121.5 29.1 7)', { type: 'Point', coordinates: [121.5, 29.1] }],
    [
      'LINESTRING(1 2, 3 4)',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'MULTIPOINT((1 2),(3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'POLYGON((0 0,1 0,1 1,0 0))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
    [
      'MultiPolygon (((0 0,1 0,1 1,0 0)))',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
    ],
  ])('reads %s', (text, geometry) => expect(readWkt(text)).toEqual(geometry));

  test.each(['', 'POINT EMPTY', 'POINT(a b)', 'POINT(1)', 'LINESTRING(1 2, 3', 'CIRCLE(1 2)', 'POLYGON(0 0,1 1)', 'POINT(1 2)]; drop'])(
    'does not read “%s”',
    (text) => expect(readWkt(text)).toBeNull(),
  );
});
