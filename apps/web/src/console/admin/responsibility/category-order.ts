/** Categories as a tree laid out in lines: each followed by those below it, with how deep it stands. A category whose parent is absent stands at the top. */
export function inTreeOrder<T extends { code: string; parent: string | null }>(items: readonly T[]): { item: T; depth: number }[] {
  const known = new Set(items.map(({ code }) => code));
  const below = Map.groupBy(items, ({ parent }) => (parent !== null && known.has(parent) ? parent : ''));
  const lay = (parent: string, depth: number): { item: T; depth: number }[] =>
    (below.get(parent) ?? [])
      .toSorted((one, other) => (one.code < other.code ? -1 : 1))
      .flatMap((item) => [{ item, depth }, ...lay(item.code, depth + 1)]);
  return lay('', 0);
}
