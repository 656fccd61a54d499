import type { CaseRow } from './rows.ts';

/** The case has come to its end in the state that it is in. */
export function end(row: CaseRow, outcome: string): void {
  row.closedAt = row.stateSince;
  row.outcome = outcome;
}
