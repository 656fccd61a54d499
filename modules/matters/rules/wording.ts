const han = /\p{Script=Han}/u;
const most = 1500;

/**
 * What a text is found by: every pair of neighbouring Han characters, single ones that stand alone, and lower-case words and
 * numbers of other scripts. A search for two characters is then one look-up. At most the first 1,500 characters count.
 */
export function grams(text: string): string[] {
  const found = new Set<string>();
  for (const run of text
    .slice(0, most)
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []) {
    if (!han.test(run)) {
      found.add(run.slice(0, 40));
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) found.add(run);
    for (let index = 0; index + 1 < characters.length; index += 1) found.add(`${characters[index]}${characters[index + 1]}`);
  }
  return [...found];
}

/** A `tsquery` that asks for all grams of the words; null when nothing in them can be searched. */
export function wordingQuery(words: string): string | null {
  const wanted = grams(words);
  return wanted.length === 0 ? null : wanted.map((gram) => `'${gram.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ');
}

/** How alike two texts are by their grams, 0 to 1 (Jaccard). */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const first = new Set(a);
  const shared = b.filter((gram) => first.has(gram)).length;
  return shared / (first.size + b.length - shared);
}
