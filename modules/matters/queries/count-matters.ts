import type { Actor } from '@gongzhi/contract/actor';
import type { MatterFilter } from '@gongzhi/contract/matters';
import type { Ledger } from '../context.ts';
import { selectCounts } from '../store/select-page.ts';
import { scoped } from './list-matters.ts';

export interface MatterCounts {
  total: number;
  /** There are more than the total says. */
  capped: boolean;
  states: Record<string, number>;
  overdue: number;
}

const most = 10_000;

/** How many matters of a filter are in each state. It stops looking after 10,000, so that a broad filter costs no more than that. */
export async function countMatters(ledger: Ledger, actor: Actor, filter: MatterFilter): Promise<MatterCounts> {
  const { conditions, ways } = await scoped(ledger, actor, filter);
  const rows = await selectCounts(ledger.database, conditions, ways, ledger.now(), most + 1);
  const states: Record<string, number> = {};
  let total = 0;
  let overdue = 0;
  for (const row of rows) {
    states[row.state] = (states[row.state] ?? 0) + row.count;
    total += row.count;
    if (row.late) overdue += row.count;
  }
  return { total: Math.min(total, most), capped: total > most, states, overdue };
}
