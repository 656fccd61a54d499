import type { Random } from '../random.ts';
import { divide, type Line } from './cut.ts';
import type { Mesh } from './mesh.ts';

/** Cuts a face into as many pieces as there are weights, in proportion to them; neighbours in the list lie near each other. */
export function partition(mesh: Mesh, face: number, weights: readonly number[], random: Random, line: Line): number[] {
  if (weights.length <= 1) return [face];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let head = 0;
  let split = 0;
  // The cut nearest to one half keeps the pieces round.
  while (split < weights.length - 1 && (split === 0 || head + weights[split]! / 2 < total / 2)) head += weights[split++]!;
  const { first, second } = divide(mesh, face, head / total, random, line);
  return [...partition(mesh, first, weights.slice(0, split), random, line), ...partition(mesh, second, weights.slice(split), random, line)];
}
