import type { Fact } from '@gongzhi/platform/outbox';

/** How a matter stands after a batch of facts, as far as the board counts it. */
export interface BoardChange {
  matterId: string;
  kind: string;
  areaCode: string;
  category: string | null;
  /** Set where the matter was opened in the batch. */
  reportedAt: Date | null;
  /** An ending before the batch is taken back. */
  reopened: boolean;
  /** Set where the matter stands ended after the batch and was not so counted before. */
  endedAt: Date | null;
  late: boolean;
}

interface Data {
  kind?: unknown;
  from?: unknown;
  category?: string | null;
  openedAt?: string;
  dueAt?: string | null;
  closedAt?: string | null;
  previousClosedAt?: string | null;
}

/** Facts of acts on matters, folded to one change a matter; other facts say nothing to the board. */
export function boardChanges(facts: readonly Pick<Fact, 'subject' | 'areaCode' | 'data'>[]): BoardChange[] {
  const changes = new Map<string, BoardChange>();
  for (const fact of facts) {
    const data = fact.data as Data;
    if (!fact.subject || !fact.areaCode || typeof data.kind !== 'string' || data.openedAt === undefined || data.from === undefined)
      continue;
    const change: BoardChange = changes.get(fact.subject) ?? {
      matterId: fact.subject,
      kind: data.kind,
      areaCode: fact.areaCode,
      category: null,
      reportedAt: null,
      reopened: false,
      endedAt: null,
      late: false,
    };
    change.areaCode = fact.areaCode;
    change.category = data.category ?? null;
    if (data.from === null) change.reportedAt = new Date(data.openedAt);
    const closedAt = data.closedAt ? new Date(data.closedAt) : null;
    if (closedAt && !data.previousClosedAt) {
      change.endedAt = closedAt;
      change.late = Boolean(data.dueAt) && closedAt > new Date(data.dueAt as string);
    }
    if (!closedAt && data.previousClosedAt) {
      if (!change.endedAt) change.reopened = true;
      change.endedAt = null;
    }
    changes.set(fact.subject, change);
  }
  return [...changes.values()].filter((change) => change.reportedAt || change.reopened || change.endedAt);
}
