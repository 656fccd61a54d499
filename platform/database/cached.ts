import { isInside } from './inside.ts';

/** A value read rarely changed data once and keeps it for some seconds; `forget` after a write of this process. */
export interface Cached<T> {
  get(): Promise<T>;
  forget(): void;
}

/**
 * Keeps what `load` gives for `seconds`. Other processes of the same database see a change after at most that long.
 * While a reload runs, the old value is served; a failed reload is tried again on the next call.
 */
export function cached<T>(load: () => Promise<T>, seconds = 10): Cached<T> {
  let value: { at: number; held: T } | undefined;
  let running: Promise<T> | undefined;
  let generation = 0;
  const reload = () => {
    const mine = generation;
    running ??= load()
      .then((held) => {
        if (mine === generation) value = { at: Date.now(), held };
        return held;
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return {
    async get() {
      // Inside the one transaction of the embedded engine nobody else's reload can end: it is loaded through the transaction.
      if (!value) return isInside() ? load() : reload();
      if (Date.now() - value.at > seconds * 1000 && !isInside()) reload().catch(() => {});
      return value.held;
    },
    forget() {
      generation += 1;
      value = undefined;
      running = undefined;
    },
  };
}
