/** Values that were just loaded, for some seconds, the longest unused leaving first when there are too many. */
export interface Recent<T> {
  /** The held value, or the loaded one, which is held unless it is null. Calls at the same moment load once. */
  get(key: string, load: () => Promise<T | null>): Promise<T | null>;
  /** Drops what fits; a load that was under way is not held either, for it may have read the state before. */
  forget(fits: (value: T) => boolean): void;
}

export function recent<T>(now: () => Date, milliseconds: number, most: number): Recent<T> {
  const held = new Map<string, { value: T; at: number }>();
  const loading = new Map<string, Promise<T | null>>();
  let generation = 0;
  return {
    async get(key, load) {
      const found = held.get(key);
      const age = found ? now().getTime() - found.at : Number.POSITIVE_INFINITY;
      if (found && age >= 0 && age < milliseconds) return found.value;
      const running = loading.get(key);
      if (running) return running;
      const mine = generation;
      const at = now().getTime();
      const promise = load()
        .then((value) => {
          held.delete(key);
          if (value !== null && mine === generation) {
            held.set(key, { value, at });
            if (held.size > most) held.delete(held.keys().next().value as string);
          }
          return value;
        })
        .finally(() => {
          if (loading.get(key) === promise) loading.delete(key);
        });
      loading.set(key, promise);
      return promise;
    },
    forget(fits) {
      generation += 1;
      loading.clear();
      for (const [key, { value }] of held) if (fits(value)) held.delete(key);
    },
  };
}
