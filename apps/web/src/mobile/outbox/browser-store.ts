import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Draft } from '../report/draft.ts';
import type { Entry, OutboxStore } from './entry.ts';

interface Kept extends DBSchema {
  outbox: { key: string; value: Entry };
  draft: { key: string; value: Draft };
  answer: { key: string; value: KeptAnswer };
}

/** An answer of the server, for when there is no network; of one person only. */
export interface KeptAnswer {
  hash: string;
  question: readonly unknown[];
  data: unknown;
  at: number;
  by: string;
}

let opened: Promise<IDBPDatabase<Kept>> | null = null;
/** What the phone keeps in the browser: what is on its way, drafts, and answers for when there is no network. Rejects where the browser keeps nothing. */
export const phoneDatabase = (): Promise<IDBPDatabase<Kept>> => {
  opened ??= openDB<Kept>('gongzhi-phone', 2, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('outbox', { keyPath: 'key' });
        database.createObjectStore('draft');
      }
      if (from < 2) database.createObjectStore('answer', { keyPath: 'hash' });
    },
    // A newer page opens a newer store: this one lets go of it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
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
