import { uuidv7 } from 'uuidv7';
import { noticeConsumer } from './consumers/notices.ts';
import { webhookConsumer } from './consumers/webhooks.ts';
import { smtpMailer } from './drivers/smtp-mail.ts';
import { noticeRoutes } from './http/notices.ts';
import { webhookRoutes } from './http/webhooks.ts';
import { deliverWebhooks } from './jobs/deliver.ts';
import { sendDigests } from './jobs/digest.ts';
import { remind } from './jobs/remind.ts';
import { sendMessages } from './jobs/send-messages.ts';
import type { Notifications, NotificationsDeps } from './notifications.ts';
import { addressees } from './recipients.ts';
import { insertMessages } from './store/messages.ts';
import { forgetNotices, insertNotices } from './store/notices.ts';
import { forgetDeliveries } from './store/webhooks.ts';

/** Tells people what concerns them: notices in the product, text messages, mail, webhooks; reminders and the daily digest. */
export function createNotifications(deps: NotificationsDeps): Notifications {
  const mailer = deps.mail ? smtpMailer(deps.mail) : null;
  const { database } = deps;
  return {
    async tell(tx, { notices = [], messages = [] }) {
      await insertNotices(
        tx,
        notices.map((notice) => ({ id: uuidv7(), ...notice })),
      );
      await insertMessages(
        tx,
        messages.map((message) => ({ id: uuidv7(), ...message })),
      );
    },
    addressees: (tx, asks) => addressees(deps, tx, asks),
    parts: {
      name: 'notifications',
      migrations: { module: 'notifications', folder: new URL('./migrations/', import.meta.url) },
      routes: [...noticeRoutes(deps), ...webhookRoutes(deps)],
      consumers: [noticeConsumer(deps), webhookConsumer(deps)],
      jobs: [
        { name: 'notifications.remind', cron: '* * * * *', run: (_data, { signal }) => remind(deps, signal) },
        { name: 'notifications.messages', cron: '* * * * *', run: (_data, { signal }) => sendMessages(deps, signal) },
        {
          name: 'notifications.deliver',
          cron: '* * * * *',
          async run(_data, { signal }) {
            await deliverWebhooks(deps, signal);
          },
        },
        { name: 'notifications.digest', cron: '0 8 * * *', run: () => sendDigests(deps, mailer) },
        {
          name: 'notifications.forget',
          cron: '40 3 * * *',
          async run() {
            await forgetNotices(database);
            await forgetDeliveries(database);
          },
        },
      ],
    },
  };
}
