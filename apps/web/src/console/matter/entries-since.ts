import type { MatterDetail } from '@gongzhi/contract/matters';

type Known = Pick<MatterDetail, 'entries'>;

/** Entries of the later reading that the earlier one did not hold, newest first. */
export function entriesSince(before: Known, now: Known): MatterDetail['entries'] {
  const last = Math.max(0, ...before.entries.map(({ no }) => no));
  return now.entries.filter(({ no }) => no > last).toSorted((a, b) => b.no - a.no);
}
