import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkPosition, toWgs84 } from './coordinates.ts';

const metres = ([x1, y1]: Position, [x2, y2]: Position) => Math.hypot((x1! - x2!) * 85_000, (y1! - y2!) * 111_000);
const tiananmen: Position = [116.3912757, 39.906217];

describe('a position from a domestic map', () => {
  // One spot as three maps write it.
  it('is moved back to WGS 84 within two metres', () => {
    expect(metres(toWgs84([116.3975177, 39.9076203], 'gcj02'), tiananmen)).toBeLessThan(2);
    expect(metres(toWgs84([116.4038893, 39.9139623], 'bd09'), tiananmen)).toBeLessThan(2);
  });

  it('differs from its shifted writing by hundreds of metres', () => {
    const shift = metres(toWgs84([116.3975177, 39.9076203], 'gcj02'), [116.3975177, 39.9076203]);
    expect(shift).toBeGreaterThan(300);
    expect(shift).toBeLessThan(800);
  });

  it('is left alone when it is WGS 84, CGCS2000, or abroad', () => {
    expect(toWgs84(tiananmen, 'wgs84')).toEqual(tiananmen);
    expect(toWgs84(tiananmen, 'cgcs2000')).toEqual(tiananmen);
    expect(toWgs84([-76.6122, 39.2904], 'gcj02')).toEqual([-76.6122, 39.2904]);
  });

  // At the edge of the shifted frame the inverse does not converge: this must end all the same.
  it('is converted in finite time anywhere, next to the edge of the shift too', () => {
    const edges = [72.004, 72.0041, 72.01, 137.8346, 137.83, 0.8294, 55.827];
    for (const edge of edges) {
      for (const system of ['gcj02', 'bd09'] as const) {
        expect(toWgs84([edge, 30], system)).toHaveLength(2);
        expect(toWgs84([100, edge], system)).toHaveLength(2);
      }
    }
    const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(fc.property(degrees(180), degrees(90), (east, north) => metres(toWgs84([east, north], 'bd09'), [east, north]) < 5_000));
  });
});

describe('a position', () => {
  it.each<[string, Position, ReturnType<typeof checkPosition>]>([
    ['in China', [120.15, 30.28], { plausible: true }],
    ['with longitude and latitude exchanged', [30.28, 120.15], { plausible: false, reason: 'swapped', suggestion: [120.15, 30.28] }],
    ['without a fix', [0, 0], { plausible: false, reason: 'zero-island' }],
    ['abroad', [-76.6, 39.3], { plausible: false, reason: 'outside-region' }],
    ['off the globe', [120.15, 91], { plausible: false, reason: 'outside-range' }],
    ['in metres instead of degrees', [13_375_000, 3_540_000], { plausible: false, reason: 'outside-range' }],
    ['that is no number', [Number.NaN, 30], { plausible: false, reason: 'not-a-number' }],
    ['that is not there', [], { plausible: false, reason: 'not-a-number' }],
  ])('%s is judged so', (_, position, expected) => {
    expect(checkPosition(position)).toEqual(expected);
  });

  it('is measured against the region of the place', () => {
    const district = [120.1, 30.2, 120.2, 30.3] as const;
    expect(checkPosition([120.15, 30.25], district)).toEqual({ plausible: true });
    expect(checkPosition([121.5, 31.2], district)).toEqual({ plausible: false, reason: 'outside-region' });
    expect(checkPosition([-76.6, 39.3], [-77, 39, -76, 40])).toEqual({ plausible: true });
  });
});
