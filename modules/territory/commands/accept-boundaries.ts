import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import type { MultiPolygon, Polygon } from 'geojson';
import { boundaryFaults } from '../rules/boundary-faults.ts';
import { plainBoundary } from '../rules/plain-boundary.ts';
import { judgeBoundaries } from '../store/judge-boundaries.ts';

export interface GivenBoundary {
  /** Path of the field in the input, for the refusal. */
  field: string;
  code: string;
  boundary: Polygon | MultiPolygon;
}

/**
 * Boundaries as they are stored: two numbers a position, sound surfaces. Refuses every fault with its field and its place on the map
 * (`places`). Overlaps with neighbours are accepted: people draw step by step, and flaws are shown.
 */
export async function acceptBoundaries(tx: Connection, given: readonly GivenBoundary[]): Promise<(Polygon | MultiPolygon)[]> {
  const plain = given.map(({ code, boundary }) => ({ code, boundary: plainBoundary(boundary) }));
  const faults = plain.map(({ boundary }, place) => boundaryFaults(given[place]!.field, boundary));
  const errors = faults.flatMap((fault) => fault.errors);
  if (errors.length > 0)
    throw problems['invalid-input']({ errors: errors.slice(0, 50), more: { places: faults.flatMap((fault) => fault.places) } });
  // The engine has the last word on what it can store and measure.
  (await judgeBoundaries(tx, plain)).forEach(({ fault }, place) => {
    if (fault) throw fieldProblem(given[place]!.field, fault, 'an outline that does not meet itself and encloses a surface');
  });
  return plain.map(({ boundary }) => boundary);
}
