import { ClipType } from 'clipper2-ts';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { Plane } from './plane.ts';

const ring = (points: number[][]): Polygon => ({ type: 'Polygon', coordinates: [[...points, points[0]!]] });
const plane = new Plane(
  ring([
    [120, 30],
    [120.2, 30],
    [120.2, 30.2],
  ]),
);
const METRE = 1 / 111_320;

/** A strip through the middle of the plane, in metres, turned by an angle in degrees. */
function strip(length: number, width: number, angle: number): Polygon {
  const turn = (angle * Math.PI) / 180;
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x, y]) => [(x! * length) / 2, (y! * width) / 2]);
  return ring(
    corners.map(([x, y]) => [
      120.1 + ((x! * Math.cos(turn) - y! * Math.sin(turn)) * METRE) / Math.cos((30.1 * Math.PI) / 180),
      30.1 + (x! * Math.sin(turn) + y! * Math.cos(turn)) * METRE,
    ]),
  );
}

describe('the width of a region', () => {
  it('of a strip is its shorter side, however long and however turned', () => {
    const metres = fc.double({ min: 0.2, max: 20, noNaN: true });
    fc.assert(
      fc.property(metres, metres, fc.integer({ min: 30, max: 3000 }), fc.integer({ min: 0, max: 179 }), (width, asked, length, angle) => {
        fc.pre(Math.abs(width - asked) > 0.05);
        expect(plane.isWiderThan(plane.region(strip(length, width, angle)), asked)).toBe(width > asked);
      }),
    );
  });

  it('of a ring is that between its outside and its hole', () => {
    const pierced = plane.region({ type: 'Polygon', coordinates: [strip(100, 100, 0).coordinates[0]!, strip(96, 96, 0).coordinates[0]!] });
    expect(plane.isWiderThan(pierced, 1.9)).toBe(true);
    expect(plane.isWiderThan(pierced, 2.1)).toBe(false);
  });

  it('of a sliver that rounding has twisted is none', () => {
    const twisted = [
      [509529, -912056],
      [509246, -909198],
      [508963, -906338],
      [509246, -909197],
      [509529, -912057],
      [509812, -914915],
    ];
    expect(plane.isWiderThan([twisted.map(([x, y]) => ({ x: x!, y: y! }))], 0.5)).toBe(false);
  });

  it('of nothing is none', () => {
    expect(plane.isWiderThan([], 0.05)).toBe(false);
    expect(
      plane.region(
        ring([
          [120.1, 30.1],
          [120.1, 30.1],
          [120.1, 30.1],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('the pieces of a region', () => {
  it('come back in degrees to the centimetre, counter-clockwise, holes in their outer ring', () => {
    const [outer, hole] = [strip(100, 100, 0).coordinates[0]!, strip(50, 50, 0).coordinates[0]!];
    const pieces = plane.pieces(ClipType.Union, plane.region({ type: 'Polygon', coordinates: [outer.toReversed(), hole] }), []);
    expect(pieces).toHaveLength(1);
    const rings = pieces[0]!.polygon.coordinates;
    expect(rings).toHaveLength(2);
    for (const [x, y] of rings[0]!) expect(outer.some((corner) => Math.hypot(x! - corner[0]!, y! - corner[1]!) < 2e-7)).toBe(true);
    const turn = (path: number[][]) => path.slice(1).reduce((sum, [x, y], i) => sum + path[i]![0]! * y! - x! * path[i]![1]!, 0);
    expect(turn(rings[0]!)).toBeGreaterThan(0);
    expect(turn(rings[1]!)).toBeLessThan(0);
  });

  it('count an island in a hole as a piece of its own', () => {
    const nested = [strip(90, 90, 0), strip(60, 60, 0)].map(({ coordinates }) => coordinates[0]!);
    const boundary = { type: 'MultiPolygon' as const, coordinates: [nested, strip(30, 30, 0).coordinates] };
    expect(plane.pieces(ClipType.Union, plane.region(boundary), []).map(({ region }) => region.length)).toEqual([2, 1]);
  });
});
