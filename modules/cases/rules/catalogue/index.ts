import type { Limit } from '@gongzhi/contract/primitives';
import type { Branch, CatalogueCategory, CategoryClass } from './category.ts';
import { cityscape } from './cityscape.ts';
import { community } from './community.ts';
import { construction } from './construction.ts';
import { educationCulture } from './education-culture.ts';
import { environment } from './environment.ts';
import { facilities } from './facilities.ts';
import { health } from './health.ts';
import { housing } from './housing.ts';
import { labour } from './labour.ts';
import { market } from './market.ts';
import { safety } from './safety.ts';
import { transport } from './transport.ts';
import { utilities } from './utilities.ts';

export type { CatalogueCategory, CategoryClass, StandardClass, WallRule } from './category.ts';
export { type LeadType, leadTypes } from './lead-types.ts';

/** Default time limits of the classes: danger and the supply of water, power, gas and heat run day and night. */
export const classLimits: Record<CategoryClass, Limit> = {
  danger: { amount: 2, unit: 'hour' },
  utilities: { amount: 24, unit: 'hour' },
  ordinary: { amount: 7, unit: 'working-day' },
  complex: { amount: 15, unit: 'working-day' },
};

const branches = [
  cityscape,
  facilities,
  housing,
  utilities,
  construction,
  environment,
  transport,
  educationCulture,
  health,
  labour,
  market,
  community,
  safety,
];

/**
 * The categories of residents' requests as they are shipped: a first level and a second level, parents before children. A place
 * changes them and adds its own under 79–99. Limits and classes are defaults from a published city table; others differ.
 */
export const defaultCatalogue: readonly CatalogueCategory[] = branches.flatMap(rows);

function rows(branch: Branch): CatalogueCategory[] {
  const first = branch.leaves[0]!;
  const leaves = branch.leaves.map((leaf) => ({
    code: leaf.code,
    parent: branch.code,
    name: leaf.name,
    class: leaf.class,
    limit: leaf.limit ?? classLimits[leaf.class],
    words: [...leaf.words],
    leadType: leaf.leadType,
    wall: leaf.wall,
    standard: leaf.standard ?? null,
  }));
  // A case that stays on the first level is treated as the ordinary run of its branch.
  const parent: CatalogueCategory = {
    code: branch.code,
    parent: null,
    name: branch.name,
    class: 'ordinary',
    limit: classLimits.ordinary,
    words: [],
    leadType: first.leadType,
    wall: first.wall,
    standard: null,
  };
  return [parent, ...leaves];
}
