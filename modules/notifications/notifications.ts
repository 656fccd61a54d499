import type { Identity, SmsGateway } from '@gongzhi/identity';
import type { Matters } from '@gongzhi/matters';
import type { Organisations } from '@gongzhi/organisations';
import type { Database } from '@gongzhi/platform/database';
import type { ModuleParts } from '@gongzhi/platform/module';

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
  secret(purpose: string): Buffer;
  /** Link to the survey of a closed case for its reporter; null where there is none. */
  surveyLink(matterId: string): Promise<string | null>;
  now?: () => Date;
}

export interface Notifications {
  parts: ModuleParts;
}
