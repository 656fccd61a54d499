import {
  Clipper,
  Clipper64,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type Paths64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import type { Polygon, Position } from 'geojson';
import { type Boundary, boundingBox, polygonsOf } from './bounding-box.ts';

/** Regions as integers in centimetres on a plane around a place: boolean operations on integers cannot fail for rounding. */
export type Region = Paths64;

const METRES_PER_DEGREE = 111_320;
const UNITS_PER_METRE = 100;
// Clipper2 makes the shape straight again at sharp corners beyond this many times the distance.
const MITER_LIMIT = 2;

/**
 * A plane on which degrees of longitude and latitude are stretched evenly, so that a straight edge stays straight and a
 * corner on an edge stays there. Distances are true near the middle of the place and within some per cent 50 km away,
 * enough for a tolerance; areas are measured on the ellipsoid instead.
 */
export class Plane {
  readonly #origin: readonly [number, number];
  readonly #scale: readonly [number, number];

  constructor(around: Boundary) {
    const [west, south, east, north] = boundingBox(around);
    this.#origin = [(west + east) / 2, (south + north) / 2];
    const perDegree = METRES_PER_DEGREE * UNITS_PER_METRE;
    this.#scale = [perDegree * Math.cos((this.#origin[1] * Math.PI) / 180), perDegree];
  }

  /**
   * A boundary on the plane. Outer rings run counter-clockwise and holes clockwise whatever the input, so that windings add
   * up. A ring without area at this precision is left out: Clipper2 fails on paths that are a single point.
   */
  region(boundary: Boundary): Region {
    const paths = polygonsOf(boundary).flatMap((rings) => rings.map((ring, i) => turned(this.#path(ring), i === 0)));
    return paths.filter((path) => Clipper.area(path) !== 0);
  }

  /** The separate pieces of what an operation leaves, back in degrees, outer rings counter-clockwise (RFC 7946). */
  pieces(operation: ClipType, subject: Region, clip: Region): { polygon: Polygon; region: Region }[] {
    const tree = new PolyTree64();
    const clipper = new Clipper64();
    clipper.addSubject(subject);
    if (clip.length > 0) clipper.addClip(clip);
    clipper.execute(operation, FillRule.NonZero, tree);
    return [...outerPaths(tree)].map((region) => ({
      polygon: { type: 'Polygon', coordinates: region.map((path) => this.#ring(path)) },
      region,
    }));
  }

  /** The pieces that several paths of a region cover, where no two paths cross: then what is covered twice shows by parity. */
  coveredTwice(region: Region): { polygon: Polygon; region: Region }[] {
    const parity = Clipper.union(region, FillRule.EvenOdd);
    return this.pieces(ClipType.Difference, region, parity);
  }

  /**
   * Whether a circle of that many metres across fits into a region somewhere: slivers that are nowhere as wide are not faults.
   * Rounding to whole units can twist a sliver into loops that run the wrong way round, which shrinking would swell, so only
   * what is on the inside is shrunk, and what grew was no inside.
   */
  isWiderThan(region: Region, metres: number): boolean {
    const inside = Clipper.union(region, FillRule.Positive);
    const shrunk = Clipper.inflatePaths(inside, (-metres / 2) * UNITS_PER_METRE, JoinType.Miter, EndType.Polygon, MITER_LIMIT);
    return shrunk.length > 0 && Clipper.areaPaths(shrunk) < Clipper.areaPaths(inside);
  }

  #path(ring: Position[]): Path64 {
    return ring.slice(0, -1).map(([longitude, latitude]) => ({
      x: Math.round((longitude! - this.#origin[0]) * this.#scale[0]),
      y: Math.round((latitude! - this.#origin[1]) * this.#scale[1]),
    }));
  }

  #ring(path: Path64): Position[] {
    const ring = path.map(({ x, y }) => [degrees(x / this.#scale[0] + this.#origin[0]), degrees(y / this.#scale[1] + this.#origin[1])]);
    return [...ring, ring[0]!];
  }
}

/** Each outer path with its holes. Islands in holes are outer paths again. */
function* outerPaths(node: PolyPath64): Generator<Region> {
  for (let i = 0; i < node.count; i++) {
    const outer = node.child(i);
    const holes = Array.from({ length: outer.count }, (_, k) => outer.child(k));
    yield [outer.poly!, ...holes.map((hole) => hole.poly!)];
    for (const hole of holes) yield* outerPaths(hole);
  }
}

function turned(path: Path64, counterClockwise: boolean): Path64 {
  return Clipper.isPositive(path) === counterClockwise ? path : path.reverse();
}

function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
