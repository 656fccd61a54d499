import { eachGram, type Words } from './text-grams.ts';

/**
 * The smallest hashes of the three-character grams of a text under `count` different orders. Two texts agree in each place with the probability of the
 * share of grams they have in common (Broder, 1997). A text without such grams gives the highest number everywhere.
 */
export function minHashes(words: Words, count: number): Uint32Array {
  const least = new Uint32Array(count).fill(0xffffffff);
  eachGram(words, (hash, _text, from, to) => {
    if (to - from < 3) return;
    for (let i = 0; i < count; i += 1) {
      let mixed = Math.imul(hash ^ Math.imul(i + 1, 0x9e3779b1), 0x85ebca6b);
      mixed ^= mixed >>> 13;
      mixed = Math.imul(mixed, 0xc2b2ae35);
      mixed = (mixed ^ (mixed >>> 16)) >>> 0;
      if (mixed < (least[i] as number)) least[i] = mixed;
    }
  });
  return least;
}
