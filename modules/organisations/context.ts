import type { Cached, Database } from '@gongzhi/platform/database';
import type { Audit } from '@gongzhi/platform/module';
import type { Territory } from '@gongzhi/territory';
import type { OrganisationDirectory } from './organisations.ts';
import type { HeldCategories } from './queries/hold-categories.ts';

/** What the commands and queries of this module work with. */
export interface Ground {
  database: Database;
  audit: Audit;
  territory: Territory;
  directory: Cached<OrganisationDirectory>;
  /** Categories and the responsibility list. */
  held: Cached<HeldCategories>;
}
