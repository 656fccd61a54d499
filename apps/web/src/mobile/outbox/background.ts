import { identity } from '@gongzhi/contract/identity';
import { browserStore } from './browser-store.ts';
import { outboxChannel } from './entry.ts';
import { createQueue } from './queue.ts';
import { wire } from './wire.ts';

interface SyncEvent extends ExtendableEvent {
  tag: string;
}
declare const self: ServiceWorkerGlobalScope;

/** Who is signed in, asked as the pages ask; rejects without a network, and the browser comes back later. */
async function person(): Promise<string | null> {
  const answer = await fetch(identity.readSession.path, { credentials: 'same-origin', headers: { accept: 'application/json' } });
  const { session } = (await answer.json()) as { session: { id: string } | null };
  return session?.id ?? null;
}

async function send(): Promise<void> {
  const who = await person();
  const pages = new BroadcastChannel(outboxChannel);
  const queue = createQueue({ store: await browserStore(), wire, who: () => who, onChange: () => pages.postMessage(null) });
  await queue.hurry();
  await queue.sendDue();
  const left = (await queue.all()).some(({ state, by }) => state === 'waiting' && (by === null || by === who));
  // A rejected promise is what makes the browser try again by itself.
  if (left) throw new Error('something still waits');
}

// The network is back: what waits goes out, also where no page is open. The leases of the store keep page and worker apart.
self.addEventListener('sync', (event) => {
  if ((event as SyncEvent).tag === 'outbox') (event as SyncEvent).waitUntil(send());
});
