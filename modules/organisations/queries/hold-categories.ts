import type { Category } from '@gongzhi/contract/organisations';
import type { Database } from '@gongzhi/platform/database';
import type { CategoryDirectory } from '../organisations.ts';
import type { Line, ResponsibilityList } from '../rules/find-responsible.ts';
import { selectCategories } from '../store/categories.ts';
import { type StoredResponsibility, selectResponsibilities } from '../store/responsibilities.ts';
import { revisionOf } from '../store/revision.ts';

export interface HeldCategories {
  categories: CategoryDirectory;
  list: ResponsibilityList;
}

/** Reads the categories and the responsibility list, or gives back the last ones where nothing has changed since. */
export function categoriesLoader(database: Database): () => Promise<HeldCategories> {
  let last: { revision: number; held: HeldCategories } | undefined;
  return async () => {
    const revision = await revisionOf(database, 'category');
    if (last?.revision !== revision) {
      const categories = await selectCategories(database);
      last = { revision, held: arrange(categories, await selectResponsibilities(database), String(revision)) };
    }
    return last.held;
  };
}

function arrange(rows: Category[], responsibilities: StoredResponsibility[], version: string): HeldCategories {
  const categories = new Map(rows.map((row) => [row.code, row]));
  const lines = new Map<string, Map<string, Line>>();
  const lengths = new Set<number>();
  for (const { category, areaCode, ...line } of responsibilities) {
    lengths.add(areaCode.length);
    const ofCategory = lines.get(category);
    if (ofCategory) ofCategory.set(areaCode, line);
    else lines.set(category, new Map([[areaCode, line]]));
  }
  return {
    categories: {
      get: (code) => categories.get(code),
      name: (code) => categories.get(code)?.name.zh ?? code,
      all: () => rows,
      version,
    },
    list: { lines, lengths: [...lengths].sort((a, b) => b - a), categories },
  };
}
