import type { Random } from '../random.ts';
import { wander } from './curve.ts';
import { cutFace, type Meeting, type Mesh, type Point, ringOf } from './mesh.ts';
import { areaBelow, isInside, longAxis, segmentsMeet, signedArea } from './plane.ts';

/** How a border of one level is drawn. */
export interface Line {
  /** Sideways swing as a share of the length. */
  bend: number;
  /** Distance of points in metres. */
  step: number;
  /** A cut that would end this near to a crossing (metres) ends in it. */
  snap: number;
  /** Direction in radians; across the longer axis where it is left out. */
  direction?: number;
}

interface Candidate {
  from: Meeting;
  to: Meeting;
  fromPoint: Point;
  toPoint: Point;
  cost: number;
}

/**
 * Cuts a face in two so that the part towards west (or south, where the cut runs east to west) has about `share` of the area.
 * @returns `[first, second]` faces in that order, and the line drawn
 */
export function divide(
  mesh: Mesh,
  face: number,
  share: number,
  random: Random,
  line: Line,
): { first: number; second: number; path: Point[] } {
  const ring = ringOf(mesh, face);
  const across = longAxis(ring) + Math.PI / 2;
  for (let round = 0; round < 6; round++) {
    const candidates: Candidate[] = [];
    for (let i = 0; i < 10; i++) {
      const spread = (line.direction === undefined ? 0.22 : 0.06) * (1 + round);
      const angle = (line.direction ?? across) + random.normal() * spread;
      candidates.push(...cutsAlong(mesh, face, ring, angle, share, line));
    }
    candidates.sort((a, b) => a.cost - b.cost);
    for (const candidate of candidates.slice(0, 6)) {
      for (const bend of [line.bend, line.bend / 2, line.bend / 5, 0]) {
        const path = wander(random, candidate.fromPoint, candidate.toPoint, bend, line.step);
        if (!staysInside(ring, [candidate.fromPoint, ...path, candidate.toPoint])) continue;
        const added = cutFace(mesh, face, candidate.from, candidate.to, path);
        return { ...inOrder(mesh, face, added), path: [candidate.fromPoint, ...path, candidate.toPoint] };
      }
    }
  }
  throw new Error('no cut was found that stays inside the area');
}

/** Every chord along one direction that lies at the offset where the share is met; each with what speaks against it. */
function cutsAlong(mesh: Mesh, face: number, ring: Point[], angle: number, share: number, line: Line): Candidate[] {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  let [nx, ny] = [-dy, dx];
  if (Math.abs(nx) > Math.abs(ny) ? nx < 0 : ny < 0) [nx, ny] = [-nx, -ny];
  const total = signedArea(ring);
  const heights = ring.map(([x, y]) => x * nx + y * ny);
  let [low, high] = [Math.min(...heights), Math.max(...heights)];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (areaBelow(ring, nx, ny, middle) < share * total) low = middle;
    else high = middle;
  }
  const offset = (low + high) / 2;
  const hits: { meeting: Meeting; point: Point; at: number; slant: number }[] = [];
  const vertices = mesh.faces[face]!;
  for (let i = 0; i < ring.length; i++) {
    const j = (i + 1) % ring.length;
    const [hi, hj] = [heights[i]! - offset, heights[j]! - offset];
    if (hi < 0 === hj < 0) continue;
    const t = hi / (hi - hj);
    const [a, b] = [ring[i]!, ring[j]!];
    const point: Point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const slant = Math.abs(((b[0] - a[0]) * dx + (b[1] - a[1]) * dy) / length);
    const near = nearVertex(mesh, vertices, ring, i, t, length, line.snap);
    const meeting: Meeting = near === undefined ? { ends: [vertices[i]!, vertices[j]!], point } : { vertex: vertices[near]! };
    hits.push({ meeting, point: near === undefined ? point : ring[near]!, at: point[0] * dx + point[1] * dy, slant });
  }
  hits.sort((a, b) => a.at - b.at);
  const found: Candidate[] = [];
  for (let i = 0; i + 1 < hits.length; i += 2) {
    const [from, to] = [hits[i]!, hits[i + 1]!];
    const length = to.at - from.at;
    const sameVertex = 'vertex' in from.meeting && 'vertex' in to.meeting && from.meeting.vertex === to.meeting.vertex;
    if (sameVertex || length < 40) continue;
    // Short cuts that meet the border squarely look like streets; several hits mean that the share is missed.
    const cost = length / Math.sqrt(total) + 0.5 * (from.slant ** 2 + to.slant ** 2) + (hits.length > 2 ? 1 : 0);
    found.push({ from: from.meeting, to: to.meeting, fromPoint: from.point, toPoint: to.point, cost });
  }
  return found;
}

function nearVertex(
  mesh: Mesh,
  vertices: number[],
  ring: Point[],
  edge: number,
  t: number,
  length: number,
  snap: number,
): number | undefined {
  const next = (edge + 1) % ring.length;
  if (t * length < 12) return edge;
  if ((1 - t) * length < 12) return next;
  if (t * length < snap && mesh.junctions.has(vertices[edge]!)) return edge;
  if ((1 - t) * length < snap && mesh.junctions.has(vertices[next]!)) return next;
  return undefined;
}

function staysInside(ring: Point[], path: Point[]): boolean {
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i]!, path[i + 1]!];
    if (!isInside(ring, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) return false;
    // Only a hair at each end of the path may touch the border.
    const from: Point = i === 0 ? [a[0] + (b[0] - a[0]) * 1e-3, a[1] + (b[1] - a[1]) * 1e-3] : a;
    const to: Point = i + 2 === path.length ? [b[0] + (a[0] - b[0]) * 1e-3, b[1] + (a[1] - b[1]) * 1e-3] : b;
    for (let j = 0; j < ring.length; j++) if (segmentsMeet(from, to, ring[j]!, ring[(j + 1) % ring.length]!)) return false;
  }
  return true;
}

function inOrder(mesh: Mesh, a: number, b: number): { first: number; second: number } {
  const middle = (face: number) => {
    const ring = ringOf(mesh, face);
    return [ring.reduce((sum, p) => sum + p[0], 0) / ring.length, ring.reduce((sum, p) => sum + p[1], 0) / ring.length] as const;
  };
  const [ma, mb] = [middle(a), middle(b)];
  const [dx, dy] = [mb[0] - ma[0], mb[1] - ma[1]];
  const aFirst = Math.abs(dx) > Math.abs(dy) ? dx > 0 : dy > 0;
  return aFirst ? { first: a, second: b } : { first: b, second: a };
}
