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

/**
 * How many of the latest changes belong into a list and do not stand in it. `since` is the latest change that the list knew when it was loaded:
 * what entered its state before that stands further down than was loaded, and is nothing new.
 */
export function arrivals(
  rows: readonly Pick<MatterSummary, 'number'>[],
  latest: readonly Pick<MatterSummary, 'number' | 'stateSince'>[],
  since: string,
): number {
  const known = new Set(rows.map(({ number }) => number));
  return latest.filter(({ number, stateSince }) => !known.has(number) && stateSince > since).length;
}
