import type { Branch, CatalogueCategory } from './category.ts';
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
 * changes them and adds its own under 79–99. Limits and classes are defaults from a published city table; others differ. Where the limit
 * is null, that of the class holds (`resolveByClass` of the case rules).
 */
export const catalogue: readonly CatalogueCategory[] = branches.flatMap(rows);

function rows(branch: Branch): CatalogueCategory[] {
  const first = branch.leaves[0]!;
  const leaves = branch.leaves.map((leaf) => ({
    code: leaf.code,
    parent: branch.code,
    name: leaf.name,
    class: leaf.class,
    limit: leaf.limit ?? null,
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
    limit: null,
    words: [],
    leadType: first.leadType,
    wall: first.wall,
    standard: null,
  };
  return [parent, ...leaves];
}
