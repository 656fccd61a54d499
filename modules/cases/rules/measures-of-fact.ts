import type { Fact } from '@gongzhi/platform/outbox';
import { caseTable } from '../kind.ts';
import { countedOutcomes, grades, type Measure } from './measures.ts';

export interface MeasuredEvent {
  measure: Measure;
  at: Date;
  unitId: string | null;
  /** When it should have been, of what came too late. */
  dueAt: Date | null;
}

/** What one fact of a case counts as, and whether it takes the last closing back. */
export interface Measured {
  events: MeasuredEvent[];
  takesBack: boolean;
}

interface Data {
  action: string;
  from: string | null;
  to: string;
  leadId?: string | null;
  previousLeadId?: string | null;
  openedAt: string;
  dueAt?: string | null;
  closedAt?: string | null;
  outcome?: string | null;
  stopped?: { name: string; breached: boolean; dueAt: string }[];
  ratings?: { resolved?: boolean | null; satisfaction?: number | null }[];
  data?: { first?: boolean };
}

const ended = (state: string | null) => state !== null && caseTable.states[state as keyof typeof caseTable.states]?.phase === 'ended';

/**
 * Counting by the default definitions of the field. A clock to contact the reporter counts as met when the reporter was reached in time, and
 * as missed when it was stopped too late or the case was fed back without contact; a unit that is relieved in time owes nothing.
 */
export function measuresOfFact({ at, data }: Pick<Fact, 'at' | 'data'>): Measured {
  const said = data as unknown as Data;
  const unitId = said.leadId ?? null;
  const before = said.previousLeadId ?? unitId;
  const events: MeasuredEvent[] = [];
  const count = (measure: Measure, unit: string | null = unitId, when = at, dueAt: Date | null = null) =>
    void events.push({ measure, at: when, unitId: unit, dueAt });

  switch (said.action) {
    case 'record':
      count('reported', null, new Date(said.openedAt));
      break;
    case 'file':
    case 'unjoin':
      count('filed', null);
      break;
    case 'dispatch':
    case 'reassign':
      count('dispatched');
      break;
    case 'return':
    case 'uphold-objection':
      count('returned');
      break;
    case 'feed-back':
      count('handled');
      break;
    case 'rework':
      count('reworked');
      break;
    case 'verify':
      count(said.data?.first ? 'passed' : 'verifiedAgain');
      break;
    case 'reopen':
      count('reopened');
      break;
  }
  if (said.action !== 'withdraw')
    for (const clock of said.stopped?.filter(({ name }) => name === 'contact') ?? []) {
      if (clock.breached) count('uncontacted', before, at, new Date(clock.dueAt));
      else if (said.action === 'feed-back') count('uncontacted', before);
      else if (said.action === 'contact') count('contacted', before);
    }
  for (const rating of said.ratings ?? []) {
    if (typeof rating.resolved === 'boolean') count(rating.resolved ? 'solved' : 'unsolved');
    const grade = rating.satisfaction && grades[rating.satisfaction - 1];
    if (grade) count(grade);
  }
  if (ended(said.to) && !ended(said.from) && said.closedAt) {
    const closedAt = new Date(said.closedAt);
    count('ended', unitId, closedAt);
    if ((countedOutcomes as readonly string[]).includes(said.outcome ?? '')) {
      if (!said.dueAt) count('closedUndated', unitId, closedAt);
      else if (closedAt > new Date(said.dueAt)) count('closedLate', unitId, closedAt, new Date(said.dueAt));
      else count('closedInTime', unitId, closedAt);
    }
  }
  return { events, takesBack: ended(said.from) && !ended(said.to) };
}
