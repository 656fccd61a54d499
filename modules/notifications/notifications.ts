import type { Identity, SmsGateway } from '@gongzhi/identity';
import type { Matters } from '@gongzhi/matters';
import type { Organisations } from '@gongzhi/organisations';
import type { Connection, Database } from '@gongzhi/platform/database';
import type { ModuleParts } from '@gongzhi/platform/module';
import type { Ask } from './recipients.ts';

export interface MailSettings {
  /** smtp:// or smtps:// address with credentials. */
  url: string;
  from: string;
}

export interface NotificationsDeps {
  database: Database;
  organisations: Pick<Organisations, 'holders' | 'directory'>;
  identity: Pick<Identity, 'accountsOfPersons' | 'residents' | 'audit'>;
  matters: Pick<Matters, 'takeReminders' | 'loadOfUnits' | 'reportersJoinedTo'>;
  sms: SmsGateway;
  /** Null: nothing is mailed; digests stay in the product. */
  mail: MailSettings | null;
  /** Base of links and source of events. */
  publicUrl: string | null;
  /** Webhooks may lead to loopback and private addresses; only where the operator says so. */
  privateWebhooks?: boolean;
  secret(purpose: string): Buffer;
  /** Link to the survey of a closed case for its reporter; null where there is none. */
  surveyLink(matterId: string): string | null;
  now?: () => Date;
}

/** Something to be told to one account or resident. */
export interface Told {
  recipientId: string;
  at: Date;
  /** Name of the fact that it is about. */
  kind: string;
  title: { zh: string; en: string };
  /** Number of the matter that it leads to. */
  number: string | null;
}

export interface Notifications {
  parts: ModuleParts;
  /** Puts notices into the product and text messages into their queue, each kind in one statement however many there are. For modules above. */
  tell(tx: Connection, told: { notices?: readonly Told[]; messages?: readonly { residentId: string; text: string }[] }): Promise<void>;
  /** Accounts that each ask means, in the order of the asks, in three statements however many there are. */
  addressees(tx: Connection, asks: readonly Ask[]): Promise<string[][]>;
}
