import type { Ground, WhistleRules } from '@gongzhi/contract/whistles';
import { type Calendar, dueAt } from '@gongzhi/platform/working-time';
import type { ActorRow, ActRow, DemoClock, DemoPart, DemoRating } from '../cases/rows.ts';
import { HOUR, MINUTE } from '../cases/working-clock.ts';
import { timedIdOf } from '../ids.ts';
import type { Random } from '../random.ts';
import type { PoolCase } from './problem-pool.ts';

export interface ToldUnit {
  organisationId: string;
  role: 'lead' | 'assist';
  actor: ActorRow;
  signed: number;
  contacted: number;
  arrived: number;
  metres: number;
  proof: 'place' | 'code';
  done: number;
  rated: number;
  ratedBack: number;
}
interface Told {
  seed: number;
  index: number;
  at: number;
  now: number;
  stage: 'called' | 'answering' | 'settled' | 'closed';
  ground: Ground;
  title: string;
  place: PoolCase;
  problems: { title: string; category: string; caseId: string | null; caseNumber: string | null }[];
  units: ToldUnit[];
  whistler: ActorRow;
  whistlerId: string;
  rules: WhistleRules;
  calendar: Calendar;
  random: Random;
}

/** One whistle as it stands at `now`, with everything that led there. */
export interface WhistleRow {
  id: string;
  areaCode: string;
  category: string;
  title: string;
  body: string;
  address: string;
  location: [number, number];
  openedAt: Date;
  urgency: number;
  state: string;
  stateSince: Date;
  leadId: string;
  dueAt: Date;
  closedAt: Date | null;
  outcome: string | null;
  details: Record<string, unknown>;
  parts: Omit<DemoPart, 'id'>[];
  acts: ActRow[];
  clocks: Omit<DemoClock, 'id' | 'paused'>[];
  ratings: (Omit<DemoRating, 'id' | 'by'> & { by: 'whistler' | 'responder' })[];
  caseIds: string[];
}

const groundNames: Record<Ground, string> = { 'hard-problem': '群众诉求难题', 'joint-enforcement': '综合执法', emergency: '应急处置' };
const results = ['联合处置完毕，现场已恢复', '已整改到位，落实常态巡查', '各单位分工完成，问题已解决'];

