import { type Boundary, type Position, polygonsOf } from './boundary.ts';

/** Ten millionths of a degree: a centimetre, as fine as boundaries are kept. */
const units = 1e7;
/** Slivers below this many square metres between neighbours are no land. */
const sliver = 1;

/** The nearest of some positions within a distance in degrees, or the position itself. */
export function snapped(position: Position, to: readonly Position[], within: number): Position {
  // A degree of longitude is shorter than one of latitude.
  const narrow = Math.cos((position[1] * Math.PI) / 180);
  let best = position;
  let least = within;
  for (const candidate of to) {
    const distance = Math.hypot((candidate[0] - position[0]) * narrow, candidate[1] - position[1]);
    if (distance <= least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Degrees that so many pixels are at a zoom. */
export const degreesOf = (pixels: number, zoom: number): number => (pixels * 360) / (512 * 2 ** zoom);

type Cut = { pieces: [Boundary, Boundary] } | { flaw: 'misses' | 'oftener' | 'hole' };
interface Crossing {
  at: Position;
  /** Where on the ring: edge and part of it. */
  ring: number;
  /** Where on the line. */
  line: number;
}

/**
 * Cuts a boundary along a line that enters and leaves one of its surfaces once. Both pieces have the very same positions along the cut, so that
 * neither gap nor overlap comes between them. Further surfaces of the boundary stay with the first piece.
 */
export function cut(boundary: Boundary, line: readonly Position[]): Cut {
  const polygons = polygonsOf(boundary);
  const crossed = polygons.map(([outer]) => crossings(outer!, line));
  const at = crossed.findIndex((found) => found.length >= 2);
  if (at < 0) return { flaw: 'misses' };
  if (crossed[at]!.length > 2 || crossed.some((found, place) => place !== at && found.length > 0)) return { flaw: 'oftener' };
  const [outer, ...holes] = polygons[at]! as [Position[], ...Position[][]];
  if (holes.some((hole) => crossings(hole, line).length > 0)) return { flaw: 'hole' };
  const [first, second] = crossed[at]!.sort((one, other) => one.line - other.line) as [Crossing, Crossing];
  const between = line.filter((_, place) => place > first.line && place < second.line);
  const open = outer.slice(0, -1);
  const forward = (from: Crossing, to: Crossing): Position[] => {
    const walked: Position[] = [from.at];
    const span = (to.ring - from.ring + open.length) % open.length || open.length;
    for (let step = Math.floor(from.ring) + 1; step < from.ring + span; step += 1) walked.push(open[step % open.length]!);
    return [...walked, to.at];
  };
  const rings = [
    [...forward(first, second), ...between.toReversed()],
    [...forward(second, first), ...between],
  ].map((ring) => closed(withoutRepeats(ring)));
  if (rings.some((ring) => ring.length < 4)) return { flaw: 'misses' };
  const surfaces = rings.map((ring) => [ring, ...holes.filter((hole) => holds(ring, hole[0]!))]);
  const others = polygons.filter((_, place) => place !== at);
  return { pieces: [surface([surfaces[0]!, ...others]), surface([surfaces[1]!])] };
}

/** Where a line meets a closed ring, each place once; the ends of the line count when they lie on the ring. */
function crossings(ring: readonly Position[], line: readonly Position[]): Crossing[] {
  const found: Crossing[] = [];
  for (let place = 0; place + 1 < line.length; place += 1)
    for (let edge = 0; edge + 1 < ring.length; edge += 1) {
      const met = meeting(line[place]!, line[place + 1]!, ring[edge]!, ring[edge + 1]!);
      if (!met) continue;
      const known = found.some(({ at }) => at[0] === met.at[0] && at[1] === met.at[1]);
      if (!known) found.push({ at: met.at, line: place + met.first, ring: (edge + met.second) % (ring.length - 1) });
    }
  return found;
}

/** Where two stretches meet, as parts of each; null where they do not or run side by side. Corners are met exactly. */
function meeting(a: Position, b: Position, c: Position, d: Position): { at: Position; first: number; second: number } | null {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const across = rx * sy - ry * sx;
  if (Math.abs(across) < 1e-18) return null;
  let first = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / across;
  let second = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / across;
  const end = (part: number) => (Math.abs(part) < 1e-9 ? 0 : Math.abs(part - 1) < 1e-9 ? 1 : part);
  [first, second] = [end(first), end(second)];
  if (first < 0 || first > 1 || second < 0 || second > 1) return null;
  if (second === 0) return { at: c, first, second };
  if (second === 1) return { at: d, first, second };
  return { at: [rounded(a[0] + first * rx), rounded(a[1] + first * ry)], first, second };
}

/** Boundaries as one: shared borders go, slivers between neighbours are filled. */
export async function joined(boundaries: readonly Boundary[]): Promise<Boundary | null> {
  const { ClipType, FillRule, Clipper64, PolyTree64 } = await import('clipper2-ts');
  const clipper = new Clipper64();
  clipper.addSubject(await paths(boundaries));
  const tree = new PolyTree64();
  clipper.execute(ClipType.Union, FillRule.NonZero, tree);
  const polygons: Position[][][] = [];
  type Node = typeof tree | ReturnType<typeof tree.child>;
  const walk = (node: Node): void => {
    for (let at = 0; at < node.count; at += 1) {
      const outer = node.child(at);
      const holes = Array.from({ length: outer.count }, (_, place) => outer.child(place));
      const rings = [outer, ...holes].map(({ poly }) => closed((poly ?? []).map(({ x, y }): Position => [x / units, y / units])));
      const [shell, ...inner] = rings as [Position[], ...Position[][]];
      if (squareMetres(shell) > sliver) polygons.push([shell, ...inner.filter((ring) => squareMetres(ring) > sliver)]);
      holes.forEach(walk);
    }
  };
  walk(tree);
  return polygons.length === 0 ? null : surface(polygons);
}

/** Where a boundary lies on others, with the square metres; slivers are passed over. */
export async function overlaps(
  boundary: Boundary,
  others: readonly { code: string; boundary: Boundary }[],
): Promise<{ code: string; squareMetres: number; rings: Position[][] }[]> {
  const { Clipper, FillRule } = await import('clipper2-ts');
  const own = await paths([boundary]);
  const found = [];
  for (const { code, boundary: other } of others) {
    const shared = Clipper.intersect(own, await paths([other]), FillRule.NonZero);
    const rings = shared
      .map((path) => closed(path.map(({ x, y }): Position => [x / units, y / units])))
      .filter((ring) => squareMetres(ring) > sliver);
    const size = rings.reduce((sum, ring) => sum + squareMetres(ring), 0);
    if (rings.length > 0) found.push({ code, squareMetres: Math.round(size), rings });
  }
  return found;
}

async function paths(boundaries: readonly Boundary[]) {
  const { Clipper } = await import('clipper2-ts');
  return boundaries.flatMap(polygonsOf).flatMap((rings) =>
    rings.map((ring, place) => {
      const path = ring.slice(0, -1).map(([x, y]) => ({ x: Math.round(x * units), y: Math.round(y * units) }));
      return Clipper.isPositive(path) === (place === 0) ? path : path.reverse();
    }),
  );
}

const rounded = (degrees: number) => Math.round(degrees * units) / units;
const closed = (ring: Position[]): Position[] => (ring.length === 0 ? ring : [...ring, ring[0]!]);
const withoutRepeats = (ring: Position[]) =>
  ring.filter(([x, y], place) => {
    const [beforeX, beforeY] = ring[(place + ring.length - 1) % ring.length]!;
    return x !== beforeX || y !== beforeY;
  });
const surface = (polygons: Position[][][]): Boundary =>
  polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons };

function squareMetres(ring: readonly Position[]): number {
  const metre = 111_320;
  const narrow = Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) sum += ring[at]![0] * ring[at + 1]![1] - ring[at + 1]![0] * ring[at]![1];
  return (Math.abs(sum) / 2) * metre * metre * narrow;
}

function holds(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [[ax, ay], [bx, by]] = [ring[at]!, ring[at + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
