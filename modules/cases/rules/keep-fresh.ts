interface Keeping {
  /** So long an answer is given again as it is. */
  freshMs: number;
  /** So long it is still given while a newer one is being made. */
  keptMs: number;
  /** Answers kept; the least lately used goes. */
  most: number;
}

/** Keeps answers by key for a while. Those who ask at the same time share one making; one that failed is not kept. */
export function keepFresh<T>({ freshMs, keptMs, most }: Keeping, now: () => number = Date.now) {
  const kept = new Map<string, { at: number; answer: Promise<T>; making: boolean }>();
  const make = (key: string, load: () => Promise<T>, before?: Promise<T>): Promise<T> => {
    const answer = load();
    const entry = { at: now(), answer: before ?? answer, making: true };
    kept.delete(key);
    kept.set(key, entry);
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    answer.then(
      () => {
        entry.answer = answer;
        entry.making = false;
      },
      () => {
        if (kept.get(key) === entry) kept.delete(key);
      },
    );
    return entry.answer;
  };
  return (key: string, load: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (!known) return make(key, load);
    const age = now() - known.at;
    if (known.making || age < freshMs) {
      kept.delete(key);
      kept.set(key, known);
      return known.answer;
    }
    return make(key, load, age < keptMs ? known.answer : undefined);
  };
}
