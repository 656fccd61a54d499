import type { MultiPolygon, Polygon, Position } from 'geojson';

/** The boundary of an area. */
export type Boundary = Polygon | MultiPolygon;

/** West, south, east and north in degrees. Boundaries over the 180th meridian are not foreseen. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The polygons of a boundary, each a list of rings of which the first is the outer one. */
export function polygonsOf(boundary: Boundary): Position[][][] {
  return boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
}

/** The smallest box around a boundary. Without any position it is turned inside out and overlaps nothing. */
export function boundingBox(boundary: Boundary): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of polygonsOf(boundary).flat(2) as [number, number][]) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** Whether two boxes share a point. */
export function boxesMeet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
