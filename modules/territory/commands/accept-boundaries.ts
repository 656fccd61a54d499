import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { MultiPolygon, Polygon } from 'geojson';
import { plainBoundary, RingOpen } from '../rules/plain-boundary.ts';
import { judgeBoundaries } from '../store/judge-boundaries.ts';

export interface GivenBoundary {
  /** Path of the field in the input, for the refusal. */
  field: string;
  code: string;
  boundary: Polygon | MultiPolygon;
}

/**
 * Boundaries as they are stored: two numbers a position, sound surfaces. Refuses the field at fault, with the place where an
 * outline crosses itself. Overlaps with neighbours are accepted: people draw step by step, and flaws are shown.
 */
export async function acceptBoundaries(tx: Connection, given: readonly GivenBoundary[]): Promise<(Polygon | MultiPolygon)[]> {
  const plain = given.map(({ field, code, boundary }) => {
    try {
      return { code, boundary: plainBoundary(boundary, (point) => point) };
    } catch (error) {
      if (error instanceof RingOpen) throw fieldProblem(field, error.message, 'rings whose last position is their first');
      throw error;
    }
  });
  const judged = await judgeBoundaries(tx, plain);
  judged.forEach(({ fault }, place) => {
    if (fault) throw fieldProblem(given[place]!.field, fault, 'an outline that does not cross or touch itself and encloses a surface');
  });
  return plain.map(({ boundary }) => boundary);
}
