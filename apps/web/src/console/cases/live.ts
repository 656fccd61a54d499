import type { MatterSummary } from '@gongzhi/contract/matters';

/**
 * The rows where they stand, each as it is known now: out of the latest changes, or out of what was read of it on its own page. The list itself
 * comes back where nothing changed, so that nothing is drawn again.
 */
export function refreshed(
  rows: readonly MatterSummary[],
  latest: readonly MatterSummary[],
  read: (number: string) => MatterSummary | undefined,
): readonly MatterSummary[] {
  const byNumber = new Map(latest.map((row) => [row.number, row]));
  let changed = false;
  const next = rows.map((row) => {
    const newest = [byNumber.get(row.number), read(row.number)].reduce<MatterSummary>(
      (best, other) => (other && other.version > best.version ? other : best),
      row,
    );
    changed ||= newest !== row;
    return newest;
  });
  return changed ? next : rows;
}

type Placed = Pick<MatterSummary, 'number' | 'openedAt' | 'dueAt' | 'stateSince'>;
type Sort = 'openedAt' | '-openedAt' | 'dueAt' | '-stateSince';

/** Whether one row stands before another in a sorted list; without a due time it stands last. Moments as the wire writes them sort as text. */
function before(one: Placed, other: Placed, sort: Sort): boolean {
  if (sort === '-openedAt') return one.openedAt > other.openedAt;
  if (sort === '-stateSince') return one.stateSince > other.stateSince;
  if (sort === 'openedAt') return one.openedAt < other.openedAt;
  return one.dueAt !== null && (other.dueAt === null || one.dueAt < other.dueAt);
}

/**
 * How many of the matters that were heard of belong into the part of a list that was loaded, and do not stand in it. What stands further down
 * comes when one scrolls there, and is no news.
 */
export function arrivals(rows: readonly Placed[], heard: readonly Placed[], sort: Sort, hasMore: boolean): number {
  const known = new Set(rows.map(({ number }) => number));
  const last = rows.at(-1);
  return heard.filter((one) => !known.has(one.number) && (!hasMore || !last || before(one, last, sort))).length;
}
