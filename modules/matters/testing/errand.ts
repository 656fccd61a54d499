import { type Actor, reachesArea, unitsFor } from '@gongzhi/contract/actor';
import { lifecycle } from '@gongzhi/platform/lifecycle';
import { Refusal } from '@gongzhi/platform/problems';
import { z } from 'zod';
import { defineKind, type Kind } from '../kind.ts';
import { openParts, type Snapshot } from '../rules/snapshot.ts';

const any = ['asked', 'given', 'doing', 'held', 'done', 'filed', 'dropped'] as const;
const reason = z.object({ reason: z.string().min(2) });
const optionalNote = z.object({ note: z.string().optional() });

/** A small kind with everything that a kind can have: parts, clocks with pauses, guards, children, an end that can be undone. */
export const errandTable = lifecycle({
  initial: 'asked',
  states: {
    asked: { zh: '待交办', en: 'Asked', phase: 'open', tone: 'new' },
    given: { zh: '待接收', en: 'Given', phase: 'open', tone: 'turn' },
    doing: { zh: '办理中', en: 'Doing', phase: 'open', tone: 'busy' },
    held: { zh: '已挂起', en: 'Held', phase: 'waiting', tone: 'wait' },
    done: { zh: '已完成', en: 'Done', phase: 'ended', tone: 'good' },
    filed: { zh: '已归档', en: 'Filed away', phase: 'ended', tone: 'stop' },
    dropped: { zh: '已放弃', en: 'Dropped', phase: 'ended', tone: 'stop' },
  },
  clocks: { do: { zh: '办结', en: 'Doing' }, take: { zh: '接收', en: 'Taking' }, ask: { zh: '回访', en: 'Asking back' } },
  actions: {
    give: {
      zh: '交办',
      en: 'Give',
      from: ['asked'],
      to: 'given',
      who: ['giver'],
      input: z.object({ organisationId: z.uuid() }),
      starts: ['do'],
      visibility: 'public',
      weight: 'primary',
    },
    take: { zh: '接收', en: 'Take', from: ['given'], to: 'doing', who: ['lead'], stops: ['take'], visibility: 'public', weight: 'primary' },
    hold: {
      zh: '挂起',
      en: 'Hold',
      from: ['doing'],
      to: 'held',
      who: ['lead', 'giver'],
      input: reason,
      pauses: ['do'],
      visibility: 'reporter',
    },
    'go-on': { zh: '恢复', en: 'Go on', from: ['held'], to: 'doing', who: ['lead', 'giver'], resumes: ['do'] },
    finish: {
      zh: '完成',
      en: 'Finish',
      from: ['doing'],
      to: 'done',
      who: ['lead'],
      when: ['children-ended'],
      input: optionalNote,
      stops: ['do'],
      starts: ['ask'],
      visibility: 'public',
    },
    'file-away': { zh: '归档', en: 'File away', from: ['done'], to: 'filed', who: ['giver', 'system'], stops: ['ask'] },
    'take-up-again': {
      zh: '重办',
      en: 'Take up again',
      from: ['done'],
      to: 'asked',
      who: ['giver', 'asker'],
      input: reason,
      stops: ['ask'],
      visibility: 'public',
    },
    drop: {
      zh: '放弃',
      en: 'Drop',
      from: ['asked', 'given', 'doing', 'held'],
      to: 'dropped',
      who: ['giver', 'asker'],
      input: reason,
      stops: ['do', 'take'],
      visibility: 'public',
      weight: 'danger',
    },
    rename: {
      zh: '更名',
      en: 'Rename',
      from: ['asked', 'given', 'doing'],
      to: 'same',
      who: ['giver'],
      input: z.object({ title: z.string().min(1) }),
    },
    divide: {
      zh: '拆分',
      en: 'Divide',
      from: ['asked', 'doing'],
      to: 'same',
      who: ['giver'],
      input: z.object({ titles: z.array(z.string().min(1)).min(1), fail: z.boolean().optional() }),
    },
    note: {
      zh: '备注',
      en: 'Note',
      from: [...any],
      to: 'same',
      who: ['giver', 'lead', 'system'],
      input: z.object({ note: z.string().min(1), seen: z.coerce.date().optional() }),
    },
    judge: {
      zh: '评价',
      en: 'Judge',
      from: ['done'],
      to: 'same',
      who: ['asker'],
      input: z.object({ satisfaction: z.number().int().min(1).max(5) }),
      visibility: 'reporter',
    },
    publish: { zh: '公开', en: 'Publish', from: [...any], to: 'same', who: ['giver'], visibility: 'public' },
  },
});

