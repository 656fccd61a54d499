/** How common grams are among the texts of the ledger. */
export interface GramShares {
  /** Texts in all. */
  texts: number;
  /** Share of the texts that have it, 0 to 1, of the most common grams. */
  shares: ReadonlyMap<string, number>;
  /** A gram that is not among them is in no more than this share of the texts. */
  otherwise: number;
}

const most = 8;
/** So many index entries are read for one search, by estimate, beside the first two grams. */
const entries = 12_000;
// Grams beyond the common ones fall off steeply: the bound holds for the first of them, an eighth of it for the run.
const typical = 1 / 8;

/**
 * The grams of a text by which texts like it are found soonest: the rarest, as long as their entries together stay few. Of those that are equally
 * rare as far as is known, some from every part of the text, so that neither its beginning nor its end decides alone.
 */
export function tellingGrams(grams: readonly string[], { texts, shares, otherwise }: GramShares): string[] {
  const rare = grams.filter((gram) => !shares.has(gram));
  const step = Math.max(1, rare.length / most);
  const spread = rare.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  const listed = grams.filter((gram) => shares.has(gram)).sort((a, b) => (shares.get(a) as number) - (shares.get(b) as number));
  const chosen: string[] = [];
  let read = 0;
  for (const gram of [...spread, ...listed].slice(0, most)) {
    read += texts * (shares.get(gram) ?? otherwise * typical);
    if (chosen.length >= 2 && read > entries) break;
    chosen.push(gram);
  }
  return chosen;
}
