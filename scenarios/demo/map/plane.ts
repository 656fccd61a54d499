import type { Point } from './mesh.ts';

/** Signed area in square units; positive where the ring runs counter-clockwise. */
export function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

export function centroid(ring: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const cross = ax * by - bx * ay;
    sum += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [x / (3 * sum), y / (3 * sum)];
}

/** Direction in radians of the longer axis of a ring, from the second moments of its vertices weighted by edge length. */
export function longAxis(ring: readonly Point[]): number {
  const [cx, cy] = centroid(ring);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const weight = Math.hypot(bx - ax, by - ay);
    const x = (ax + bx) / 2 - cx;
    const y = (ay + by) / 2 - cy;
    xx += weight * x * x;
    xy += weight * x * y;
    yy += weight * y * y;
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}

/** Area of the part of a ring where `x·nx + y·ny < offset`. Right for rings that bend inwards, too. */
export function areaBelow(ring: readonly Point[], nx: number, ny: number, offset: number): number {
  const clipped: Point[] = [];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    const da = a[0] * nx + a[1] * ny - offset;
    const db = b[0] * nx + b[1] * ny - offset;
    if (da < 0) clipped.push(a);
    if (da < 0 !== db < 0) {
      const t = da / (da - db);
      clipped.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
  }
  return clipped.length < 3 ? 0 : Math.abs(signedArea(clipped));
}

/** Whether two segments cross or touch, ends included. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

/** Whether a point is inside a ring (even-odd rule). */
export function isInside(ring: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[j] as [number, number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
