import { defineKind, type Kind } from '@gongzhi/matters';
import type { Limit } from '@gongzhi/platform/working-time';
import { caseOutcomes, caseTable, mainClocks } from './kind.ts';
import { caseCapacities } from './rules/case-capacities.ts';
import { type CaseAnswers, caseChange } from './rules/case-changes.ts';
import { CaseDetails } from './rules/case-details.ts';
import { caseGuards } from './rules/case-guards.ts';
import { type CaseRules, processTerm, resolveTerm } from './rules/case-terms.ts';
import { isContactable } from './rules/is-contactable.ts';

export interface CaseKindDeps {
  answers: CaseAnswers;
  /** The rules in force, kept fresh by the module. */
  rules(): CaseRules;
  /** What the responsibility list and the catalogue say about a category at a place. */
  limits(
    category: string | null,
    areaCode: string,
  ): Promise<{
    responsibility: Limit | null;
    category: { name: string; limit: Limit | null; class: 'danger' | 'utilities' | 'ordinary' | 'complex' } | undefined;
  }>;
  after: Kind['after'];
}

/** The kind `case`: the table of `kind.ts` with its rules. */
export function caseKind(deps: CaseKindDeps): Kind {
  return defineKind({
    kind: 'case',
    name: { zh: '诉求', en: 'Case' },
    prefix: 'GZ',
    table: caseTable,
    outcomes: caseOutcomes,
    outcomeOf: {
      reject: 'rejected',
      'answer-directly': 'explained',
      divert: 'diverted',
      withdraw: 'withdrawn',
      join: 'duplicate',
      close: 'solved',
      archive: 'solved',
    },
    details: CaseDetails,
    mainClocks,
    capacities: caseCapacities,
    guards: caseGuards(deps.rules),
    async term(clock, context) {
      if (clock === 'contact' && !isContactable(context.matter)) return null;
      if (clock !== 'resolve') return processTerm(clock, context.matter.urgency, deps.rules());
      const limits = await deps.limits(context.matter.category, context.matter.areaCode);
      return resolveTerm({ given: (context.input as { limit?: Limit }).limit, ...limits }, deps.rules());
    },
    change: (action, context) => caseChange(action, context, deps.answers),
    factData: (matter) => {
      const details = matter.details as CaseDetails;
      return { reworks: details.reworks, reopens: details.reopens, joinedTo: details.joinedTo };
    },
    turns: {
      filer: { permission: 'case.file', states: ['recorded'] },
      dispatcher: { permission: 'case.dispatch', states: ['filed', 'objected'], pending: true },
      verifier: { permission: 'case.verify', states: ['answered', 'verified'] },
    },
    reporterDetails: ['result', 'measure', 'reply', 'reporterRated'],
    rewords: ['correct'],
    transactional: ['split'],
    after: deps.after,
  });
}