/** Tells a whistle from its call to the evaluation of both sides, or up to the stage at which it stands. */
export function tellWhistle(told: Told): WhistleRow {
  const { at, stage, units, whistler, rules, ground, random } = told;
  const until = stage === 'called' ? at : told.now;
  const seen = (moment: number) => moment <= until;
  const planned: { at: number; actor: ActorRow; action: string; note: string | null; data: Record<string, unknown> | null }[] = [];
  const tell = (moment: number, actor: ActorRow, action: string, note: string | null, data: Record<string, unknown> | null) =>
    planned.push({ at: moment, actor, action, note, data });
  const answered = units.filter((_, n) => stage !== 'answering' || n === 0);
  if (stage !== 'called')
    for (const unit of answered) {
      tell(unit.signed, unit.actor, 'sign', null, { unit: unit.organisationId });
      tell(unit.contacted, unit.actor, 'contact', '已与街道对接，确定到场时间', { unit: unit.organisationId });
      tell(unit.arrived, unit.actor, 'arrive', null, { unit: unit.organisationId, metres: unit.metres, proof: unit.proof });
      if (stage !== 'answering') tell(unit.done, unit.actor, 'complete', '本单位任务已完成', { unit: unit.organisationId });
    }
  const settled = Math.max(...units.map((unit) => unit.done)) + HOUR;
  const closed = settled + (ground === 'emergency' ? random.between(0.5, 8) : random.between(2, 30)) * HOUR;
  const lead = units[0]!;
  const result = random.pick(results);
  if (stage === 'settled' || stage === 'closed') tell(settled, lead.actor, 'settle', result, null);
  if (stage === 'closed') {
    tell(closed, whistler, 'close', null, { result });
    units.forEach((unit, n) => {
      tell(closed + (n + 1) * 30 * MINUTE, whistler, 'rate-unit', null, { unit: unit.organisationId, satisfaction: unit.rated });
      tell(closed + (n + 1) * 3 * HOUR, unit.actor, 'rate-whistle', null, { unit: unit.organisationId, satisfaction: unit.ratedBack });
    });
  }
  // What would lie after now has not happened: of an open whistle the story stops there.
  const acts = walk(
    told,
    planned.filter((act) => seen(act.at)).toSorted((a, b) => a.at - b.at),
  );
  const last = acts.at(-1)!;
  const happened = new Set(acts.map((act) => `${act.action === 'sign-too' ? 'sign' : act.action} ${(act.data?.unit as string) ?? ''}`));
  const did = (action: string, unit = '') => happened.has(`${action} ${unit}`);
  const when = (yes: boolean, moment: number) => (yes ? new Date(moment) : null);
  const isClosed = did('close');
  const clock = (name: string, organisationId: string | null, limit: WhistleRules['confirm'], start: number, stopped: Date | null) => {
    const due = dueAt(told.calendar, new Date(start), limit);
    return {
      ...{
        name,
        organisationId,
        rule: `吹哨规则：${groundNames[ground]}`,
        calendar: told.calendar.id,
        limit,
        startedAt: new Date(start),
        dueAt: due,
      },
      ...{ stoppedAt: stopped, breached: stopped !== null && stopped > due, pauses: [] },
    };
  };
  const terms = rules.grounds[ground];
  const handle = clock('handle', null, terms.handle, at, when(isClosed, closed));
  const clocks = [
    handle,
    ...units.flatMap((unit) =>
      (['sign', 'contact', 'arrive'] as const).map((step) => {
        const moment = { sign: unit.signed, contact: unit.contacted, arrive: unit.arrived }[step];
        return clock(step, unit.organisationId, terms[step], at, when(did(step, unit.organisationId), moment));
      }),
    ),
    ...(did('settle') ? [clock('confirm', null, rules.confirm, settled, when(isClosed, closed))] : []),
    ...(isClosed
      ? [
          clock(
            'evaluate',
            null,
            rules.evaluate,
            closed,
            when(
              units.every((unit) => did('rate-whistle', unit.organisationId)),
              last.at.getTime(),
            ),
          ),
        ]
      : []),
  ];
  const ratings = acts
    .filter((act) => act.action === 'rate-unit' || act.action === 'rate-whistle')
    .map((act) => ({
      ...{ by: act.action === 'rate-unit' ? ('whistler' as const) : ('responder' as const), at: act.at, contacted: null, resolved: null },
      ...{ satisfaction: act.data?.satisfaction as number, reasons: [], comment: null },
    }));
  return {
    id: timedIdOf(told.seed, 'whistle', told.index, at),
    ...{
      areaCode: told.place.areaCode,
      category: told.place.category,
      title: told.title,
      address: told.place.address,
      location: told.place.location,
    },
    body: `${told.title}。涉及问题 ${told.problems.length} 件，请各单位按责任清单到场联合处置。`,
    ...{ openedAt: new Date(at), urgency: ground === 'emergency' ? 3 : 2, leadId: lead.organisationId, dueAt: handle.dueAt },
    ...{
      state: last.to,
      stateSince: acts.findLast((act) => act.from !== act.to)!.at,
      closedAt: when(isClosed, closed),
      outcome: isClosed ? 'solved' : null,
    },
    details: {
      ...{ ground, whistlerId: told.whistlerId, problems: told.problems, result: did('settle') ? result : null },
      units: units.map((unit) => ({
        ...{ organisationId: unit.organisationId, listed: true, why: '责任清单' },
        contactedAt: did('contact', unit.organisationId) ? new Date(unit.contacted).toISOString() : null,
        metres: did('arrive', unit.organisationId) ? unit.metres : null,
        proof: did('arrive', unit.organisationId) ? unit.proof : null,
        rated: did('rate-unit', unit.organisationId) ? unit.rated : null,
        ratedBack: did('rate-whistle', unit.organisationId) ? unit.ratedBack : null,
      })),
    },
    parts: units.map((unit) => ({
      ...{ organisationId: unit.organisationId, role: unit.role, assignedAt: new Date(at), endedAt: null, dueAt: handle.dueAt },
      signedAt: when(did('sign', unit.organisationId), unit.signed),
      arrivedAt: when(did('arrive', unit.organisationId), unit.arrived),
      doneAt: when(did('complete', unit.organisationId), unit.done),
      result: did('complete', unit.organisationId) ? '本单位任务已完成' : null,
    })),
    ...{ acts, clocks, ratings, caseIds: told.problems.flatMap((problem) => problem.caseId ?? []) },
  };
}

/** Puts the acts into the states of the life cycle. */
function walk(
  told: Told,
  planned: { at: number; actor: ActorRow; action: string; note: string | null; data: Record<string, unknown> | null }[],
): ActRow[] {
  const opening = { ground: told.ground, problems: told.problems.length, category: told.place.category, channel: 'grid' };
  const names = { lead: told.units[0]!.organisationId, assist: told.units.slice(1).map((unit) => unit.organisationId) };
  const base = { visibility: 'internal' as const };
  const acts: ActRow[] = [
    {
      ...base,
      action: 'raise',
      at: new Date(told.at),
      actor: told.whistler,
      from: null,
      to: 'raised',
      visibility: 'public',
      note: null,
      data: opening,
    },
    { ...base, action: 'call', at: new Date(told.at), actor: told.whistler, from: 'raised', to: 'called', note: null, data: names },
  ];
  const leads: Record<string, string> = { sign: 'answering', arrive: 'answering', settle: 'settled', close: 'closed' };
  for (const act of planned) {
    const from = acts.at(-1)!.to;
    const action = act.action === 'sign' && from !== 'called' ? 'sign-too' : act.action;
    acts.push({ ...base, action, at: new Date(act.at), actor: act.actor, from, to: leads[action] ?? from, note: act.note, data: act.data });
  }
  return acts;
}
