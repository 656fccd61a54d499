import { notifications } from '@gongzhi/contract/notifications';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import { leadsInside } from '../drivers/post-outside.ts';
import type { NotificationsDeps } from '../notifications.ts';
import { readBefore, writeBefore } from '../rules/cursor.ts';
import { type DeliveryRow, deleteWebhook, insertWebhook, listDeliveries, listWebhooks, redeliver } from '../store/webhooks.ts';
import { webhookSecret } from '../webhook-secret.ts';

const present = (row: DeliveryRow) => ({ ...row, at: row.at.toISOString() });

/** Webhooks and their delivery log. */
export function webhookRoutes(deps: NotificationsDeps): BoundRoute[] {
  const { database, identity } = deps;
  return [
    bind(notifications.listWebhooks, async () => ({
      items: (await listWebhooks(database)).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    })),
    bind(notifications.createWebhook, async ({ actor, body }) => {
      if (!deps.privateWebhooks && leadsInside(body.url))
        throw fieldProblem(
          'url',
          'the address leads to this machine or a private network',
          'a public address, or GONGZHI_WEBHOOK_PRIVATE=1',
        );
      const id = uuidv7();
      await database.transaction(async (tx) => {
        await insertWebhook(tx, { id, url: body.url, events: body.events });
        await identity.audit(tx, {
          actor,
          action: 'webhook-created',
          subject: id,
          detail: { host: new URL(body.url).host, events: body.events },
        });
      });
      return {
        id,
        url: body.url,
        events: body.events,
        active: true,
        createdAt: new Date().toISOString(),
        lastStatus: null,
        failing: 0,
        secret: webhookSecret(deps, id),
      };
    }),
    bind(notifications.dropWebhook, async ({ actor, params }) => {
      await database.transaction(async (tx) => {
        if (!(await deleteWebhook(tx, params.id))) throw problems['not-found']();
        await identity.audit(tx, { actor, action: 'webhook-deleted', subject: params.id });
      });
    }),
    bind(notifications.listDeliveries, async ({ params, query }) => {
      const rows = await listDeliveries(database, params.id, readBefore(query.cursor), query.limit + 1);
      const items = rows.slice(0, query.limit);
      return { items: items.map(present), next: rows.length > query.limit ? writeBefore(items.at(-1)) : null };
    }),
    bind(notifications.redeliver, async ({ params }) => {
      const row = await redeliver(database, params.id, params.delivery);
      if (!row) throw problems['not-found']();
      return present(row);
    }),
  ];
}
