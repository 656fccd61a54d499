import { describe, expect, it } from 'vitest';
import { boundingBox, boxesMeet } from './bounding-box.ts';
import { squareMetres } from './ellipsoid-area.ts';

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('the area of a boundary', () => {
  it('of the whole ellipsoid is 510,065,621.7 km²', () => {
    const earth = squareMetres({ type: 'Polygon', coordinates: [box(-180, -90, 180, 90)] });
    expect(earth / 1e6).toBeCloseTo(510_065_621.724, 2);
  });

  // One degree of meridian at the equator is 110,574.3 m, of the equator 111,319.5 m.
  it('of a hundredth of a degree at the equator follows from the lengths of its sides', () => {
    expect(squareMetres({ type: 'Polygon', coordinates: [box(120, -0.005, 120.01, 0.005)] })).toBeCloseTo(1105.743 * 1113.195, -2);
  });

  it('leaves out holes, adds parts, and does not mind which way rings run', () => {
    const whole = squareMetres({ type: 'Polygon', coordinates: [box(120, 30, 120.1, 30.1)] });
    const hole = squareMetres({ type: 'Polygon', coordinates: [box(120.02, 30.02, 120.03, 30.03).reverse()] });
    const pierced = { type: 'Polygon' as const, coordinates: [box(120, 30, 120.1, 30.1), box(120.02, 30.02, 120.03, 30.03)] };
    expect(squareMetres(pierced)).toBeCloseTo(whole - hole, 3);
    expect(squareMetres({ type: 'MultiPolygon', coordinates: [pierced.coordinates, [box(120.02, 30.02, 120.03, 30.03)]] })).toBeCloseTo(
      whole,
      3,
    );
  });
});

describe('the box around a boundary', () => {
  it('spans all its parts', () => {
    expect(boundingBox({ type: 'MultiPolygon', coordinates: [[box(1, 2, 3, 4)], [box(-5, 3, 0, 9)]] })).toEqual([-5, 2, 3, 9]);
  });

  it('meets a box that it touches, not one beside it', () => {
    expect(boxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(boxesMeet([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false);
    expect(boxesMeet([0, 0, 1, 1], [0, 1.1, 1, 2])).toBe(false);
  });
});
