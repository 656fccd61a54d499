import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import { type ActContext, type Change, defineKind, type Kind, type Snapshot } from '@gongzhi/matters';
import { lifecycle } from '@gongzhi/platform/lifecycle';
import { commandProblems } from '../problems.ts';
import { inputs } from './rules/inputs.ts';
import { MusterDetails } from './rules/muster-details.ts';

/** An emergency muster: people are called, work under one command, are accounted for, and are sent home with a report. */
export const musterTable = lifecycle({
  initial: 'called',
  states: {
    called: { zh: '集结中', en: 'Called', phase: 'open', tone: 'turn' },
    engaged: { zh: '处置中', en: 'Engaged', phase: 'open', tone: 'busy' },
    'stood-down': { zh: '已撤收', en: 'Stood down', phase: 'waiting', tone: 'wait' },
    reported: { zh: '已总结', en: 'Reported', phase: 'ended', tone: 'good' },
    cancelled: { zh: '已取消', en: 'Cancelled', phase: 'ended', tone: 'stop' },
  },
  clocks: { report: { zh: '总结', en: 'Report' } },
  actions: {
    engage: {
      zh: '开始处置',
      en: 'Engage',
      from: ['called'],
      to: 'engaged',
      who: ['commander'],
      input: inputs.optionalNote,
      weight: 'primary',
    },
    'call-more': {
      zh: '增援集结',
      en: 'Call more people',
      from: ['called', 'engaged'],
      to: 'same',
      who: ['commander'],
      input: inputs.callMore,
    },
    log: { zh: '情况记录', en: 'Situation', from: ['called', 'engaged', 'stood-down'], to: 'same', who: ['commander'], input: inputs.log },
    'stand-down': {
      zh: '撤收',
      en: 'Stand down',
      from: ['called', 'engaged'],
      to: 'stood-down',
      who: ['commander'],
      input: inputs.standDown,
      starts: ['report'],
      weight: 'primary',
    },
    report: {
      zh: '提交总结',
      en: 'Report',
      from: ['stood-down'],
      to: 'reported',
      who: ['commander'],
      input: inputs.report,
      stops: ['report'],
      weight: 'primary',
    },
    cancel: { zh: '取消集结', en: 'Cancel', from: ['called'], to: 'cancelled', who: ['commander'], input: inputs.reason, weight: 'danger' },
  },
});

function capacities(matter: Snapshot, actor: Actor): Set<string> {
  return new Set(reachesArea(actor, 'muster.call', matter.areaCode) ? ['commander'] : []);
}

function change(action: string, context: ActContext): Change {
  const input = context.input as Record<string, string | undefined>;
  const known = context.matter.details as unknown as MusterDetails;
  if (action === 'report') return { note: input.summary ?? null, matter: { details: { ...known, summary: input.summary ?? null } } };
  if (action === 'call-more') {
    const outside = (context.input.areas as string[]).find((code) => !reachesArea(context.actor, 'muster.call', code));
    if (outside) throw commandProblems['area-outside']({ detail: outside });
  }
  if (action === 'call-more') return { note: input.note ?? null, data: { areas: context.input.areas, skills: context.input.skills } };
  return { note: input.text ?? input.note ?? input.reason ?? input.despite ?? null };
}

/** The kind `muster`. */
export function musterKind(after: NonNullable<Kind['after']>): Kind {
  return defineKind({
    kind: 'muster',
    name: { zh: '应急集结', en: 'Muster' },
    prefix: 'JJ',
    table: musterTable,
    outcomes: { done: { zh: '已完成', en: 'Done' }, cancelled: { zh: '已取消', en: 'Cancelled' } },
    outcomeOf: { report: 'done', cancel: 'cancelled' },
    details: MusterDetails,
    mainClocks: ['report'],
    capacities,
    guards: {},
    term: () => ({ limit: { amount: 5, unit: 'working-day' }, rule: '集结总结：5 个工作日' }),
    change,
    factData: (matter) => ({ rehearsal: matter.details.rehearsal }),
    transactional: ['call-more', 'stand-down', 'cancel'],
    after,
  });
}
