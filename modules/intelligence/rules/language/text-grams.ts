import { stretches } from './plain-text.ts';

/** FNV-1a over UTF-16 units; good enough to spread grams over a table, the same on every machine. */
export function hashOf(text: string, from = 0, to = text.length, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = from; i < to; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV leaves the low bits of short texts alike.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0;
}

/** What a message says, as it comes in. `tokens`: words already segmented, in order. */
export interface Words {
  title?: string | undefined;
  text?: string | undefined;
  tokens?: string | readonly string[] | undefined;
}

/**
 * Every gram of a message: one to three Chinese characters, and words of letters and digits. `visit` gets the hash, the piece of text, and
 * whether it stands in the title.
 */
export function eachGram(words: Words, visit: (hash: number, text: string, from: number, to: number, inTitle: boolean) => void): void {
  const parts: [string, boolean][] =
    words.tokens !== undefined
      ? [[typeof words.tokens === 'string' ? words.tokens : words.tokens.join(' '), true]]
      : [
          [words.title ?? '', false],
          [words.text ?? '', false],
        ];
  for (const [at, [part, segmented]] of parts.entries()) {
    const inTitle = !segmented && at === 0;
    for (const { han, text } of stretches(part, segmented)) {
      if (!han) {
        visit(hashOf(text), text, 0, text.length, inTitle);
        continue;
      }
      for (let from = 0; from < text.length; from += 1)
        for (let size = 1; size <= 3 && from + size <= text.length; size += 1)
          visit(hashOf(text, from, from + size), text, from, from + size, inTitle);
    }
  }
}
