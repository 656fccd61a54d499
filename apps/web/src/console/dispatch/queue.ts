import type { MatterSummary } from '@gongzhi/contract/matters';

/** Lists of the desk: what of the ledger each one holds. */
export const queues = {
  waiting: { state: 'recorded,filed,objected' },
  recorded: { state: 'recorded' },
  filed: { state: 'filed' },
  asks: { pending: 'true' },
} as const;
export type QueueName = keyof typeof queues;

type Row = Pick<MatterSummary, 'number' | 'urgency' | 'dueAt' | 'openedAt'>;

/** The order of a desk: danger before urgent before ordinary, then what is due first, then what came first. */
export function byPressure(a: Row, b: Row): number {
  const due = (row: Row) => (row.dueAt ? Date.parse(row.dueAt) : Number.POSITIVE_INFINITY);
  const [one, other] = [due(a), due(b)];
  return b.urgency - a.urgency || (one === other ? 0 : one - other) || Date.parse(a.openedAt) - Date.parse(b.openedAt);
}

/** Every case of several lists once, in the order of the desk. */
export function merged<T extends Row>(lists: readonly (readonly T[])[]): T[] {
  const found = new Map<string, T>();
  for (const row of lists.flat()) if (!found.has(row.number)) found.set(row.number, row);
  return [...found.values()].sort(byPressure);
}

/**
 * The case to look at: the one that was chosen, or, where it has left the list, the one that stood after it. `before` is the list as it was.
 */
export function current(rows: readonly Pick<Row, 'number'>[], chosen: string | null, before: readonly string[]): string | null {
  const numbers = rows.map(({ number }) => number);
  if (chosen !== null && numbers.includes(chosen)) return chosen;
  if (chosen !== null) {
    const at = before.indexOf(chosen);
    const next = before.slice(at + 1).find((number) => numbers.includes(number));
    if (at >= 0 && next) return next;
  }
  return numbers[0] ?? null;
}
