import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberGrids, orderGrids, type Placed } from './grid-order.ts';

const grid = (key: string, west: number, south: number, size = 1): Placed => ({ key, bounds: [west, south, west + size, south + size] });
const keys = (grids: Placed[]) => orderGrids(grids).map(({ key }) => key);

describe('the order of grids', () => {
  it('reads from west to east and from north to south', () => {
    expect(keys([grid('south-east', 1, 0), grid('north-east', 1, 1), grid('south-west', 0, 0), grid('north-west', 0, 1)])).toEqual([
      'north-west',
      'north-east',
      'south-west',
      'south-east',
    ]);
  });

  it('takes grids that lie a little higher or lower as one row', () => {
    expect(keys([grid('b', 1, 10.3), grid('a', 0, 10), grid('d', 1, 9), grid('c', 0, 9.2)])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('does not depend on the order of the input', () => {
    const place = fc.tuple(
      fc.double({ min: 0, max: 9, noNaN: true }),
      fc.double({ min: 0, max: 9, noNaN: true }),
      fc.double({ min: 0.1, max: 2, noNaN: true }),
    );
    const places = fc.array(place, { maxLength: 20 }).map((all) => all.map(([west, south, size], i) => grid(String(i), west, south, size)));
    const shuffles = places.chain((grids) =>
      fc.shuffledSubarray(grids, { minLength: grids.length }).map((shuffled) => [grids, shuffled] as const),
    );
    fc.assert(
      fc.property(shuffles, ([grids, shuffled]) => {
        expect(keys(shuffled)).toEqual(keys(grids));
      }),
    );
  });

  it('orders grids on one spot by key', () => {
    expect(keys([grid('b', 0, 0, 0), grid('a', 0, 0, 0)])).toEqual(['a', 'b']);
  });
});

describe('the numbers of grids', () => {
  it('follow the community from 001', () => {
    const numbered = numberGrids('330106001002', [grid('east', 1, 0), grid('west', 0, 0)]);
    expect(Object.fromEntries(numbered)).toEqual({ west: '330106001002001', east: '330106001002002' });
  });

  it('are refused beyond 999, and outside a community', () => {
    const many = Array.from({ length: 1000 }, (_, i) => grid(String(i), i, 0));
    expect(() => numberGrids('330106001002', many)).toThrow(RangeError);
    expect(() => numberGrids('330106001', [])).toThrow(RangeError);
  });
});
