import type { Organisations } from '@gongzhi/organisations';

/** A category and all below it: cases lie with the lowest. */
export async function withDescendants(organisations: Pick<Organisations, 'categories'>, code: string): Promise<string[]> {
  const all = (await organisations.categories()).all();
  const found = new Set([code]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const category of all) if (category.parent !== null && found.has(category.parent)) found.add(category.code);
  }
  return [...found];
}
