import type { Entry, OutboxStore } from './entry.ts';

/** Entries in memory: for a browser that keeps nothing (private windows), and for tests. */
export function memoryStore(): OutboxStore {
  const entries = new Map<string, Entry>();
  return {
    all: async () => [...entries.values()],
    put: async (entry) => {
      entries.set(entry.key, entry);
    },
    change: async (key, to) => {
      const before = entries.get(key);
      const after = before ? to(before) : null;
      if (after) entries.set(key, after);
      return after;
    },
    remove: async (key) => {
      entries.delete(key);
    },
  };
}
