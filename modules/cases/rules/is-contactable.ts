import type { Snapshot } from '@gongzhi/matters';
import type { CaseDetails } from './case-details.ts';

/**
 * Whether anybody can be contacted: a reporter who left a telephone number. Of a case without one no term to contact runs, so that the
 * response rate counts neither for nor against a unit what nobody could have done.
 */
export function isContactable(matter: Pick<Snapshot, 'reporterId' | 'details'>): boolean {
  return matter.reporterId !== null && (matter.details as Partial<CaseDetails>).contactable !== false;
}
