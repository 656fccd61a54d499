import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import type { CasesCore, CasesPart } from '../cases.ts';
import { answerSurvey } from '../commands/answer-survey.ts';
import { recordCallBack } from '../commands/record-call-back.ts';
import { surveyConsumer } from '../consumers/issue-surveys.ts';
import { callBackList } from '../queries/call-back-list.ts';
import { readSurvey } from '../queries/read-survey.ts';

/** How satisfied reporters are: asked by telephone, or by themselves with a link. */
export function callBackPart(core: CasesCore): CasesPart {
  return {
    routes: [
      bind(cases.callBackList, ({ actor, query }) => callBackList(core, actor, query)),
      bind(cases.callBack, ({ actor, params, body }) => recordCallBack(core, actor, params.number, body)),
      bind(cases.readSurvey, ({ params }) => readSurvey(core, params.token)),
      bind(cases.answerSurvey, async ({ params, body }) => answerSurvey(core, params.token, body)),
    ],
    consumers: [surveyConsumer(core)],
  };
}
