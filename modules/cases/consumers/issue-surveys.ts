import type { FactConsumer } from '@gongzhi/platform/outbox';
import type { CasesCore } from '../cases.ts';
import { surveyPurpose, surveyToken, surveyTokenHash } from '../rules/survey-token.ts';
import { endSurveys, issueSurveys } from '../store/surveys.ts';

const dayMs = 86_400_000;
const closings = ['case-close', 'case-answer-directly'];
const endings = ['case-reopen', 'case-archive'];

/** A case that is closed and has a reporter gets a survey for as long as it can be reopened. History that is imported asks nobody. */
export function surveyConsumer(core: Pick<CasesCore, 'secret' | 'rules'>): FactConsumer {
  return {
    name: 'cases.surveys',
    facts: [...closings, ...endings],
    async consume(facts, tx) {
      const key = core.secret(surveyPurpose);
      const last = new Map(facts.flatMap((fact) => (fact.subject !== null && !fact.data.imported ? [[fact.subject, fact]] : [])));
      const issued: Parameters<typeof issueSurveys>[1][number][] = [];
      const ended: Parameters<typeof endSurveys>[1][number][] = [];
      for (const [matterId, { name, at, data }] of last) {
        if (endings.includes(name)) ended.push({ matterId, at });
        else if (data.reporterId)
          issued.push({
            matterId,
            tokenHash: surveyTokenHash(surveyToken(key, matterId)),
            expiresAt: new Date(at.getTime() + core.rules().reopenDays * dayMs),
          });
      }
      await issueSurveys(tx, issued);
      await endSurveys(tx, ended);
    },
  };
}
