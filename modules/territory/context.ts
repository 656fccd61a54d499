import type { MapGround } from '@gongzhi/contract/map-ground';
import type { Cached, Database } from '@gongzhi/platform/database';
import type { Audit } from '@gongzhi/platform/module';
import type { CalendarSet } from './rules/calendar-set.ts';
import type { AddressSource, AreaDirectory } from './territory.ts';

/** What the commands and queries of this module work with. */
export interface Ground {
  database: Database;
  audit: Audit;
  directory: Cached<AreaDirectory>;
  calendars: Cached<CalendarSet>;
  addresses: AddressSource;
  mapGround: MapGround;
}
