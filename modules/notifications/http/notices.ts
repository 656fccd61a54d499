import { notifications } from '@gongzhi/contract/notifications';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import type { NotificationsDeps } from '../notifications.ts';
import { readBefore, writeBefore } from '../rules/cursor.ts';
import { countUnread, listNotices, markRead, readPreferences, writePreference } from '../store/notices.ts';

/** Everyone's own notices and wishes. */
export function noticeRoutes({ database }: Pick<NotificationsDeps, 'database'>): BoundRoute[] {
  return [
    bind(notifications.list, async ({ actor, query }) => {
      // A token is nobody who reads notices.
      if (!actor.id || actor.kind === 'token') return { items: [], next: null, unread: 0 };
      const [rows, unread] = await Promise.all([
        listNotices(database, actor.id, query.unread ?? false, readBefore(query.cursor), query.limit + 1),
        countUnread(database, actor.id),
      ]);
      const items = rows.slice(0, query.limit);
      return {
        items: items.map((row) => ({ ...row, at: row.at.toISOString() })),
        next: rows.length > query.limit ? writeBefore(items.at(-1)) : null,
        unread,
      };
    }),
    bind(notifications.markRead, async ({ actor, body }) => {
      if (actor.id) await markRead(database, actor.id, body.ids ?? null);
    }),
    bind(notifications.readPreferences, async ({ actor }) => {
      const known = actor.id ? (await readPreferences(database, [actor.id])).get(actor.id) : undefined;
      return { digest: known?.digest ?? true, reminders: known?.reminders ?? true, mail: known?.mail ?? null };
    }),
    bind(notifications.writePreferences, async ({ actor, body }) => {
      if (actor.id && actor.kind === 'staff') await writePreference(database, { accountId: actor.id, ...body });
    }),
  ];
}
