import { type Actor, reachesArea, unitsFor } from '@gongzhi/contract/actor';
import { defineKind, type Kind, openParts, type Snapshot } from '@gongzhi/matters';
import { lifecycle } from '@gongzhi/platform/lifecycle';
import { inputs } from './rules/inputs.ts';
import { taskChange } from './rules/task-changes.ts';
import { TaskDetails } from './rules/task-details.ts';
import { taskGuards } from './rules/task-guards.ts';
import { taskTerm } from './rules/task-terms.ts';

/** One department's work in one community: taken on or refused, done turn by turn, confirmed by the department. */
export const taskTable = lifecycle({
  initial: 'placed',
  states: {
    placed: { zh: '待接收', en: 'Placed', phase: 'open', tone: 'turn' },
    doing: { zh: '落实中', en: 'Being done', phase: 'open', tone: 'busy' },
    reported: { zh: '待确认', en: 'Reported done', phase: 'open', tone: 'turn' },
    done: { zh: '已完成', en: 'Done', phase: 'ended', tone: 'good' },
    refused: { zh: '已拒绝', en: 'Refused', phase: 'ended', tone: 'stop' },
    cancelled: { zh: '已取消', en: 'Cancelled', phase: 'ended', tone: 'stop' },
  },
  clocks: {
    accept: { zh: '接收', en: 'Taking on' },
    do: { zh: '落实', en: 'Doing' },
    confirm: { zh: '确认', en: 'Confirmation' },
  },
  actions: {
    accept: {
      zh: '接收',
      en: 'Take on',
      from: ['placed'],
      to: 'doing',
      who: ['community'],
      input: inputs.optionalNote,
      stops: ['accept'],
      weight: 'primary',
    },
    refuse: {
      zh: '拒绝接收',
      en: 'Refuse',
      from: ['placed', 'doing'],
      to: 'refused',
      who: ['community'],
      when: ['refusable'],
      input: inputs.optionalNote,
      stops: ['accept', 'do'],
      weight: 'danger',
      help: {
        zh: '未经准入或准入期已过的任务可以拒绝，依据会写入记录',
        en: 'Work that was not admitted may be refused; the rule goes on record',
      },
    },
    report: {
      zh: '报告完成',
      en: 'Report done',
      from: ['doing'],
      to: 'reported',
      who: ['community'],
      input: inputs.done,
      starts: ['confirm'],
      stops: ['do'],
      weight: 'primary',
    },
    confirm: {
      zh: '确认完成',
      en: 'Confirm',
      from: ['reported'],
      to: 'done',
      who: ['department'],
      input: inputs.optionalNote,
      stops: ['confirm'],
      weight: 'primary',
    },
    return: {
      zh: '退回补做',
      en: 'Send back',
      from: ['reported'],
      to: 'doing',
      who: ['department'],
      input: inputs.reason,
      starts: ['do'],
      stops: ['confirm'],
      weight: 'danger',
    },
    cancel: {
      zh: '取消任务',
      en: 'Cancel',
      from: ['placed', 'doing', 'reported'],
      to: 'cancelled',
      who: ['department'],
      input: inputs.reason,
      stops: ['accept', 'do', 'confirm'],
      weight: 'danger',
    },
    note: {
      zh: '备注',
      en: 'Note',
      from: ['placed', 'doing', 'reported', 'done', 'refused', 'cancelled'],
      to: 'same',
      who: ['community', 'department'],
      input: inputs.note,
    },
  },
});

function capacities(matter: Snapshot, actor: Actor): Set<string> {
  const found = new Set<string>();
  if (reachesArea(actor, 'task.do', matter.areaCode)) found.add('community');
  const units = unitsFor(actor, 'task.apply');
  if (openParts(matter).some((part) => part.role === 'supervise' && units.includes(part.organisationId))) found.add('department');
  return found;
}

/** The kind `task`. */
export function taskKind(after: NonNullable<Kind['after']>): Kind {
  return defineKind({
    kind: 'task',
    name: { zh: '部门任务', en: 'Department task' },
    prefix: 'RW',
    table: taskTable,
    outcomes: {
      done: { zh: '已完成', en: 'Done' },
      refused: { zh: '社区拒绝', en: 'Refused by the community' },
      cancelled: { zh: '部门取消', en: 'Cancelled by the department' },
    },
    outcomeOf: { refuse: 'refused', confirm: 'done', cancel: 'cancelled' },
    details: TaskDetails,
    mainClocks: ['confirm', 'do', 'accept'],
    capacities,
    guards: taskGuards,
    term: taskTerm,
    change: taskChange,
    factData: (matter) => ({ departmentId: matter.details.departmentId }),
    turns: { community: { permission: 'task.do', states: ['placed', 'doing'] } },
    transactional: ['accept', 'refuse', 'report', 'confirm', 'return', 'cancel'],
    after,
  });
}
