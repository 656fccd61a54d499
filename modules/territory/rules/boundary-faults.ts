import type { FieldProblem } from '@gongzhi/platform/problems';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type BoundaryFault, checkBoundary, MOST_POSITIONS } from './boundary.ts';

const reasons: Record<BoundaryFault, readonly [reason: string, accepted: string]> = {
  'not-a-polygon': ['it is no surface', 'a GeoJSON Polygon or MultiPolygon'],
  'too-detailed': ['it has too many positions', `at most ${MOST_POSITIONS} positions`],
  'ring-too-short': ['a ring has too few positions', 'four positions or more, the last the same as the first'],
  'ring-open': ['a ring does not end where it begins', 'rings whose last position is their first'],
  'no-area': ['a ring encloses no surface', 'rings that enclose a surface'],
  'not-a-position': ['a position is none', 'longitude and latitude in degrees'],
  'outside-range': ['a position is not on the earth', 'longitudes of ±180 and latitudes of ±90 degrees'],
  'self-intersection': ['the outline crosses or touches itself', 'an outline that does not meet itself'],
  'rings-cross': ['two rings cross', 'holes inside, parts apart'],
  'shared-edge': ['two rings share an edge', 'rings that share no edge'],
  'hole-outside': ['a hole lies outside of its outline', 'holes inside'],
  'holes-overlap': ['two holes overlap', 'holes apart from each other'],
  'parts-overlap': ['two parts overlap', 'parts apart from each other'],
};

/** What is wrong with a boundary, each fault with its path below `field` and its place; empty where it is sound. */
export function boundaryFaults(field: string, boundary: Polygon | MultiPolygon): { errors: FieldProblem[]; places: Position[] } {
  const check = checkBoundary(boundary);
  if (check.valid) return { errors: [], places: [] };
  const errors = check.problems.map(({ fault, path, at }) => {
    const [reason, accepted] = reasons[fault];
    return { field: path ? `${field}.${path}` : field, reason: at ? `${reason}, at ${at[0]}, ${at[1]}` : reason, accepted };
  });
  return { errors, places: check.problems.flatMap(({ at }) => (at ? [at] : [])) };
}
