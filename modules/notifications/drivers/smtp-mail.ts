import { createTransport } from 'nodemailer';
import type { MailSettings } from '../notifications.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}
export interface Mailer {
  /** Throws when the server did not take it. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export function smtpMailer(settings: MailSettings): Mailer {
  const transport = createTransport(settings.url, { from: settings.from });
  return {
    async send(mail) {
      await transport.sendMail(mail);
    },
    close: () => transport.close(),
  };
}
