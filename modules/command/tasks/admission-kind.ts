import { type Actor, reachesArea, unitsFor } from '@gongzhi/contract/actor';
import { defineKind, type Kind, openParts, type Snapshot } from '@gongzhi/matters';
import { lifecycle } from '@gongzhi/platform/lifecycle';
import { type AdmissionAnswers, admissionChange } from './rules/admission-changes.ts';
import { AdmissionDetails } from './rules/admission-details.ts';
import { admissionGuards } from './rules/admission-guards.ts';
import { inputs } from './rules/inputs.ts';

/** The gate in front of the communities: a department applies, the district decides in its term, what was admitted is valid for its own. */
export const admissionTable = lifecycle({
  initial: 'applied',
  states: {
    applied: { zh: '待审定', en: 'Applied', phase: 'open', tone: 'new' },
    returned: { zh: '待补正', en: 'To be supplemented', phase: 'waiting', tone: 'wait' },
    admitted: { zh: '已准入', en: 'Admitted', phase: 'waiting', tone: 'good' },
    refused: { zh: '不予准入', en: 'Refused', phase: 'ended', tone: 'stop' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', phase: 'ended', tone: 'stop' },
    over: { zh: '准入已结束', en: 'Over', phase: 'ended', tone: 'stop' },
  },
  clocks: { decide: { zh: '准入审定', en: 'Decision on admission' } },
  actions: {
    'ask-supplement': {
      zh: '要求补正',
      en: 'Ask for a supplement',
      from: ['applied'],
      to: 'returned',
      who: ['decider'],
      input: inputs.reason,
      pauses: ['decide'],
    },
    supplement: {
      zh: '补正',
      en: 'Supplement',
      from: ['returned'],
      to: 'applied',
      who: ['applicant'],
      input: inputs.supplement,
      resumes: ['decide'],
      weight: 'primary',
    },
    admit: {
      zh: '准予进入',
      en: 'Admit',
      from: ['applied'],
      to: 'admitted',
      who: ['decider'],
      when: ['not-forbidden', 'budget-follows', 'term-ahead'],
      input: inputs.optionalNote,
      stops: ['decide'],
      weight: 'primary',
    },
    refuse: {
      zh: '不予准入',
      en: 'Refuse',
      from: ['applied'],
      to: 'refused',
      who: ['decider'],
      input: inputs.reason,
      stops: ['decide'],
      weight: 'danger',
    },
    withdraw: {
      zh: '撤回申请',
      en: 'Withdraw',
      from: ['applied', 'returned'],
      to: 'withdrawn',
      who: ['applicant'],
      input: inputs.reason,
      stops: ['decide'],
      weight: 'danger',
    },
    place: {
      zh: '分解下达',
      en: 'Place in communities',
      from: ['admitted'],
      to: 'same',
      who: ['applicant'],
      when: ['term-ahead'],
      input: inputs.place,
      offered: false,
    },
    end: {
      zh: '提前结束',
      en: 'End early',
      from: ['admitted'],
      to: 'over',
      who: ['applicant', 'decider'],
      input: inputs.reason,
      weight: 'danger',
    },
    expire: { zh: '期限届满', en: 'Term over', from: ['admitted'], to: 'over', who: ['system'], when: ['term-passed'], offered: false },
    note: {
      zh: '备注',
      en: 'Note',
      from: ['applied', 'returned', 'admitted', 'refused', 'withdrawn', 'over'],
      to: 'same',
      who: ['applicant', 'decider'],
      input: inputs.note,
    },
  },
});

function capacities(matter: Snapshot, actor: Actor): Set<string> {
  const found = new Set<string>();
  if (actor.kind === 'system') found.add('system');
  if (reachesArea(actor, 'task.decide', matter.areaCode)) found.add('decider');
  const units = unitsFor(actor, 'task.apply');
  if (openParts(matter).some((part) => part.role === 'lead' && units.includes(part.organisationId))) found.add('applicant');
  return found;
}

/** The kind `task-admission`. */
export function admissionKind(answers: AdmissionAnswers): Kind {
  return defineKind({
    kind: 'task-admission',
    name: { zh: '任务准入', en: 'Task admission' },
    prefix: 'ZR',
    table: admissionTable,
    outcomes: {
      refused: { zh: '不予准入', en: 'Refused' },
      withdrawn: { zh: '撤回', en: 'Withdrawn' },
      ended: { zh: '提前结束', en: 'Ended early' },
      expired: { zh: '期限届满', en: 'Term over' },
    },
    outcomeOf: { refuse: 'refused', withdraw: 'withdrawn', end: 'ended', expire: 'expired' },
    details: AdmissionDetails,
    mainClocks: ['decide'],
    capacities,
    guards: admissionGuards,
    // The one clock begins with the application and is never started again.
    term: () => null,
    change: (action, context) => admissionChange(action, context, answers),
    factData: (matter) => ({ departmentId: matter.details.departmentId }),
    turns: { decider: { permission: 'task.decide', states: ['applied'] } },
  });
}
