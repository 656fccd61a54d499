import type { MultiPolygon, Polygon, Position } from 'geojson';

/**
 * The boundary with two numbers a position, each point passed through `convert`. Throws a RingOpen for a ring whose last position
 * is not its first (RFC 7946, 3.1.6): engines guess differently what was meant.
 */
export function plainBoundary(boundary: Polygon | MultiPolygon, convert: (point: Position) => Position): Polygon | MultiPolygon {
  const ring = (positions: Position[]): Position[] => {
    const first = positions[0];
    const last = positions.at(-1);
    if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) throw new RingOpen(first);
    return positions.map(([longitude, latitude]) => convert([longitude!, latitude!]));
  };
  return boundary.type === 'Polygon'
    ? { type: 'Polygon', coordinates: boundary.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: boundary.coordinates.map((polygon) => polygon.map(ring)) };
}

/** A ring that does not close. */
export class RingOpen extends Error {
  constructor(first: Position | undefined) {
    super(`a ring that begins at ${first ? `${first[0]}, ${first[1]}` : 'nothing'} does not end there`);
    this.name = 'RingOpen';
  }
}
