import type { Position } from 'geojson';
import { orient2d } from 'robust-predicates';
import type { Bounds } from './bounding-box.ts';

/** Two edges that meet where they may not; rings are numbered as given. */
export interface Crossing {
  kind: 'cross' | 'touch' | 'overlap';
  rings: [number, number];
  at: Position;
}

// In boxes compared; about a second. To see whether two edges meet costs as much as several dozen boxes.
const MOST_EFFORT = 60_000_000;
const MEETING = 30;

interface Edge {
  ring: number;
  index: number;
  last: number;
  a: Position;
  b: Position;
  box: Bounds;
}

/**
 * Where rings cross, touch or share an edge, at most `limit` places. Neighbouring edges of a ring share a corner and are
 * reported only if they double back on each other; different rings may touch in points, which is not reported. Repeated
 * positions are passed over. Signs are exact (adaptive precision), so a corner on an edge is neither missed nor invented.
 * Null when the edges run so close that comparing them all would hold up the process for minutes, as no real boundary's do.
 */
export function ringCrossings(rings: readonly Position[][], limit: number): Crossing[] | null {
  const edges = rings.flatMap(edgesOf).sort((e, f) => e.box[0] - f.box[0]);
  const found: Crossing[] = [];
  // Edges that a line moving east has met and not yet left.
  const open: Edge[] = [];
  let effort = 0;
  for (const edge of edges) {
    const [west, south, , north] = edge.box;
    let kept = 0;
    effort += open.length;
    if (effort > MOST_EFFORT) return null;
    for (const other of open) {
      if (other.box[2] < west) continue;
      open[kept++] = other;
      if (other.box[1] > north || other.box[3] < south) continue;
      effort += MEETING;
      const meeting = meet(edge, other);
      if (!meeting || (meeting.kind === 'touch' && (edge.ring !== other.ring || areNeighbours(edge, other)))) continue;
      found.push({ ...meeting, rings: [other.ring, edge.ring] });
      if (found.length >= limit) return found;
    }
    open.length = kept;
    open.push(edge);
  }
  return found;
}

function edgesOf(ring: Position[], number: number): Edge[] {
  const corners = ring.filter((corner, i) => i === 0 || !isSame(corner, ring[i - 1]!));
  return corners.slice(1).map((b, index) => {
    const a = corners[index]!;
    const box = [Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[0]!, b[0]!), Math.max(a[1]!, b[1]!)] as const;
    return { ring: number, index, last: corners.length - 2, a, b, box };
  });
}

function areNeighbours(e: Edge, f: Edge): boolean {
  const distance = Math.abs(e.index - f.index);
  return distance === 1 || distance === e.last;
}

function meet({ a, b }: Edge, { a: c, b: d }: Edge): Pick<Crossing, 'kind' | 'at'> | null {
  const [ofC, ofD, ofA, ofB] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (ofC === 0 && ofD === 0) return meetOnOneLine(a, b, c, d);
  if (ofC * ofD < 0 && ofA * ofB < 0) return { kind: 'cross', at: crossingPoint(a, b, c, d) };
  if (ofC === 0 && isBetween(c, a, b)) return { kind: 'touch', at: c };
  if (ofD === 0 && isBetween(d, a, b)) return { kind: 'touch', at: d };
  if (ofA === 0 && isBetween(a, c, d)) return { kind: 'touch', at: a };
  if (ofB === 0 && isBetween(b, c, d)) return { kind: 'touch', at: b };
  return null;
}

function meetOnOneLine(a: Position, b: Position, c: Position, d: Position): Pick<Crossing, 'kind' | 'at'> | null {
  const axis = Math.abs(b[0]! - a[0]!) >= Math.abs(b[1]! - a[1]!) ? 0 : 1;
  const along = (p: Position, q: Position) => (p[axis]! <= q[axis]! ? [p, q] : [q, p]) as [Position, Position];
  const [[e, f], [g, h]] = [along(a, b), along(c, d)];
  const begins = e[axis]! > g[axis]! ? e : g;
  const ends = Math.min(f[axis]!, h[axis]!);
  if (begins[axis]! > ends) return null;
  return { kind: begins[axis]! < ends ? 'overlap' : 'touch', at: begins };
}

function crossingPoint(a: Position, b: Position, c: Position, d: Position): Position {
  const [ux, uy, vx, vy] = [b[0]! - a[0]!, b[1]! - a[1]!, d[0]! - c[0]!, d[1]! - c[1]!];
  const t = ((c[0]! - a[0]!) * vy - (c[1]! - a[1]!) * vx) / (ux * vy - uy * vx);
  return [a[0]! + t * ux, a[1]! + t * uy];
}

function side(a: Position, b: Position, p: Position): number {
  return Math.sign(orient2d(a[0]!, a[1]!, b[0]!, b[1]!, p[0]!, p[1]!));
}

function isBetween(p: Position, a: Position, b: Position): boolean {
  const within = (axis: number) => p[axis]! >= Math.min(a[axis]!, b[axis]!) && p[axis]! <= Math.max(a[axis]!, b[axis]!);
  return within(0) && within(1);
}

function isSame(p: Position, q: Position): boolean {
  return p[0] === q[0] && p[1] === q[1];
}
