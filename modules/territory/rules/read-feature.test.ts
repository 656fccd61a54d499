import { describe, expect, test } from 'vitest';
import { readFeature } from './read-feature.ts';

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [121, 29, 5],
      [121.1, 29, 5],
      [121.1, 29.1, 5],
      [121, 29],
    ],
  ],
};
const read = (properties: Record<string, unknown> | null, geometry: unknown = null) =>
  readFeature({ properties, geometry }, ([longitude, latitude]) => [longitude! + 1, latitude!]);

test('the level follows from the code, altitudes are left out and positions are converted', () => {
  expect(read({ code: 990106001, name: '东山街道' }, square)).toEqual({
    area: {
      code: '990106001',
      name: '东山街道',
      level: 'subdistrict',
      type: undefined,
      validFrom: undefined,
      boundary: {
        type: 'Polygon',
        coordinates: [
          [
            [122, 29],
            [122.1, 29],
            [122.1, 29.1],
            [122, 29],
          ],
        ],
      },
    },
  });
  expect(read({ code: '990106001001001001', name: '三号楼' })).toMatchObject({ area: { level: 'building', boundary: null } });
});

describe('a feature is refused by the column at fault', () => {
  test.each([
    ['no properties', null, null, 'code'],
    ['a code with letters', { code: '99a', name: 'x' }, null, 'code'],
    ['a code filled up with zeros', { code: '990106000000', name: 'x' }, null, 'code'],
    ['a level that the code does not have', { code: '990106', name: 'x', level: 'grid' }, null, 'level'],
    ['a level that there is not', { code: '990106', name: 'x', level: 'realm' }, null, 'level'],
    ['a blank name', { code: '990106', name: '  ' }, null, 'name'],
    ['a name with control characters', { code: '990106', name: 'a\u0001' }, null, 'name'],
    ['a day that does not exist', { code: '990106', name: 'x', validFrom: '2026-02-30' }, null, 'validFrom'],
    [
      'a line for a geometry',
      { code: '990106', name: 'x' },
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      'geometry',
    ],
    [
      'an open ring',
      { code: '990106', name: 'x' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 2],
          ],
        ],
      },
      'geometry',
    ],
    [
      'a position beyond the earth',
      { code: '990106', name: 'x' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [1, 91],
            [2, 1],
            [2, 2],
            [1, 91],
          ],
        ],
      },
      'geometry',
    ],
  ])('%s', (_, properties, geometry, column) => {
    expect(read(properties, geometry)).toMatchObject({ fault: { column, reason: expect.any(String) } });
  });
});
