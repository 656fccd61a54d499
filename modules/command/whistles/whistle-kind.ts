import type { WhistleRules } from '@gongzhi/contract/whistles';
import { defineKind, type Kind } from '@gongzhi/matters';
import { whistleOutcomes, whistleTable } from './kind.ts';
import { whistleCapacities } from './rules/whistle-capacities.ts';
import { type WhistleAnswers, whistleChange } from './rules/whistle-changes.ts';
import { WhistleDetails } from './rules/whistle-details.ts';
import { whistleGuards } from './rules/whistle-guards.ts';
import { whistleTerm } from './rules/whistle-terms.ts';

/** The kind `whistle`: the table of `kind.ts` with its rules. */
export function whistleKind(answers: WhistleAnswers, rules: () => WhistleRules): Kind {
  return defineKind({
    kind: 'whistle',
    name: { zh: '哨单', en: 'Whistle' },
    prefix: 'CS',
    table: whistleTable,
    outcomes: whistleOutcomes,
    outcomeOf: { close: 'solved', withdraw: 'withdrawn' },
    details: WhistleDetails,
    mainClocks: ['handle'],
    capacities: whistleCapacities,
    guards: whistleGuards,
    term: (clock, context) => whistleTerm(clock, rules(), (context.matter.details as WhistleDetails).ground),
    change: (action, context) => whistleChange(action, context, answers),
    factData: (matter) => {
      const { ground, whistlerId, units } = matter.details as WhistleDetails;
      return { ground, whistlerId, units: units.map((unit) => unit.organisationId) };
    },
    turns: {
      whistler: { permission: 'whistle.blow', states: ['settled'] },
      designator: { permission: 'whistle.designate', states: [], pending: true },
    },
  });
}
