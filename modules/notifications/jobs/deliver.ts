import { postOutside } from '../drivers/post-outside.ts';
import type { NotificationsDeps } from '../notifications.ts';
import { pauseAfter, signature } from '../rules/cloud-event.ts';
import { reportDelivery, type TakenDelivery, takeDeliveries } from '../store/webhooks.ts';
import { webhookSecret } from '../webhook-secret.ts';

const batch = 20;
const timeout = 10_000;

/** Delivers what waits, signed; what fails is tried again with growing pauses for about two days. Gives the number of tries. */
export async function deliverWebhooks(deps: NotificationsDeps, signal: AbortSignal): Promise<number> {
  let tried = 0;
  while (!signal.aborted) {
    const taken = await takeDeliveries(deps.database, batch);
    await Promise.all(taken.map((delivery) => deliverOne(deps, delivery)));
    tried += taken.length;
    if (taken.length < batch) break;
  }
  return tried;
}

async function deliverOne(deps: NotificationsDeps, delivery: TakenDelivery): Promise<void> {
  const body = JSON.stringify(delivery.payload);
  const timestamp = Math.floor((deps.now?.() ?? new Date()).getTime() / 1000);
  const id = String(delivery.payload.id);
  let status: number | null = null;
  let error: string | null = null;
  try {
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature(webhookSecret(deps, delivery.webhookId), id, timestamp, body),
    };
    // A receiver that sends us elsewhere is not followed: it would be sent our events by whoever took over its address.
    status = await postOutside(delivery.url, headers, body, { timeout, inside: deps.privateWebhooks ?? false });
  } catch (failure) {
    const { name, code } = failure as Error & { code?: string };
    error =
      name === 'TimeoutError' ? 'no answer within 10 s' : name === 'InnerAddress' ? 'the address lies inside; not allowed' : (code ?? name);
  }
  const delivered = status !== null && status >= 200 && status < 300;
  await reportDelivery(deps.database, delivery.id, { delivered, status, error, again: delivered ? null : pauseAfter(delivery.attempts) });
}
