import type { Database } from '@gongzhi/platform/database';
import type { Kind } from '../kind.ts';
import { clockFaults, clocksAfterEnd } from '../rules/check-clocks.ts';
import { historyFaults } from '../rules/check-history.ts';
import type { ClockState, HistoryRow, LedgerHead } from '../rules/ledger-rows.ts';
import { readOneSnapshot, selectClockStates, selectHeads, selectHistories } from '../store/select-histories.ts';

export interface LedgerVerdict {
  checked: number;
  faults: { number: string; what: string }[];
}
/** Told after each batch how many matters have been checked. */
export type CheckProgress = (checked: number) => void;

const batch = 500;

/**
 * Checks the ledger against itself: histories without gaps, hash chains computed anew with their tombstones, states, clocks, pauses and due
 * times. It reads in batches by id, each from one snapshot of the database, so that acts done meanwhile do not look like faults.
 */
export async function checkLedger(
  database: Database,
  kinds: ReadonlyMap<string, Kind>,
  progress: CheckProgress = () => {},
): Promise<LedgerVerdict> {
  const lasting = new Map([...kinds].map(([name, kind]) => [name, clocksAfterEnd(kind)]));
  const verdict: LedgerVerdict = { checked: 0, faults: [] };
  for (let after: string | null = null; ; ) {
    const { heads, entries, clocks } = await readBatch(database, after);
    const lastHead = heads.at(-1);
    if (!lastHead) return verdict;
    const entriesOf = Map.groupBy(entries, (entry) => entry[0]);
    const clocksOf = Map.groupBy(clocks, (clock) => clock.matterId);
    for (const head of heads) {
      const kind = kinds.get(head.kind);
      const faults = [
        ...historyFaults(head, entriesOf.get(head.id) ?? []),
        ...(kind
          ? clockFaults(head, clocksOf.get(head.id) ?? [], kind, lasting.get(head.kind) ?? new Set())
          : [`its kind ${head.kind} is not known`]),
      ];
      verdict.faults.push(...faults.map((what) => ({ number: head.number, what })));
    }
    verdict.checked += heads.length;
    after = lastHead.id;
    progress(verdict.checked);
  }
}

function readBatch(
  database: Database,
  after: string | null,
): Promise<{ heads: LedgerHead[]; entries: HistoryRow[]; clocks: ClockState[] }> {
  return database.transaction(async (tx) => {
    await readOneSnapshot(tx);
    const heads = await selectHeads(tx, after, batch);
    const [from, to] = [heads[0]?.id, heads.at(-1)?.id];
    if (!from || !to) return { heads, entries: [], clocks: [] };
    return { heads, entries: await selectHistories(tx, from, to), clocks: await selectClockStates(tx, from, to) };
  });
}