/** Capacities by area for `case.dispatch`, by part for `case.handle`, and the resident who asked. */
function capacities(matter: Snapshot, actor: Actor): Set<string> {
  const found = new Set<string>();
  if (actor.kind === 'system') found.add('system');
  if (actor.kind === 'resident' && matter.reporterId === actor.id) found.add('asker');
  if (reachesArea(actor, 'case.dispatch', matter.areaCode)) found.add('giver');
  const units = unitsFor(actor, 'case.handle');
  if (openParts(matter).some((part) => part.role === 'lead' && units.includes(part.organisationId))) found.add('lead');
  return found;
}

export const errand: Kind = defineKind({
  kind: 'errand',
  name: { zh: '差事', en: 'Errand' },
  prefix: 'ER',
  table: errandTable,
  outcomes: { done: { zh: '已完成', en: 'Done' }, dropped: { zh: '已放弃', en: 'Dropped' } },
  outcomeOf: { finish: 'done', 'file-away': 'done', drop: 'dropped' },
  details: z.object({ weight: z.number().default(1), secret: z.string().optional() }),
  reporterDetails: ['weight'],
  mainClocks: ['do'],
  turns: { giver: { permission: 'case.dispatch', states: ['asked'], pending: true } },
  transactional: ['divide'],
  rewords: ['rename'],
  capacities,
  guards: {
    'children-ended': ({ matter }) => (matter.openChildren > 0 ? new Refusal('children-open', 409, 'Children are still open') : null),
  },
  term: (clock) => ({ limit: clock === 'do' ? { amount: 5, unit: 'working-day' } : { amount: 2, unit: 'day' }, rule: `rule of ${clock}` }),
  change(action, { input, matter, capacities: hands }) {
    const { organisationId, reason: why, note, title, satisfaction, seen } = input as Record<string, never>;
    switch (action) {
      case 'give':
        return {
          matter: { leadId: organisationId },
          newParts: [{ organisationId, role: 'lead' }],
          starts: [{ name: 'take', organisationId, limit: { amount: 4, unit: 'hour' }, rule: 'rule of take' }],
          data: { organisationId },
        };
      case 'hold':
        return { note: why, pause: { reason: why, approvedBy: hands.has('giver') ? 'giver' : null } };
      case 'finish':
      case 'drop':
      case 'take-up-again':
        return {
          note: why ?? note ?? null,
          parts: openParts(matter).map((part) => ({ id: part.id, endedAt: new Date(), doneAt: action === 'finish' ? new Date() : null })),
        };
      case 'rename':
        return { matter: { title }, data: { before: matter.title } };
      case 'judge':
        return { ratings: [{ by: 'reporter', satisfaction }] };
      case 'publish':
        return { matter: { public: true } };
      case 'note':
        return { note, ...(seen ? { data: { seen } } : {}) };
      default:
        return { note: why ?? null };
    }
  },
  async after(tx, { acted, context, matters }) {
    const { titles, fail } = context.input as { titles: string[]; fail?: boolean };
    for (const title of titles)
      await matters.open(
        errand,
        context.actor,
        { ...newErrand({ title, areaCode: context.matter.areaCode }), parentId: context.matter.id },
        firstOf,
        tx,
      );
    if (fail) throw new Error(`the follow-up of ${acted.number} failed`);
  },
});

export const firstOf = { action: 'ask', clocks: [] };

/** A new errand with whatever differs from the usual. */
export function newErrand(differing: Partial<Parameters<import('../create-matters.ts').Matters['open']>[2]> = {}) {
  return {
    areaCode: '990101001001',
    category: '0101',
    title: '路灯不亮',
    body: '人民路三号门口的路灯三天不亮',
    address: '人民路3号',
    longitude: 121.5,
    latitude: 31.2,
    channel: 'resident',
    urgency: 1,
    reporterId: null,
    confidential: false,
    openedAt: new Date('2026-03-02T01:00:00Z'),
    details: {},
    ...differing,
  };
}
