import { system } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { Snapshot } from '@gongzhi/matters';
import type { CasesCore } from '../cases.ts';
import { caseProblems } from '../problems.ts';
import type { CaseDetails } from '../rules/case-details.ts';
import { surveyTokenHash } from '../rules/survey-token.ts';
import { findSurvey } from '../store/surveys.ts';

export interface OpenSurvey {
  matter: Snapshot;
  used: boolean;
}

/** The survey behind a link, used or not. Refuses an unknown and an expired link alike: the one cannot be told from the other. */
export async function openSurvey(core: CasesCore, token: string): Promise<OpenSurvey> {
  const survey = await findSurvey(core.database, surveyTokenHash(token));
  if (!survey || survey.expiresAt <= (core.now?.() ?? new Date())) throw caseProblems['token-unknown']();
  const [summary] = await core.matters.summaries([survey.matterId]);
  if (!summary) throw caseProblems['token-unknown']();
  return { matter: await core.matters.snapshot(system, summary.number), used: survey.usedAt !== null };
}

/** What the survey asks about, as the reporter may read it. */
export async function readSurvey(core: CasesCore, token: string): Promise<AnswerOf<typeof cases.readSurvey>> {
  const { matter, used } = await openSurvey(core, token);
  const details = matter.details as CaseDetails;
  const units = await core.organisations.directory();
  return {
    number: matter.number,
    title: matter.title,
    owner: matter.leadId === null ? null : units.name(matter.leadId),
    result: details.reply ?? details.result,
    closedAt: matter.closedAt?.toISOString() ?? null,
    used: used || details.reporterRated,
  };
}
