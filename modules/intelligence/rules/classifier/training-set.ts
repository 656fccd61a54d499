import type { Words } from '../language/text-grams.ts';
import { GramRows } from './gram-table.ts';
import { Repeats } from './repeats.ts';
import type { TrainingSet } from './train.ts';

export interface Labelled extends Words {
  /** What a person decided; of several labels the first is the main one. */
  label: string | readonly string[];
}

/** Gathers labelled messages one by one, keeping grams and not words. */
export function collectTraining(): { add(one: Labelled): void; set(): TrainingSet } {
  const grams = new GramRows();
  const places = new Map<string, number>();
  const first: number[] = [];
  const others = new Map<number, number[]>();
  const running: boolean[] = [];
  const repeats = new Repeats();
  const place = (label: string) => {
    const known = places.get(label);
    if (known !== undefined) return known;
    places.set(label, places.size);
    return places.size - 1;
  };
  return {
    add(one) {
      const labels = typeof one.label === 'string' ? [one.label] : one.label;
      const [main, ...more] = labels.map(place);
      if (main === undefined) return;
      if (more.length > 0) others.set(first.length, more);
      first.push(main);
      grams.add(one);
      running.push(one.tokens === undefined);
      repeats.add(one, labels.join('\n'));
    },
    set: () => ({ grams, first, others, labels: [...places.keys()], running, ...repeats.found() }),
  };
}
