import type { Ranked } from './judge.ts';

/**
 * The deepest level of a hierarchy on which a judgement is sure: the chance of a parent is the sum of its children's. Null where not even the
 * first level is. `parentOf` gives null for a first level.
 */
export function surestLevel(ranked: readonly Ranked[], threshold: number, parentOf: (label: string) => string | null): Ranked | null {
  let level = new Map(ranked.map(({ label, chance }) => [label, chance]));
  while (level.size > 0) {
    const [label, chance] = [...level].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] as [string, number];
    if (chance >= threshold) return { label, chance };
    const above = new Map<string, number>();
    let climbed = false;
    for (const [child, part] of level) {
      const parent = parentOf(child);
      if (parent !== null) climbed = true;
      const key = parent ?? child;
      above.set(key, (above.get(key) ?? 0) + part);
    }
    if (!climbed) return null;
    level = above;
  }
  return null;
}
