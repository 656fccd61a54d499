import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Draft } from '../report/draft.ts';
import type { Entry, OutboxStore } from './entry.ts';

interface Kept extends DBSchema {
  outbox: { key: string; value: Entry };
  draft: { key: string; value: Draft };
}

let opened: Promise<IDBPDatabase<Kept>> | null = null;
/** What the phone keeps in the browser: reports on their way and drafts. Rejects where the browser keeps nothing. */
export const phoneDatabase = (): Promise<IDBPDatabase<Kept>> => {
  opened ??= openDB<Kept>('gongzhi-phone', 1, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: 'key' });
      database.createObjectStore('draft');
    },
  });
  return opened;
};

/** Entries in IndexedDB; they outlive the page, the browser and the battery. */
export async function browserStore(): Promise<OutboxStore> {
  const database = await phoneDatabase();
  return {
    all: () => database.getAll('outbox'),
    put: async (entry) => {
      await database.put('outbox', entry);
    },
    change: async (key, to) => {
      const transaction = database.transaction('outbox', 'readwrite');
      const before = await transaction.store.get(key);
      const after = before ? to(before) : null;
      if (after) await transaction.store.put(after);
      await transaction.done;
      return after;
    },
    remove: (key) => database.delete('outbox', key),
  };
}
