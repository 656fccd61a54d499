import type { NotificationsDeps } from '../notifications.ts';
import { reportMessages, takeMessages } from '../store/messages.ts';

const batch = 50;

/** Sends the text messages that wait. A reporter without a telephone gets none: the notice in the product is enough. */
export async function sendMessages(deps: NotificationsDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const taken = await takeMessages(deps.database, batch);
    if (taken.length === 0) return;
    const phones = await deps.database.transaction((tx) =>
      deps.identity.residents.phonesForNotice(tx, [...new Set(taken.map((message) => message.residentId))]),
    );
    const results = await Promise.all(
      taken.map(async ({ id, residentId, text }) => {
        const phone = phones.get(residentId);
        if (!phone) return { id, error: null };
        try {
          await deps.sms.send(phone, text);
          return { id, error: null };
        } catch {
          // What a gateway says of a failure may hold the number.
          return { id, error: 'the gateway did not take it' };
        }
      }),
    );
    await reportMessages(deps.database, results);
    if (taken.length < batch) return;
  }
}
