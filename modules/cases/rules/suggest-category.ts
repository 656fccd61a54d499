/** What a category must have to be suggested. First-level rows without words never are. */
export interface SuggestibleCategory {
  code: string;
  words: readonly string[];
  active?: boolean;
}

/** A category that fits a text, and the words that say so: the reason shown beside the suggestion. */
export interface CategorySuggestion {
  code: string;
  /** 0 to 1; comparable between the suggestions of one text, not a probability. */
  score: number;
  words: string[];
}

export type CaseText = string | { title?: string | null; body: string };

interface Node {
  next: Map<number, Node>;
  /** Set where a word ends: the word and the categories that have it. */
  word: Word | null;
}
interface Word {
  text: string;
  weight: number;
  categories: number[];
}
interface Compiled {
  root: Node;
  codes: string[];
}

const MOST = 3;
/** A word said again adds this share of its weight, so that a long lament about one thing does not outweigh the rest. */
const AGAIN = 0.25;
const TITLE = 2;
/** Points at which the score reaches one half; two short words. */
const HALF = 6;

const compiled = new WeakMap<object, Compiled>();

/**
 * The up to three categories whose words fit a text best, best first; empty where no word is found.
 *
 * At each place the longest known word counts ("垃圾分类" is not also "垃圾"); a word weighs more the longer it is and less
 * the more categories share it; in the title it counts double. Nothing is read into negations: a person decides.
 * The catalogue is compiled once for each array given, so hand in the same array and replace it when it changes.
 */
export function suggestCategory(text: CaseText, catalogue: readonly SuggestibleCategory[]): CategorySuggestion[] {
  let known = compiled.get(catalogue);
  if (!known) {
    known = compile(catalogue);
    compiled.set(catalogue, known);
  }
  const found = new Map<Word, number>();
  if (typeof text === 'string') collect(known.root, text, 1, found);
  else {
    if (text.title) collect(known.root, text.title, TITLE, found);
    collect(known.root, text.body, 1, found);
  }
  const points = new Map<number, number>();
  for (const [word, weight] of found) {
    for (const category of word.categories) points.set(category, (points.get(category) ?? 0) + weight);
  }
  return [...points]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST)
    .map(([category, sum]) => ({
      code: known.codes[category]!,
      score: Math.round((sum / (sum + HALF)) * 1000) / 1000,
      words: [...found]
        .filter(([word]) => word.categories.includes(category))
        .sort(([, x], [, y]) => y - x)
        .map(([word]) => word.text),
    }));
}

/** Walks the text once; after a hit the search goes on behind the word. */
function collect(root: Node, text: string, factor: number, found: Map<Word, number>): void {
  for (let start = 0; start < text.length; ) {
    let node: Node | undefined = root;
    let longest: Word | null = null;
    let end = start;
    for (let at = start; at < text.length; at++) {
      node = node.next.get(text.charCodeAt(at));
      if (!node) break;
      if (node.word) {
        longest = node.word;
        end = at + 1;
      }
    }
    if (!longest) {
      start++;
      continue;
    }
    const before = found.get(longest);
    const weight = longest.weight * factor;
    found.set(longest, before === undefined ? weight : before + weight * AGAIN);
    start = end;
  }
}

function compile(catalogue: readonly SuggestibleCategory[]): Compiled {
  const words = new Map<string, number[]>();
  for (const [i, category] of catalogue.entries()) {
    if (category.active === false) continue;
    for (const word of new Set(category.words)) if (word !== '') words.set(word, [...(words.get(word) ?? []), i]);
  }
  const root: Node = { next: new Map(), word: null };
  for (const [text, categories] of words) {
    let node = root;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map(), word: null };
        node.next.set(code, next);
      }
      node = next;
    }
    node.word = { text, weight: text.length ** 1.5 / categories.length, categories };
  }
  return { root, codes: catalogue.map(({ code }) => code) };
}
