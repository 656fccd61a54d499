export type Position = [longitude: number, latitude: number];
export type Boundary = { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] };

/** Where a vertex stands: polygon, ring, place in the ring. */
export type VertexPath = readonly [polygon: number, ring: number, place: number];
export interface Vertex {
  path: VertexPath;
  at: Position;
}

type Read = { boundary: Boundary } | { flaw: 'notJson' | 'noSurface' | 'several' };

/** One boundary out of pasted or uploaded GeoJSON: a geometry, a feature, or a collection of a single one. */
export function readBoundary(text: string): Read {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { flaw: 'notJson' };
  }
  const surfaces = surfacesOf(found);
  if (surfaces.length > 1) return { flaw: 'several' };
  return surfaces[0] ? { boundary: surfaces[0] } : { flaw: 'noSurface' };
}

function surfacesOf(found: unknown): Boundary[] {
  if (typeof found !== 'object' || found === null) return [];
  const part = found as { type?: unknown; features?: unknown; geometries?: unknown; geometry?: unknown; coordinates?: unknown };
  if (part.type === 'FeatureCollection' && Array.isArray(part.features)) return part.features.flatMap(surfacesOf);
  if (part.type === 'GeometryCollection' && Array.isArray(part.geometries)) return part.geometries.flatMap(surfacesOf);
  if (part.type === 'Feature') return surfacesOf(part.geometry);
  const surface = (part.type === 'Polygon' || part.type === 'MultiPolygon') && Array.isArray(part.coordinates);
  return surface ? [{ type: part.type, coordinates: part.coordinates } as Boundary] : [];
}

export const polygonsOf = (boundary: Boundary): Position[][][] =>
  boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
const withPolygons = (boundary: Boundary, polygons: Position[][][]): Boundary =>
  boundary.type === 'Polygon' ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons };

/** Every vertex once: the last position of a ring is its first again and is left out. */
export const verticesOf = (boundary: Boundary): Vertex[] =>
  polygonsOf(boundary).flatMap((rings, polygon) =>
    rings.flatMap((ring, at) => ring.slice(0, -1).map((position, place): Vertex => ({ path: [polygon, at, place], at: position }))),
  );

function changeRing(boundary: Boundary, [polygon, ring]: VertexPath, change: (open: Position[]) => Position[]): Boundary {
  const closed = (open: Position[]): Position[] => [...open, open[0]!];
  return withPolygons(
    boundary,
    polygonsOf(boundary).map((rings, at) =>
      at === polygon ? rings.map((positions, place) => (place === ring ? closed(change(positions.slice(0, -1))) : positions)) : rings,
    ),
  );
}

/** The boundary with one vertex elsewhere; a ring stays closed. */
export const moveVertex = (boundary: Boundary, path: VertexPath, to: Position): Boundary =>
  changeRing(boundary, path, (open) => open.map((position, place) => (place === path[2] ? to : position)));

/** The boundary with a new vertex half-way to the next one. */
export const insertAfter = (boundary: Boundary, path: VertexPath): Boundary =>
  changeRing(boundary, path, (open) => {
    const here = open[path[2]]!;
    const next = open[(path[2] + 1) % open.length]!;
    return open.toSpliced(path[2] + 1, 0, [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2]);
  });

/** The boundary without a vertex; the same where only a triangle is left. */
export const removeVertex = (boundary: Boundary, path: VertexPath): Boundary =>
  changeRing(boundary, path, (open) => (open.length > 3 ? open.toSpliced(path[2], 1) : open));
