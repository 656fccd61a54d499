import type { FileAccess, MattersDeps } from './create-matters.ts';
import type { Kind } from './kind.ts';

/** What commands and queries of the ledger work with. */
export interface Ledger extends MattersDeps {
  now: () => Date;
  kinds: ReadonlyMap<string, Kind>;
  fileAccess: FileAccess;
}
