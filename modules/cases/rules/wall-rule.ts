import type { Category } from '@gongzhi/contract/organisations';

type Categories = { get(code: string): Category | undefined; all(): Category[] };

/** What the category says about the walls; a case without a known category is never published by rule. */
export function wallRuleOf(categories: Pick<Categories, 'get'>, code: string | null): Category['wall'] {
  return (code === null ? undefined : categories.get(code)?.wall) ?? { publish: 'never', redact: 'title-only' };
}

/**
 * Categories whose places are shown as they are: what lies in public space. Read from the data: the category and its first level both go on the
 * wall with their text as soon as they are filed, because nothing about them is personal. Everywhere else the place is somebody's home.
 */
export function exactCategories(categories: Categories): string[] {
  const open = (wall: Category['wall']) => wall.publish === 'at-filing' && wall.redact === 'redacted-text';
  const first = (category: Category): Category =>
    category.parent === null ? category : first(categories.get(category.parent) ?? { ...category, parent: null });
  return categories
    .all()
    .filter((category) => open(category.wall) && open(first(category).wall))
    .map((category) => category.code);
}
