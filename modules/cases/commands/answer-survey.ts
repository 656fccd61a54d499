import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { BodyOf } from '@gongzhi/contract/route';
import { fieldProblem, Refusal } from '@gongzhi/platform/problems';
import type { CasesCore } from '../cases.ts';
import { caseProblems } from '../problems.ts';
import { openSurvey } from '../queries/read-survey.ts';
import { answeredInput } from '../rules/answered-input.ts';
import { useSurvey } from '../store/surveys.ts';

/**
 * Answers a survey, once for each closing: the answer is the reporter's own rating, written together with the use of the link. Refuses a
 * link that was used, also when the reporter has rated in another way, and an answer that says nothing.
 */
export async function answerSurvey(core: CasesCore, token: string, body: BodyOf<typeof cases.answerSurvey>): Promise<void> {
  const { matter, used } = await openSurvey(core, token);
  if (used) throw caseProblems['survey-used']();
  const input = answeredInput(body);
  if (input.contacted === undefined && input.resolved === undefined && input.satisfaction === undefined)
    throw fieldProblem('satisfaction', 'nothing is answered', 'contacted, resolved or satisfaction');
  const reporter: Actor = { kind: 'resident', id: matter.reporterId, name: '诉求人', posts: [] };
  // What may have to be read before the act is read now: inside the transaction only its own connection may be used.
  await core.territory.calendarFor(matter.areaCode);
  await core.database.transaction(async (tx) => {
    if (!(await useSurvey(tx, matter.id, core.now?.() ?? new Date()))) throw caseProblems['survey-used']();
    try {
      await core.matters.act(reporter, matter.number, 'rate', null, input, tx);
    } catch (error) {
      throw error instanceof Refusal && error.code === 'already-rated' ? caseProblems['survey-used']() : error;
    }
  });
}
