import { minHashes } from '../language/min-hash.ts';
import type { Words } from '../language/text-grams.ts';

const hashes = 16;
const band = 2;
/** So many of the sixteen agree in a message that was changed here and there, and in one that was sent again. */
const changed = 8;
const again = 14;
/** One band of a form that everybody fills in is shared by thousands; so many are looked at. */
const mostLooked = 8;

/**
 * Finds messages that say the same: one sent twice, or kept in two forms. Of three-character grams, half in common is the same wording, and nine
 * tenths with the same label the same message. Each is held against the first of its kind, so that no chain of small changes grows without end.
 */
export class Repeats {
  #signatures: Uint32Array[] = [];
  #leaders: number[] = [];
  #bands = new Map<number, number[]>();
  #wording: number[] = [];
  #message: string[] = [];

  /** Adds the next row. `label`: what the labels of the row are, in one. */
  add(words: Words, label: string): void {
    const row = this.#wording.length;
    const signature = minHashes(words, hashes);
    // Without three characters in a row there is no wording to compare.
    const leader = signature[0] === 0xffffffff ? null : this.#leaderOf(signature);
    if (leader === null) {
      this.#message.push(`${row}\n${label}`);
      this.#wording.push(signature[0] === 0xffffffff ? Math.imul(row, 0x9e3779b1) >>> 0 : (signature[0] as number));
      return;
    }
    const first = this.#leaders[leader.place] as number;
    this.#message.push(`${leader.common >= again ? first : signature.join()}\n${label}`);
    this.#wording.push(this.#wording[first] as number);
  }

  /** The first of its kind, or null after making this row one. */
  #leaderOf(signature: Uint32Array): { place: number; common: number } | null {
    const keys: number[] = [];
    let best: { place: number; common: number } | null = null;
    for (let at = 0; at < hashes; at += band) {
      const key = (Math.imul((signature[at] as number) ^ at, 0x9e3779b1) ^ (signature[at + 1] as number)) >>> 0;
      keys.push(key);
      for (const place of this.#bands.get(key) ?? []) {
        const common = agreeing(signature, this.#signatures[place] as Uint32Array);
        if (common >= changed && common > (best?.common ?? 0)) best = { place, common };
      }
    }
    if (best) return best;
    for (const key of keys) {
      const places = this.#bands.get(key);
      if (!places) this.#bands.set(key, [this.#leaders.length]);
      else if (places.length < mostLooked) places.push(this.#leaders.length);
    }
    this.#leaders.push(this.#wording.length);
    this.#signatures.push(signature);
    return null;
  }

  /** One number of the wording of each row, and what each row counts: a message that came n times counts once. */
  found(): { wording: number[]; counts: Float32Array } {
    const copies = new Map<string, number>();
    for (const one of this.#message) copies.set(one, (copies.get(one) ?? 0) + 1);
    return { wording: this.#wording, counts: Float32Array.from(this.#message, (one) => 1 / (copies.get(one) as number)) };
  }
}

function agreeing(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < hashes; i += 1) if (a[i] === b[i]) count += 1;
  return count;
}
