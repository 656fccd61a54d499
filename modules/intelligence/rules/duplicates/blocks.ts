import type { Profile } from './profile.ts';

/** A pair of places in a list, the lower one first. */
export type Pair = readonly [number, number];

/** A gram of more reports than these is no mark of one matter. */
const mostOfGram = 40;
/** So many of the likeliest partners are looked at for each report. */
const mostPartners = 30;
/** Degrees of latitude of a cell: about 150 m. */
const cell = 0.00135;
const cellDays = 30;

/**
 * Pairs worth a comparison, without looking at all of them: reports that share rare grams, in the title above all, the likeliest first; and
 * reports of one cell of the map within a month. The work grows with the number of reports, not with its square.
 */
export function candidatePairs(profiles: readonly Profile[]): Pair[] {
  const pairs = new Set<number>();
  const size = profiles.length;
  const add = (a: number, b: number) => {
    if (a !== b) pairs.add(a < b ? a * size + b : b * size + a);
  };
  for (const [at, partners] of partnersByGrams(profiles)) for (const other of partners) add(at, other);
  for (const [a, b] of sameCell(profiles)) add(a, b);
  return [...pairs].sort((a, b) => a - b).map((key) => [Math.floor(key / size), key % size] as const);
}

function* partnersByGrams(profiles: readonly Profile[]): Generator<readonly [number, number[]]> {
  const seen = new Map<number, number[]>();
  for (const [at, { whole }] of profiles.entries())
    for (const hash of whole.hashes) {
      const list = seen.get(hash);
      if (!list) seen.set(hash, [at]);
      else if (list.length <= mostOfGram) list.push(at);
    }
  // Grams of titles that are said more often still mark a matter: 捆绑销售 of a hundred reports. They are found among titles alone.
  const titled = new Map<number, number[]>();
  for (const [at, { title }] of profiles.entries())
    for (const hash of title.hashes) {
      const list = titled.get(hash);
      if (!list) titled.set(hash, [at]);
      else if (list.length <= mostOfGram * 4) list.push(at);
    }
  for (const [at, { whole, title }] of profiles.entries()) {
    const points = new Map<number, number>();
    const vote = (list: readonly number[] | undefined, weight: number, most: number) => {
      if (!list || list.length < 2 || list.length > most) return;
      for (const other of list) if (other !== at) points.set(other, (points.get(other) ?? 0) + weight);
    };
    for (const [i, hash] of whole.hashes.entries()) vote(seen.get(hash), whole.weights[i] as number, mostOfGram);
    for (const [i, hash] of title.hashes.entries()) vote(titled.get(hash), (title.weights[i] as number) * 2, mostOfGram * 4);
    const best = [...points].filter(([, weight]) => weight > 0.25).sort(([a, x], [b, y]) => y - x || a - b);
    yield [at, best.slice(0, mostPartners).map(([other]) => other)];
  }
}

function* sameCell(profiles: readonly Profile[]): Generator<Pair> {
  const cells = new Map<string, number[]>();
  for (const [at, { report }] of profiles.entries()) {
    if (report.longitude == null || report.latitude == null) continue;
    const key = `${Math.floor(report.longitude / cell)}:${Math.floor(report.latitude / cell)}`;
    cells.set(key, [...(cells.get(key) ?? []), at]);
  }
  for (const [key, own] of cells) {
    const [x, y] = key.split(':').map(Number) as [number, number];
    const around = [`${x}:${y}`, `${x + 1}:${y}`, `${x}:${y + 1}`, `${x + 1}:${y + 1}`, `${x + 1}:${y - 1}`].flatMap(
      (one) => cells.get(one) ?? [],
    );
    for (const a of own) {
      let taken = 0;
      for (const b of around) {
        if (a === b || taken >= mostPartners) continue;
        const [at, other] = [(profiles[a] as Profile).report.at, (profiles[b] as Profile).report.at];
        if (at && other && Math.abs(at.getTime() - other.getTime()) > cellDays * 86_400_000) continue;
        taken += 1;
        yield [a, b];
      }
    }
  }
}
