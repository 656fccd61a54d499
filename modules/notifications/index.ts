// The only door of notifications.
export { createNotifications } from './create-notifications.ts';
export { logSms } from './drivers/log-sms.ts';
export type { MailSettings, Notifications, NotificationsDeps, Told } from './notifications.ts';
export type { Ask } from './recipients.ts';
