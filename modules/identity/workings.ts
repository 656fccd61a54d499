import type { Database } from '@gongzhi/platform/database';
import type { Audit } from '@gongzhi/platform/module';
import type { Callers } from './callers.ts';
import type { IdentitySettings, PostSource, SmsGateway } from './identity.ts';
import type { Keys } from './rules/keys.ts';

/** What every command and query of identity works with. */
export interface Workings {
  database: Database;
  organisations: PostSource;
  settings: IdentitySettings;
  sms: SmsGateway;
  now(): Date;
  keys: Keys;
  audit: Audit;
  callers: Callers;
}
