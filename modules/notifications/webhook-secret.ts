import { createHmac } from 'node:crypto';
import type { NotificationsDeps } from './notifications.ts';

/** The signing secret of a webhook, base64: derived from the master key, so that it is stored nowhere. */
export function webhookSecret(deps: Pick<NotificationsDeps, 'secret'>, id: string): string {
  return createHmac('sha256', deps.secret('webhook')).update(id).digest('base64');
}
