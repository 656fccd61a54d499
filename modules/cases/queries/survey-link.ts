import type { CasesDeps } from '../cases.ts';
import { surveyPurpose, surveyToken } from '../rules/survey-token.ts';

/** The link to the survey of a case, for the message to its reporter. Computed, not looked up: it may be asked for inside any transaction. */
export function surveyLink(deps: Pick<CasesDeps, 'secret' | 'publicUrl'>, matterId: string): string {
  return `${deps.publicUrl?.replace(/\/$/, '') ?? ''}/survey/${surveyToken(deps.secret(surveyPurpose), matterId)}`;
}
