import { ClipType } from 'clipper2-ts';
import type { Position } from 'geojson';
import { type Boundary, polygonsOf } from './bounding-box.ts';
import { Plane } from './plane.ts';
import { ringCrossings } from './ring-crossings.ts';

export type BoundaryFault =
  | 'not-a-polygon'
  | 'too-detailed'
  | 'ring-too-short'
  | 'ring-open'
  | 'no-area'
  | 'not-a-position'
  | 'outside-range'
  | 'self-intersection'
  | 'rings-cross'
  | 'shared-edge'
  | 'hole-outside'
  | 'holes-overlap'
  | 'parts-overlap';

/** One thing wrong. `path` leads to it in the GeoJSON (`coordinates[0][1]`), `at` to the place on the map where there is one. */
export interface BoundaryProblem {
  fault: BoundaryFault;
  path: string;
  at?: Position;
}

export type BoundaryCheck = { valid: true; boundary: Boundary } | { valid: false; problems: BoundaryProblem[] };

/** A boundary of more corners is refused before it is looked at: the search for crossings grows faster than the boundary. */
export const MOST_POSITIONS = 20_000;
const MOST_PROBLEMS = 20;
// What is nowhere wider is the rounding of somebody's editor: as an overlap it is passed over, as a ring it is no ring.
const ROUNDING_METRES = 0.05;

/**
 * Checks that a value is a GeoJSON Polygon or MultiPolygon (RFC 7946) which a database will take as valid: positions in
 * WGS 84, rings closed and of four positions or more, no ring crossing or touching itself, holes within, rings sharing
 * neither area nor edge. Rings may run either way round. Problems come with their place so that a map can show them; form is
 * checked before meaning, and at most 20 are told. The boundary given back has longitude and latitude only.
 */
export function checkBoundary(value: unknown): BoundaryCheck {
  const polygons = shapeOf(value);
  if (!polygons) return { valid: false, problems: [{ fault: 'not-a-polygon', path: '' }] };
  if (polygons.flat().reduce((sum, { ring }) => sum + ring.length, 0) > MOST_POSITIONS) {
    return { valid: false, problems: [{ fault: 'too-detailed', path: 'coordinates' }] };
  }
  const ofForm = polygons.flat().flatMap(formOf);
  if (ofForm.length > 0) return { valid: false, problems: ofForm.slice(0, MOST_PROBLEMS) };
  const ofEdges = crossingsOf(polygons.flat());
  if (ofEdges.length > 0) return { valid: false, problems: ofEdges };
  const boundary = flat(value as Boundary);
  const plane = new Plane(boundary);
  const ofArea = polygons.flat().flatMap((ring) => areaOf(ring, plane));
  const ofPlace = ofArea.length > 0 ? ofArea : placingOf(boundary, plane);
  return ofPlace.length > 0 ? { valid: false, problems: ofPlace.slice(0, MOST_PROBLEMS) } : { valid: true, boundary };
}

interface Ring {
  ring: unknown[];
  path: string;
}

function shapeOf(value: unknown): Ring[][] | null {
  const { type, coordinates } = (value ?? {}) as { type?: unknown; coordinates?: unknown };
  if (!Array.isArray(coordinates) || coordinates.length === 0) return null;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return null;
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates;
  const isPolygon = (rings: unknown): rings is unknown[][] => Array.isArray(rings) && rings.length > 0 && rings.every(Array.isArray);
  if (!polygons.every(isPolygon)) return null;
  return polygons.map((rings, p) =>
    rings.map((ring, r) => ({ ring, path: type === 'Polygon' ? `coordinates[${r}]` : `coordinates[${p}][${r}]` })),
  );
}

function formOf({ ring, path }: Ring): BoundaryProblem[] {
  const problems = ring.flatMap((position, i): BoundaryProblem[] => {
    if (!isPosition(position)) return [{ fault: 'not-a-position', path: `${path}[${i}]` }];
    const onEarth = Math.abs(position[0]!) <= 180 && Math.abs(position[1]!) <= 90;
    return onEarth ? [] : [{ fault: 'outside-range', path: `${path}[${i}]` }];
  });
  if (problems.length > 0) return problems;
  if (ring.length < 4) return [{ fault: 'ring-too-short', path }];
  const [first, last] = [ring[0], ring.at(-1)] as [Position, Position];
  return first[0] === last[0] && first[1] === last[1] ? [] : [{ fault: 'ring-open', path, at: last }];
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.length <= 3 && value.every(Number.isFinite);
}

function crossingsOf(rings: Ring[]): BoundaryProblem[] {
  const faults = { cross: 'rings-cross', overlap: 'shared-edge', touch: 'self-intersection' } as const;
  const crossings = ringCrossings(
    rings.map(({ ring }) => ring as Position[]),
    MOST_PROBLEMS,
  );
  if (!crossings) return [{ fault: 'too-detailed', path: 'coordinates' }];
  return crossings.map(({ kind, rings: [one, other], at }) => ({
    fault: one === other ? 'self-intersection' : faults[kind],
    path: rings[one]!.path,
    at,
  }));
}

function areaOf({ ring, path }: Ring, plane: Plane): BoundaryProblem[] {
  const region = plane.region({ type: 'Polygon', coordinates: [ring as Position[]] });
  return plane.isWiderThan(region, ROUNDING_METRES) ? [] : [{ fault: 'no-area', path, at: ring[0] as Position }];
}

// Edges no longer cross here, so each ring lies wholly inside or outside each other one, but for touching corners. All holes
// of a polygon are looked at in one operation, and all polygons in another: pair by pair would take minutes for an archipelago.
function placingOf(boundary: Boundary, plane: Plane): BoundaryProblem[] {
  const problems: BoundaryProblem[] = [];
  const report = (fault: BoundaryFault, path: string, pieces: ReturnType<Plane['pieces']>) => {
    const wide = pieces.filter(({ region }) => plane.isWiderThan(region, ROUNDING_METRES));
    problems.push(...wide.map(({ polygon }) => ({ fault, path, at: polygon.coordinates[0]![0]! })));
  };
  for (const [p, [outer, ...holes]] of polygonsOf(boundary).entries()) {
    if (holes.length === 0) continue;
    const path = boundary.type === 'Polygon' ? 'coordinates' : `coordinates[${p}]`;
    const filled = holes.flatMap((hole) => plane.region({ type: 'Polygon', coordinates: [hole] }));
    report('hole-outside', path, plane.pieces(ClipType.Difference, filled, plane.region({ type: 'Polygon', coordinates: [outer!] })));
    report('holes-overlap', path, plane.coveredTwice(filled));
  }
  if (problems.length === 0 && boundary.type === 'MultiPolygon') {
    report('parts-overlap', 'coordinates', plane.coveredTwice(plane.region(boundary)));
  }
  return problems;
}

/** Longitude and latitude alone: altitudes and foreign members end here. */
function flat(boundary: Boundary): Boundary {
  const polygons = polygonsOf(boundary).map((rings) => rings.map((ring) => ring.map(([longitude, latitude]) => [longitude!, latitude!])));
  return boundary.type === 'Polygon' ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons };
}
