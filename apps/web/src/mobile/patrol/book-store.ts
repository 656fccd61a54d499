import { type DBSchema, openDB } from 'idb';
import type { BookEntry, BookStore, Kept } from './book-entry.ts';

interface Book extends DBSchema {
  entry: { key: string; value: BookEntry };
  kept: { key: string; value: Kept };
}

/** The patrol book in IndexedDB. Rejects where the browser keeps nothing. */
export async function browserBook(): Promise<BookStore> {
  const database = await openDB<Book>('gongzhi-patrol', 1, {
    upgrade(made) {
      made.createObjectStore('entry', { keyPath: 'id' });
      made.createObjectStore('kept');
    },
  });
  return {
    entries: () => database.getAll('entry'),
    put: async (entry) => void (await database.put('entry', entry)),
    remove: (id) => database.delete('entry', id),
    kept: (by) => database.get('kept', by),
    lastKept: () => database.get('kept', 'last'),
    keep: async (kept) => {
      await database.put('kept', kept, kept.by);
      await database.put('kept', kept, 'last');
    },
  };
}

/** The book in memory: for a browser that keeps nothing, and for tests. */
export function memoryBook(): BookStore {
  const entries = new Map<string, BookEntry>();
  const all = new Map<string, Kept>();
  return {
    entries: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.id, entry),
    remove: async (id) => void entries.delete(id),
    kept: async (by) => all.get(by),
    lastKept: async () => all.get('last'),
    keep: async (kept) => {
      all.set(kept.by, kept);
      all.set('last', kept);
    },
  };
}
