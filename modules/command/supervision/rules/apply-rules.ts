import type { SupervisionRule } from '@gongzhi/contract/supervision';
import type { RunningClock } from '@gongzhi/matters';

export interface Watched extends RunningClock {
  fired: number;
}

/** When a percentage of the span of a clock has passed. */
export function momentOf(clock: Pick<RunningClock, 'startedAt' | 'dueAt'>, percent: number): Date {
  return new Date(clock.startedAt.getTime() + ((clock.dueAt.getTime() - clock.startedAt.getTime()) * percent) / 100);
}

const rulesOf = (rules: readonly SupervisionRule[], clock: Pick<RunningClock, 'kind' | 'name'>) =>
  rules.filter((rule) => rule.active && rule.on === 'clock' && rule.kind === clock.kind && rule.clock === clock.name && rule.percent);

/** When the next rule of a clock is due; null: no rule waits for it any more. */
export function nextMoment(rules: readonly SupervisionRule[], clock: Watched): Date | null {
  const waiting = rulesOf(rules, clock)
    .map((rule) => rule.percent as number)
    .filter((percent) => percent > clock.fired);
  return waiting.length === 0 ? null : momentOf(clock, Math.min(...waiting));
}

/**
 * The rule that a clock leads to now: the one with the highest percentage that has passed and has not led to a card. Lower ones that passed meanwhile are
 * left out: a unit that is past its time is not reminded of half of it.
 */
export function dueRule(rules: readonly SupervisionRule[], clock: Watched, now: Date): SupervisionRule | null {
  const due = rulesOf(rules, clock)
    .filter((rule) => (rule.percent as number) > clock.fired && momentOf(clock, rule.percent as number) <= now)
    .toSorted((a, b) => (b.percent as number) - (a.percent as number));
  return due[0] ?? null;
}

export interface SeenFact {
  id: number;
  name: string;
  data: {
    reopens?: number;
    reworks?: number;
    leadId?: string | null;
    previousLeadId?: string | null;
    ratings?: { by: string; satisfaction?: number | null; resolved?: boolean | null }[];
    data?: { unit?: string; satisfaction?: number };
  };
}

/** What a fact leads to by a rule: the unit that answers and what was seen; null: nothing. */
export function judgeFact(rule: SupervisionRule, fact: SeenFact): { organisationId: string; facts: Record<string, unknown> } | null {
  const { data } = fact;
  const unit = data.leadId ?? data.previousLeadId ?? null;
  if (rule.on === 'reopened' && fact.name === 'case-reopen' && unit && (data.reopens ?? 1) >= (rule.times ?? 1))
    return { organisationId: unit, facts: { reopens: data.reopens ?? 1 } };
  if (rule.on === 'reworked' && fact.name === 'case-rework' && unit && (data.reworks ?? 1) >= (rule.times ?? 2))
    return { organisationId: unit, facts: { reworks: data.reworks ?? 1 } };
  if (rule.on !== 'poor-rating') return null;
  const most = rule.atMost ?? 2;
  if (fact.name === 'whistle-rate-unit' && data.data?.unit && (data.data.satisfaction ?? 5) <= most)
    return { organisationId: data.data.unit, facts: { satisfaction: data.data.satisfaction, by: 'whistler' } };
  const poor = data.ratings?.find((rating) => rating.by !== 'whistler' && rating.by !== 'responder' && (rating.satisfaction ?? 5) <= most);
  return poor && unit && fact.name.startsWith('case-')
    ? { organisationId: unit, facts: { satisfaction: poor.satisfaction, by: poor.by } }
    : null;
}

/** Facts at which rules look. */
export const watchedFacts = ['case-reopen', 'case-rework', 'case-rate', 'case-call-back', 'whistle-rate-unit'];
