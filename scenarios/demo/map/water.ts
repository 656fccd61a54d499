import type { Random } from '../random.ts';
import { wander } from './curve.ts';
import type { Point } from './mesh.ts';

/** The banks of a river that runs along a border, as one closed ring; it widens downstream. */
export function riverBanks(path: readonly Point[], random: Random): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  const phase = random.between(0, 6);
  for (let i = 0; i < path.length; i++) {
    const before = path[Math.max(0, i - 1)]!;
    const after = path[Math.min(path.length - 1, i + 1)]!;
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const normal: Point = [-(after[1] - before[1]) / length, (after[0] - before[0]) / length];
    const width = 28 + 22 * (i / path.length) + 8 * Math.sin(i / 5 + phase);
    left.push([path[i]![0] + normal[0] * width, path[i]![1] + normal[1] * width]);
    right.unshift([path[i]![0] - normal[0] * width, path[i]![1] - normal[1] * width]);
  }
  return [...left, ...right];
}

/** The shore of a lake with bays, around `center`; radii in metres. */
export function lakeShore(center: Point, radius: number, random: Random): Point[] {
  const waves = [2, 3, 5].map((k) => ({ k, size: random.between(0.08, 0.24) / Math.sqrt(k), phase: random.between(0, 6.28) }));
  const corners: Point[] = [];
  for (let i = 0; i < 22; i++) {
    const angle = (2 * Math.PI * i) / 22;
    const reach = radius * (1 + waves.reduce((sum, w) => sum + w.size * Math.sin(w.k * angle + w.phase), 0));
    corners.push([center[0] + Math.cos(angle) * reach * 1.35, center[1] + Math.sin(angle) * reach * 0.8]);
  }
  return corners.flatMap((corner, i) => [corner, ...wander(random, corner, corners[(i + 1) % corners.length]!, 0.15, 25)]);
}
