import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connection } from './database.ts';

interface Open {
  /** The engine whose transaction it is. */
  of: object;
  connection: Connection;
  running: boolean;
}

const storage = new AsyncLocalStorage<Open>();

/**
 * The embedded engine has one connection: a question put to it from inside a transaction would wait for that very transaction. What
 * runs inside is therefore answered inside, whichever handle it holds.
 */
export async function runInside<T>(of: object, connection: Connection, work: (connection: Connection) => Promise<T>): Promise<T> {
  const open: Open = { of, connection, running: true };
  try {
    return await storage.run(open, () => work(connection));
  } finally {
    open.running = false;
  }
}

/** The open transaction of this engine in which the caller runs, if any. */
export function openTransaction(of: object): Connection | undefined {
  const open = storage.getStore();
  return open?.running && open.of === of ? open.connection : undefined;
}

/** Whether the caller runs inside a transaction of an engine with one connection: it must not wait for what others load. */
export function isInside(): boolean {
  return storage.getStore()?.running ?? false;
}
