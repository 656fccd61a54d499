import type { Point } from './mesh.ts';

/** Where the invented district lies: over land, at a place where no such district exists. */
const ORIGIN = { longitude: 114.3, latitude: 30.9 };
const RADIANS = Math.PI / 180;
// Metres per degree at the origin on the WGS 84 ellipsoid; over ten kilometres the error stays under a metre.
const METRES_NORTH = 111_132.95 - 559.85 * Math.cos(2 * ORIGIN.latitude * RADIANS) + 1.17 * Math.cos(4 * ORIGIN.latitude * RADIANS);
const METRES_EAST = 111_412.88 * Math.cos(ORIGIN.latitude * RADIANS) - 93.5 * Math.cos(3 * ORIGIN.latitude * RADIANS);

export type Position = [longitude: number, latitude: number];

/** Metres east and north of the origin → WGS 84, rounded to six decimals (a tenth of a metre). */
export function toPosition([x, y]: Point): Position {
  return [Math.round((ORIGIN.longitude + x / METRES_EAST) * 1e6) / 1e6, Math.round((ORIGIN.latitude + y / METRES_NORTH) * 1e6) / 1e6];
}

/** Square metres of a ring of positions. */
export function squareMetres(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    twice += (ax - ORIGIN.longitude) * (by - ORIGIN.latitude) - (bx - ORIGIN.longitude) * (ay - ORIGIN.latitude);
  }
  return (twice / 2) * METRES_EAST * METRES_NORTH;
}
