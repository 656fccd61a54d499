/** The head of a matter, as the check of the ledger reads it. */
export interface LedgerHead {
  id: string;
  number: string;
  kind: string;
  state: string;
  version: number;
  entries: number;
  head: Buffer;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
}
/** An entry as a tuple, and `at` in milliseconds: a whole ledger of them is read at once. */
export type HistoryRow = [
  matterId: string,
  no: number,
  at: number,
  actorKind: string,
  actorId: string | null,
  action: string,
  from: string | null,
  to: string,
  visibility: string,
  note: string | null,
  data: unknown,
  salt: string | null,
  digest: string,
  hash: string,
  withdrawn: boolean,
];
export interface ClockState {
  id: string;
  matterId: string;
  name: string;
  startedAt: number;
  dueAt: number;
  stoppedAt: number | null;
  breached: boolean;
  paused: boolean;
  pauses: { from: number; to: number | null }[];
}
