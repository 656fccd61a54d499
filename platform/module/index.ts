export type { Audit, AuditInput } from './audit.ts';

import type { MigrationSource } from '../database/index.ts';
import type { BoundRoute, RawRoutes } from '../http/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import type { FactConsumer } from '../outbox/index.ts';

/** What a module hands to the composition root. */
export interface ModuleParts {
  name: string;
  migrations: MigrationSource;
  routes: BoundRoute[];
  /** Routes that speak another protocol than our own contract, such as Open311. */
  raw?: RawRoutes;
  jobs?: JobDefinition[];
  consumers?: FactConsumer[];
}
