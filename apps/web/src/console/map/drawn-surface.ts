export type Corner = readonly [longitude: number, latitude: number];
/** As many corners as the server takes. */
export const mostCorners = 100;

/** A surface as it stands in the address and goes to the server: `longitude,latitude;…`. */
export const withinOf = (corners: readonly Corner[]): string =>
  corners.map(([longitude, latitude]) => `${longitude.toFixed(6)},${latitude.toFixed(6)}`).join(';');

/** The corners in the address; none where it holds no surface. */
export function cornersOf(within: string | undefined): Corner[] {
  const corners = (within ?? '').split(';').map((corner) => corner.split(',').map(Number));
  const sound =
    corners.length >= 3 && corners.length <= mostCorners && corners.every((corner) => corner.length === 2 && corner.every(Number.isFinite));
  return sound ? (corners as unknown as Corner[]) : [];
}

/** The surface of what the map shows: west, south, east, north. */
export const boxCorners = ([west, south, east, north]: readonly [number, number, number, number]): Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** What is drawn so far, and the finished surface, as it stands on the map. */
export function surfaceShapes(corners: readonly Corner[], closed: boolean): GeoJSON.FeatureCollection {
  const positions = corners.map(([longitude, latitude]) => [longitude, latitude]);
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry });
  const whole = closed || positions.length >= 3;
  return {
    type: 'FeatureCollection',
    features: [
      ...(whole ? [feature({ type: 'Polygon', coordinates: [[...positions, positions[0]!]] })] : []),
      ...(!whole && positions.length === 2 ? [feature({ type: 'LineString', coordinates: positions })] : []),
      ...(closed ? [] : positions.map((coordinates) => feature({ type: 'Point', coordinates }))),
    ],
  };
}
