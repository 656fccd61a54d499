import type { Random } from '../random.ts';
import { isInside } from './plane.ts';
import type { Position } from './projection.ts';

/** A ring cut into triangles once, so that a random point inside it costs two random numbers and a short search. */
export interface Sampler {
  /** Six numbers per triangle. */
  corners: Float64Array;
  /** Running sums of the triangles' areas. */
  areas: Float64Array;
  ring: readonly Position[];
}

/** `ring` runs counter-clockwise and is not closed. Fails on a ring that crosses itself. */
export function createSampler(ring: readonly Position[]): Sampler {
  const rest = ring.map((_, i) => i);
  const corners: number[] = [];
  const areas: number[] = [];
  let sum = 0;
  while (rest.length > 2) {
    const ear = rest.findIndex((_, i) => isEar(ring, rest, i));
    if (ear === -1) throw new Error('a ring that crosses itself cannot be cut into triangles');
    const [a, b, c] = triangle(ring, rest, ear);
    corners.push(a[0], a[1], b[0], b[1], c[0], c[1]);
    sum += cross(a, b, c);
    areas.push(sum);
    rest.splice(ear, 1);
  }
  return { corners: Float64Array.from(corners), areas: Float64Array.from(areas), ring };
}

/** A point well inside the ring, uniform over its area, rounded to six decimals. */
export function samplePoint(sampler: Sampler, random: Random): Position {
  const { corners, areas } = sampler;
  const at = random.next() * areas[areas.length - 1]!;
  let i = 0;
  while (areas[i]! < at) i++;
  let u = random.next();
  let v = random.next();
  if (u + v > 1) {
    u = 1 - u;
    v = 1 - v;
  }
  // A step towards the middle of the triangle keeps the rounded point off the border.
  u = u * 0.94 + 0.02;
  v = v * 0.94 + 0.02;
  const w = 1 - u - v;
  const k = i * 6;
  return [
    Math.round((corners[k]! * w + corners[k + 2]! * u + corners[k + 4]! * v) * 1e6) / 1e6,
    Math.round((corners[k + 1]! * w + corners[k + 3]! * u + corners[k + 5]! * v) * 1e6) / 1e6,
  ];
}

/** A point near `around` that is inside the ring; far outliers fall back to any point of it. `spread` in degrees. */
export function samplePointNear(sampler: Sampler, around: Position, spread: number, random: Random): Position {
  const longitude = Math.round((around[0] + random.normal() * spread) * 1e6) / 1e6;
  const latitude = Math.round((around[1] + random.normal() * spread) * 1e6) / 1e6;
  return isInside(sampler.ring, longitude, latitude) ? [longitude, latitude] : samplePoint(sampler, random);
}

function triangle(ring: readonly Position[], rest: number[], i: number): [Position, Position, Position] {
  const n = rest.length;
  return [ring[rest[(i + n - 1) % n]!]!, ring[rest[i]!]!, ring[rest[(i + 1) % n]!]!];
}

function isEar(ring: readonly Position[], rest: number[], i: number): boolean {
  const [a, b, c] = triangle(ring, rest, i);
  if (cross(a, b, c) <= 0) return rest.length === 3;
  for (const other of rest) {
    const p = ring[other]!;
    if (p === a || p === b || p === c) continue;
    if (cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0) return false;
  }
  return true;
}

function cross(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
