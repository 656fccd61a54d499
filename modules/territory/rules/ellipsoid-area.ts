import type { Position } from 'geojson';
import { type Boundary, polygonsOf } from './bounding-box.ts';

// WGS 84.
const SEMI_MAJOR = 6_378_137;
const ECCENTRICITY = Math.sqrt(0.006694379990141317);

/**
 * The area of a boundary on the WGS 84 ellipsoid, in m². Rings may run either way round. The boundary is laid out on the
 * cylinder that keeps areas, where plane geometry is exact. Edges are straight in degrees, as maps draw them; an area between
 * geodesics differs by up to 0.05 % for edges of five kilometres, and much less for the edges of a grid.
 */
export function squareMetres(boundary: Boundary): number {
  let total = 0;
  for (const [outer, ...holes] of polygonsOf(boundary)) {
    if (outer) total += ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);
  }
  return total;
}

function ringArea(ring: Position[]): number {
  const points = ring.map(([longitude, latitude]) => [radians(longitude! - ring[0]![0]!), authalic(radians(latitude!))] as const);
  const base = points[0]?.[1] ?? 0;
  let twice = 0;
  for (let i = 1; i < points.length; i++) {
    const [[x1, y1], [x2, y2]] = [points[i - 1]!, points[i]!];
    twice += x1 * (y2 - base) - x2 * (y1 - base);
  }
  return (Math.abs(twice) / 2) * SEMI_MAJOR ** 2;
}

/** The height on the equal-area cylinder of the unit ellipsoid (Snyder, Map Projections, 1987, equation 3-12, halved). */
function authalic(latitude: number): number {
  const sine = Math.sin(latitude);
  const e = ECCENTRICITY;
  return ((1 - e * e) / 2) * (sine / (1 - (e * sine) ** 2) + Math.atanh(e * sine) / e);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
