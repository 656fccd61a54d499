// What the boundaries of areas must be, and how large they are. Pure: boundaries come in and go out as GeoJSON.
export { type BoundaryCheck, type BoundaryFault, type BoundaryProblem, checkBoundary, MOST_POSITIONS } from './boundary.ts';
export { type Boundary, type Bounds, boundingBox, boxesMeet } from './bounding-box.ts';
export { squareMetres } from './ellipsoid-area.ts';
export { type Bounded, checkTiling, DEFAULT_TOLERANCE, type TilingCheck, type TilingFault } from './tiling.ts';
