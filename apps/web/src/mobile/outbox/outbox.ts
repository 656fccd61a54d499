import { useEffect, useSyncExternalStore } from 'react';
import { rememberLink } from '../../resident/links.ts';
import { useSession } from '../../shell/session.tsx';
import { browserStore } from './browser-store.ts';
import { type Entry, type KeptAct, type OutboxStore, outboxChannel } from './entry.ts';
import { memoryStore } from './memory-store.ts';
import { createQueue, type Queue } from './queue.ts';
import { wire } from './wire.ts';

const day = 86_400_000;
let shown: readonly Entry[] = [];
let person: string | null = null;
let queue: Queue | null = null;
const listeners = new Set<() => void>();

async function draw(): Promise<void> {
  shown = (await queue?.all()) ?? [];
  for (const entry of shown) {
    const { answer, by, createdAt } = entry;
    // Whoever signed in finds it under their own reports.
    if (by === null && answer?.followToken)
      rememberLink({ number: answer.number, token: answer.followToken, title: answer.title, at: new Date(createdAt).toISOString() });
  }
  for (const listener of listeners) listener();
}

/** The queue of this browser; where nothing can be kept, one that lasts as long as the page. */
const opened: () => Promise<Queue> = (() => {
  let opening: Promise<Queue> | null = null;
  return () => {
    opening ??= (async () => {
      const store: OutboxStore = await browserStore().catch(memoryStore);
      // Other windows and the worker in the background send from the same store.
      const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel(outboxChannel) : null;
      if (others) others.onmessage = () => void draw();
      const onChange = () => {
        void draw();
        others?.postMessage(null);
      };
      queue = createQueue({ store, wire, who: () => person, onChange });
      for (const entry of await queue.all()) if (entry.state === 'sent' && Date.now() - entry.createdAt > day) await queue.drop(entry.key);
      await draw();
      return queue;
    })();
    return opening;
  };
})();

const sendNow = async (): Promise<void> => (await opened()).sendDue();
const hurry = async (key?: string): Promise<void> => {
  const ready = await opened();
  await ready.hurry(key);
  await ready.sendDue();
};

/** A new Idempotency-Key; works on plain http too, where `crypto.randomUUID` is missing. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

interface Sending {
  photos: readonly { name: string; blob: Blob }[];
  act?: KeptAct;
}

/** Where the browser can: the worker sends once there is a network again, also after the page was closed. */
async function syncInBackground(): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration('/m').catch(() => undefined);
  const { sync } = (worker ?? {}) as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register('outbox').catch(() => undefined);
}

export const outbox = {
  /** Keeps the entry first, then sends it: a page that dies in between loses nothing. */
  async add(entry: Pick<Entry, 'key' | 'route' | 'by' | 'body'> & Sending): Promise<Entry | undefined> {
    const ready = await opened();
    await ready.add({
      act: null,
      ...entry,
      photos: entry.photos.map((photo) => ({ ...photo, id: null, uploadedAt: null })),
      createdAt: Date.now(),
      state: 'waiting',
      tries: 0,
      nextAt: 0,
      leaseUntil: 0,
      attempted: false,
      problem: null,
      answer: null,
    });
    void syncInBackground();
    await ready.sendDue();
    return (await ready.all()).find(({ key }) => key === entry.key);
  },
  hurry,
  /** After a look at what came in between: the act is done to the matter as it is now. */
  apply: async (key: string, to: { version: number; seen: number }): Promise<void> => {
    const ready = await opened();
    await ready.apply(key, to);
    await ready.sendDue();
  },
  drop: async (key: string): Promise<boolean> => (await opened()).drop(key),
};

/** Stands once in the frame: sends what waits when the network comes back, when the page is looked at again, and while it is open. */
export function useSending(): void {
  const session = useSession();
  useEffect(() => {
    if (session === undefined) return;
    person = session?.id ?? null;
    void hurry();
  }, [session]);
  useEffect(() => {
    const back = () => void hurry();
    const seen = () => document.visibilityState === 'visible' && void sendNow();
    addEventListener('online', back);
    document.addEventListener('visibilitychange', seen);
    const timer = setInterval(() => navigator.onLine && void sendNow(), 10_000);
    return () => {
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', seen);
      clearInterval(timer);
    };
  }, []);
}

/** The reports of this phone that are on their way, newest first. */
export const useOutbox = (): readonly Entry[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      void opened();
      return () => listeners.delete(listener);
    },
    () => shown,
  );
