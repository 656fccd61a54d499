import { eachGram, type Words } from '../language/text-grams.ts';

/** Rows of grams with their counts, put one behind the other: row i lies from `starts[i]` to `starts[i + 1]`. */
export interface GramTable {
  starts: Int32Array;
  slots: Int32Array;
  counts: Float32Array;
  rows: number;
}

/** Grams are counted in 2^bits slots; two that fall together are told apart by the others of their text. */
export const slotBits = 22;
const slotMask = (1 << slotBits) - 1;
/** More distinct grams than these say nothing more about a text. */
const mostGrams = 2000;

/**
 * A title is the matter in the writer's own short words, a text tells all that went before it. Counts are dampened, so that this weighs three times
 * what a single mention in the text does; on real messages more than this changed nothing.
 */
const titleCount = 8;

/** Counts the grams of a message: slots in rising order with how often each occurs, one in the title for eight in the text. */
export function countGrams(words: Words): { slots: Int32Array; counts: Float32Array } {
  const found = new Map<number, number>();
  eachGram(words, (hash, _text, _from, _to, inTitle) => {
    const times = inTitle ? titleCount : 1;
    const slot = hash & slotMask;
    const before = found.get(slot);
    if (before !== undefined) found.set(slot, before + times);
    else if (found.size < mostGrams) found.set(slot, times);
  });
  const slots = Int32Array.from(found.keys()).sort();
  return { slots, counts: Float32Array.from(slots, (slot) => found.get(slot) as number) };
}

/** Collects rows in typed arrays that grow by half, so that a hundred thousand messages stay far under a gibibyte. */
export class GramRows {
  #starts = new Int32Array(1024);
  #slots = new Int32Array(1 << 16);
  #counts = new Float32Array(1 << 16);
  #rows = 0;
  #used = 0;

  add(words: Words): void {
    const { slots, counts } = countGrams(words);
    if (this.#used + slots.length > this.#slots.length) {
      const size = Math.ceil((this.#used + slots.length) * 1.5);
      const wider = new Int32Array(size);
      wider.set(this.#slots.subarray(0, this.#used));
      this.#slots = wider;
      const counted = new Float32Array(size);
      counted.set(this.#counts.subarray(0, this.#used));
      this.#counts = counted;
    }
    if (this.#rows + 2 > this.#starts.length) {
      const wider = new Int32Array(this.#starts.length * 2);
      wider.set(this.#starts);
      this.#starts = wider;
    }
    this.#slots.set(slots, this.#used);
    this.#counts.set(counts, this.#used);
    this.#used += slots.length;
    this.#rows += 1;
    this.#starts[this.#rows] = this.#used;
  }

  table(): GramTable {
    return {
      starts: this.#starts.subarray(0, this.#rows + 1),
      slots: this.#slots.subarray(0, this.#used),
      counts: this.#counts.subarray(0, this.#used),
      rows: this.#rows,
    };
  }
}
