import { ClipType } from 'clipper2-ts';
import type { Feature, Polygon } from 'geojson';
import { type Boundary, type Bounds, boundingBox, boxesMeet } from './bounding-box.ts';
import { squareMetres } from './ellipsoid-area.ts';
import { Plane, type Region } from './plane.ts';

export interface Bounded {
  code: string;
  boundary: Boundary;
}

/**
 * A place where the children do not tile the parent. `gap`: in the parent and no child (codes: the parent). `overlap`: in
 * two children (both codes). `outside`: in a child and not in the parent (the child). The area is in m² on the ellipsoid.
 */
export type TilingFault = Feature<Polygon, { fault: 'gap' | 'overlap' | 'outside'; codes: string[]; squareMetres: number }>;

/** All three are empty when the children tile the parent. The largest faults come first. */
export interface TilingCheck {
  tiles: boolean;
  gaps: TilingFault[];
  overlaps: TilingFault[];
  outside: TilingFault[];
}

/** Neighbours digitised apart differ by decimetres; nobody stands in a strip of half a metre. */
export const DEFAULT_TOLERANCE = 0.5;
const SMALLEST_TOLERANCE = 0.05;

/**
 * Whether the boundaries of the children tile that of the parent: no gap, no overlap, nothing outside. Faults nowhere wider
 * than `tolerance` metres (0.5 unless given, at least 0.05, as positions are taken to the centimetre) are passed over.
 * Boundaries must be valid (`checkBoundary`). Without children there is nothing to check, and no fault.
 */
export function checkTiling(parent: Bounded, children: readonly Bounded[], tolerance = DEFAULT_TOLERANCE): TilingCheck {
  if (children.length === 0) return { tiles: true, gaps: [], overlaps: [], outside: [] };
  const width = Math.max(tolerance, SMALLEST_TOLERANCE);
  const plane = new Plane(parent.boundary);
  const whole = plane.region(parent.boundary);
  const tiles = children.map(({ code, boundary }) => ({ code, region: plane.region(boundary), box: boundingBox(boundary) }));
  const together = tiles.flatMap(({ region }) => region);

  const faults = (fault: TilingFault['properties']['fault'], codes: string[], operation: ClipType, subject: Region, clip: Region) =>
    plane
      .pieces(operation, subject, clip)
      .filter(({ region }) => plane.isWiderThan(region, width))
      .map(({ polygon }): TilingFault => {
        return { type: 'Feature', geometry: polygon, properties: { fault, codes, squareMetres: squareMetres(polygon) } };
      });

  const gaps = faults('gap', [parent.code], ClipType.Difference, whole, together);
  const overlaps = meetingPairs(tiles).flatMap(([a, b]) => faults('overlap', [a.code, b.code], ClipType.Intersection, a.region, b.region));
  // Mostly nothing lies outside: one look at all children together spares a look at each.
  const spill = faults('outside', [], ClipType.Difference, together, whole).length > 0;
  const outside = spill ? tiles.flatMap(({ code, region }) => faults('outside', [code], ClipType.Difference, region, whole)) : [];
  return {
    tiles: gaps.length + overlaps.length + outside.length === 0,
    gaps: gaps.sort(bySize),
    overlaps: overlaps.sort(bySize),
    outside: outside.sort(bySize),
  };
}

function meetingPairs<T extends { box: Bounds }>(tiles: readonly T[]): [T, T][] {
  const eastwards = [...tiles].sort((a, b) => a.box[0] - b.box[0]);
  return eastwards.flatMap((tile, i) => {
    const pairs: [T, T][] = [];
    for (let k = i + 1; k < eastwards.length && eastwards[k]!.box[0] <= tile.box[2]; k++) {
      if (boxesMeet(tile.box, eastwards[k]!.box)) pairs.push([tile, eastwards[k]!]);
    }
    return pairs;
  });
}

function bySize(a: TilingFault, b: TilingFault): number {
  return b.properties.squareMetres - a.properties.squareMetres;
}
