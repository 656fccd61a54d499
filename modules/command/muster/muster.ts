import type { Kind } from '@gongzhi/matters';
import type { CommandCore } from '../command.ts';

/** What the commands and queries of this part work with. */
export interface MusterCore extends CommandCore {
  kind: Kind;
}
