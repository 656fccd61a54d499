import type { FactConsumer } from '@gongzhi/platform/outbox';
import { uuidv7 } from 'uuidv7';
import type { NotificationsDeps } from '../notifications.ts';
import { cloudEvent, wants } from '../rules/cloud-event.ts';
import { insertDeliveries, listWebhooks } from '../store/webhooks.ts';

/** Puts every fact that a webhook wants into its deliveries. */
export function webhookConsumer(deps: Pick<NotificationsDeps, 'publicUrl'>): FactConsumer {
  const source = deps.publicUrl ?? 'urn:gongzhi';
  return {
    name: 'notifications.webhooks',
    async consume(facts, tx) {
      const active = (await listWebhooks(tx)).filter((webhook) => webhook.active);
      if (active.length === 0) return;
      await insertDeliveries(
        tx,
        facts.flatMap((fact) => {
          const wanted = active.filter((webhook) => wants(webhook.events, fact.name));
          if (wanted.length === 0) return [];
          const payload = cloudEvent(fact, source);
          return wanted.map((webhook) => ({
            id: uuidv7(),
            webhookId: webhook.id,
            event: fact.name,
            subject: String(fact.data.number ?? '') || null,
            payload,
          }));
        }),
      );
    },
  };
}
