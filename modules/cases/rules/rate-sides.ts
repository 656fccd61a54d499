import type { RateName } from '@gongzhi/contract/cases';
import { grades, type Measure } from './measures.ts';

/**
 * A rate as two sets of counted events: those for it and those against it; together they are what it is measured on. `standing` is what
 * stands open past its due time and counts against it as long as it does.
 */
export interface RateSides {
  good: readonly Measure[];
  bad: readonly Measure[];
  standing?: 'overdue' | 'contact';
}

/** A rate as a part of something that it does not divide: returned of dispatched, filed of reported. */
export interface RateShare {
  part: readonly Measure[];
  whole: readonly Measure[];
}

export type SplitRate = Extract<RateName, 'response' | 'resolution' | 'satisfaction' | 'onTime' | 'pass'>;
export type ShareRate = Extract<RateName, 'rework' | 'return' | 'effective'>;

export function splitRates(satisfiedFrom: number): Record<SplitRate, RateSides> {
  return {
    response: { good: ['contacted'], bad: ['uncontacted'], standing: 'contact' },
    resolution: { good: ['solved'], bad: ['unsolved'] },
    satisfaction: { good: grades.slice(satisfiedFrom - 1), bad: grades.slice(0, satisfiedFrom - 1) },
    onTime: { good: ['closedInTime'], bad: ['closedLate'], standing: 'overdue' },
    pass: { good: ['passed'], bad: ['verifiedAgain'] },
  };
}

export const shareRates: Record<ShareRate, RateShare> = {
  rework: { part: ['reworked'], whole: ['handled'] },
  return: { part: ['returned'], whole: ['dispatched'] },
  effective: { part: ['filed'], whole: ['reported'] },
};
