import type { MultiPolygon, Polygon, Position } from 'geojson';

/** The boundary with two numbers a position, altitudes left out, each position passed through `convert`. */
export function plainBoundary(
  boundary: Polygon | MultiPolygon,
  convert: (point: Position) => Position = (point) => point,
): Polygon | MultiPolygon {
  const ring = (positions: Position[]): Position[] => positions.map(([longitude, latitude]) => convert([longitude!, latitude!]));
  return boundary.type === 'Polygon'
    ? { type: 'Polygon', coordinates: boundary.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: boundary.coordinates.map((polygon) => polygon.map(ring)) };
}
