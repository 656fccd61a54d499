import type { Random } from '../random.ts';
import type { Point } from './mesh.ts';

/**
 * Inner points of a wandering line from `from` to `to`, ends excluded: midpoint displacement, as fields, brooks and old lanes run.
 * `bend` is the largest sideways swing as a share of the length; points are about `step` metres apart.
 */
export function wander(random: Random, from: Point, to: Point, bend: number, step: number): Point[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length < 2 * step) return [];
  const swing = (random.next() - 0.5) * 2 * bend * length;
  const along = random.between(0.42, 0.58);
  const middle: Point = [
    from[0] + (to[0] - from[0]) * along - ((to[1] - from[1]) / length) * swing,
    from[1] + (to[1] - from[1]) * along + ((to[0] - from[0]) / length) * swing,
  ];
  return [...wander(random, from, middle, bend * 0.8, step), middle, ...wander(random, middle, to, bend * 0.8, step)];
}

/** The outline of the district: a long rounded body with bays and heads, about `squareKilometres` large, counter-clockwise. */
export function outline(random: Random, squareKilometres: number): Point[] {
  const waves = [2, 3, 4, 5, 7, 9].map((k) => ({
    k,
    size: random.between(0.4, 1) * (0.24 / k ** 0.75),
    phase: random.between(0, 2 * Math.PI),
  }));
  const corners: Point[] = [];
  for (let i = 0; i < 40; i++) {
    const angle = (2 * Math.PI * i) / 40;
    const reach = 1 + waves.reduce((sum, w) => sum + w.size * Math.sin(w.k * angle + w.phase), 0);
    corners.push([Math.cos(angle) * reach * 1.2, Math.sin(angle) * reach * 0.9]);
  }
  const raw = corners.flatMap((corner, i) => [corner, ...wander(random, corner, corners[(i + 1) % corners.length]!, 0.3, 0.02)]);
  let twice = 0;
  for (let i = 0; i < raw.length; i++) twice += raw[i]![0] * raw[(i + 1) % raw.length]![1] - raw[(i + 1) % raw.length]![0] * raw[i]![1];
  const scale = Math.sqrt((squareKilometres * 1e6) / (twice / 2));
  return raw.map(([x, y]) => [x * scale, y * scale]);
}
