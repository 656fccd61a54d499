import type { Actor } from '@gongzhi/contract/actor';
import type { Category } from '@gongzhi/contract/organisations';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { Ground } from '../context.ts';
import { putCategories, selectCategories } from '../store/categories.ts';
import { beginChange } from '../store/revision.ts';

/** Adds or changes a category. Refuses a parent that is not there or stands below it. Cases of before keep the limits they were given. */
export async function writeCategory(ground: Ground, actor: Actor, category: Category): Promise<Category> {
  await ground.database.transaction(async (tx) => {
    await beginChange(tx, 'category');
    const categories = new Map((await selectCategories(tx)).map((row) => [row.code, row]));
    const before = categories.get(category.code) ?? null;
    if (category.parent !== null && !categories.has(category.parent))
      throw fieldProblem('parent', `no category ${category.parent}`, 'the code of a category');
    for (let above = category.parent; above !== null; above = categories.get(above)?.parent ?? null) {
      if (above === category.code)
        throw fieldProblem('parent', `${category.parent} stands below ${category.code} itself`, 'a category that does not stand below it');
    }
    await putCategories(tx, [category], true);
    await ground.audit(tx, { actor, action: 'category-written', subject: category.code, detail: { before, after: category } });
  });
  ground.held.forget();
  return category;
}
