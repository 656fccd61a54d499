import { candidatePairs } from './blocks.ts';
import { type Comparison, compare } from './compare.ts';
import { gramsOf, type Profile, profileOf, type Rarity } from './profile.ts';
import type { Report } from './report.ts';
import { type DuplicateWeights, shippedWeights, weigh } from './weigh.ts';

export interface ScoredPair {
  a: string;
  b: string;
  score: number;
}

export interface DuplicateGroup {
  /** The earliest first. */
  ids: string[];
  /** Mean score of the pairs that hold it together. */
  score: number;
  /** What speaks for it, in words, the strongest first. */
  reasons: string[];
  pairs: ScoredPair[];
}

export interface GroupOptions {
  /** Pairs from this score on tell of the same matter. */
  threshold?: number;
  weights?: DuplicateWeights;
  /** Pairs that a person has refused: never proposed together again. */
  refused?: ReadonlySet<string>;
}

export const shippedThreshold = 0.55;
/** So many pairs across two groups are looked at before they become one. */
const sampled = 12;

/** How rare grams are in a collection: the logarithm of how few reports have them. */
export function rarityOf(reports: readonly Report[]): Rarity {
  const seen = new Map<number, number>();
  for (const { title, text } of reports) for (const hash of gramsOf(`${title}\n${text}`).keys()) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  return (hash) => Math.log((reports.length + 20) / ((seen.get(hash) ?? 0) + 1));
}

export const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/**
 * Groups of reports that tell of the same matter, the surest first. Two groups become one only where the pairs across them agree in the mean, so
 * that a chain of half-likenesses does not tie everything together. Nothing is compared with everything.
 */
export function findGroups(reports: readonly Report[], options: GroupOptions = {}): DuplicateGroup[] {
  const { threshold = shippedThreshold, weights = shippedWeights, refused } = options;
  const rarity = rarityOf(reports);
  const profiles = reports.map((report) => profileOf(report, rarity));
  const known = new Map<number, { score: number; comparison: Comparison }>();
  const size = profiles.length;
  const look = (a: number, b: number) => {
    const key = a < b ? a * size + b : b * size + a;
    const before = known.get(key);
    if (before) return before;
    const comparison = compare(profiles[a] as Profile, profiles[b] as Profile);
    const denied = refused?.has(pairKey((reports[a] as Report).id, (reports[b] as Report).id));
    const found = { score: denied ? 0 : weigh(comparison, weights), comparison };
    known.set(key, found);
    return found;
  };
  const pairs = candidatePairs(profiles)
    .map(([a, b]) => ({ a, b, score: look(a, b).score }))
    .filter((pair) => pair.score >= threshold)
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const groupOf = new Map<number, number[]>();
  for (const { a, b } of pairs) {
    const one = groupOf.get(a) ?? [a];
    const other = groupOf.get(b) ?? [b];
    if (one === other || !agree(one, other, (x, y) => look(x, y).score, threshold)) continue;
    const both = [...one, ...other];
    for (const member of both) groupOf.set(member, both);
  }
  return [...new Set(groupOf.values())]
    .map((members) => describe(members, reports, pairs, look))
    .sort((x, y) => y.ids.length - x.ids.length || y.score - x.score || (x.ids[0] as string).localeCompare(y.ids[0] as string));
}

function agree(one: readonly number[], other: readonly number[], score: (a: number, b: number) => number, threshold: number): boolean {
  let sum = 0;
  let count = 0;
  const step = Math.max(1, Math.floor((one.length * other.length) / sampled));
  for (let i = 0; i < one.length * other.length; i += step) {
    const found = score(one[Math.floor(i / other.length)] as number, other[i % other.length] as number);
    if (found === 0) return false;
    sum += found;
    count += 1;
  }
  return sum / count >= threshold * 0.8;
}

function describe(
  members: readonly number[],
  reports: readonly Report[],
  pairs: readonly { a: number; b: number; score: number }[],
  look: (a: number, b: number) => { comparison: Comparison },
): DuplicateGroup {
  const inside = new Set(members);
  const own = pairs.filter(({ a, b }) => inside.has(a) && inside.has(b));
  const id = (at: number) => (reports[at] as Report).id;
  const when = (at: number) => (reports[at] as Report).at?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const first = own[0];
  return {
    ids: [...members].sort((a, b) => when(a) - when(b) || a - b).map(id),
    score: round(own.reduce((sum, pair) => sum + pair.score, 0) / Math.max(1, own.length)),
    reasons: first ? reasonsOf(look(first.a, first.b).comparison) : [],
    pairs: own.map(({ a, b, score }) => ({ a: id(a), b: id(b), score: round(score) })),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** What speaks for one matter, in words for the person who decides. */
export function reasonsOf(comparison: Comparison): string[] {
  const said: [number, string][] = [
    [comparison.wording, `文字相似度 ${Math.round(comparison.wording * 100)}%`],
    [comparison.titleMatter * 0.9, '标题说的是同一件事'],
    [comparison.matter * 0.8, `事由相似度 ${Math.round(comparison.matter * 100)}%`],
    [comparison.places * 0.7, '提到相同的地点'],
    [comparison.near * 0.9, '位置相近'],
    [comparison.sameCategory * 0.4, '类别相同'],
    [comparison.time * 0.35, '时间相近'],
  ];
  return said
    .filter(([strength]) => strength >= 0.3)
    .sort(([a], [b]) => b - a)
    .slice(0, 4)
    .map(([, reason]) => reason);
}
