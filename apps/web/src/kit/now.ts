import { useSyncExternalStore } from 'react';

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 20_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time now, in milliseconds; one ticker of 20 seconds serves all that show it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    // Nobody listened for a while: what stands there is old.
    if (!timer) now = Date.now();
    return now;
  });
}
