import type { WhistleRules } from '@gongzhi/contract/whistles';
import { type ActContext, type Change, openParts } from '@gongzhi/matters';
import { whistleProblems } from '../problems.ts';
import { judgeArrival } from './arrival.ts';
import { ownPart } from './whistle-capacities.ts';
import type { CalledUnit, ProblemItem, WhistleDetails } from './whistle-details.ts';
import { unitClocks } from './whistle-terms.ts';

/** What the changes need to ask of others; all of it is read, nothing written. */
export interface WhistleAnswers {
  rules(): WhistleRules;
  /** Refuses unknown and dissolved organisations; in the order asked. */
  units(ids: readonly string[], field: string): Promise<{ id: string; name: string }[]>;
  /** Why the responsibility list names each unit for these problems at the place; units that it does not name are absent. */
  listed(matter: { areaCode: string }, problems: readonly ProblemItem[]): Promise<Map<string, string>>;
  /** Refuses unless each case is open, within sight of the actor and in no open whistle. */
  cases(context: ActContext, numbers: readonly string[]): Promise<ProblemItem[]>;
  codeHolds(matterId: string, at: Date, code: string): boolean;
  toWgs84(place: { longitude: number; latitude: number; system: 'wgs84' | 'gcj02' | 'bd09' }): { longitude: number; latitude: number };
}

type Maker = (context: ActContext, answers: WhistleAnswers) => Promise<Change> | Change;
// Inputs have been checked against the schema of the action's row before a maker sees them.
// biome-ignore lint/suspicious/noExplicitAny: each maker knows the input of its own action
type Input = any;
const details = (context: ActContext) => context.matter.details as WhistleDetails;
const input = (context: ActContext) => context.input as Input;
const patched = (context: ActContext, patch: Partial<WhistleDetails>) => ({ ...details(context), ...patch });
const withUnit = (context: ActContext, organisationId: string, patch: Partial<CalledUnit>) =>
  patched(context, {
    units: details(context).units.map((unit) => (unit.organisationId === organisationId ? { ...unit, ...patch } : unit)),
  });
const noted = (context: ActContext): Change => ({ note: input(context).note ?? input(context).reason ?? null });
const pendingOf = (asks: WhistleDetails['asks']) => asks[0]?.kind ?? null;
const called = (unit: { id: string; name: string }, listed: boolean, why: string): CalledUnit => ({
  ...{ organisationId: unit.id, listed, why, contactedAt: null, metres: null },
  ...{ proof: null, rated: null, ratedBack: null },
});

const call: Maker = async (context, answers) => {
  const { lead, assist } = input(context) as { lead: string; assist: string[] };
  const units = await answers.units([...new Set([lead, ...assist])], 'input.lead');
  const list = await answers.listed(context.matter, details(context).problems);
  const outside = units.filter((unit) => !list.has(unit.id));
  if (outside.length > 0)
    throw whistleProblems['unit-outside-list']({
      detail: outside.map((unit) => unit.name).join('、'),
      errors: outside.map((unit) => ({ field: unit.id === lead ? 'input.lead' : 'input.assist', reason: `${unit.name}: not on the list` })),
      more: { accepted: [...list.keys()], outside: outside.map((unit) => unit.id) },
    });
  return {
    ...noted(context),
    matter: {
      leadId: lead,
      details: patched(context, { units: units.map((unit) => called(unit, true, list.get(unit.id) as string)) }),
    },
    data: { lead, assist: units.slice(1).map((unit) => unit.id), units: units.map((unit) => unit.name), ground: details(context).ground },
    newParts: units.map((unit) => ({ organisationId: unit.id, role: unit.id === lead ? ('lead' as const) : ('assist' as const) })),
    starts: units.flatMap((unit) => unitClocks(answers.rules(), details(context).ground, unit.id)),
  };
};

const sign: Maker = (context) => {
  const part = ownPart(context)!;
  return {
    ...noted(context),
    data: { unit: part.organisationId },
    parts: [{ id: part.id, signedAt: context.now }],
    stops: [{ name: 'sign', organisationId: part.organisationId }],
  };
};

const contact: Maker = (context) => {
  const { organisationId } = ownPart(context)!;
  return {
    ...noted(context),
    data: { unit: organisationId },
    matter: { details: withUnit(context, organisationId, { contactedAt: context.now.toISOString() }) },
    stops: [{ name: 'contact', organisationId }],
  };
};

const arrive: Maker = (context, answers) => {
  const part = ownPart(context)!;
  const { organisationId } = part;
  const { matter, now } = context;
  const { place, code, at } = input(context);
  const moment = at ? new Date(at) : null;
  const arrival = judgeArrival({
    ...{ now, at: moment, calledAt: part.assignedAt, limit: answers.rules().arrivalMetres },
    scene: matter.longitude === null || matter.latitude === null ? null : { longitude: matter.longitude, latitude: matter.latitude },
    place: place ? answers.toWgs84(place) : null,
    code: code === undefined ? null : answers.codeHolds(matter.id, moment ?? now, code),
  });
  // Who stands at the scene has signed and is in contact: in an emergency nobody types first.
  const contactedAt =
    details(context).units.find((unit) => unit.organisationId === organisationId)?.contactedAt ?? arrival.at.toISOString();
  return {
    ...noted(context),
    data: { unit: organisationId, at: arrival.at.toISOString(), metres: arrival.metres, proof: arrival.proof },
    matter: { details: withUnit(context, organisationId, { metres: arrival.metres, proof: arrival.proof, contactedAt }) },
    parts: [{ id: part.id, signedAt: part.signedAt ?? arrival.at, arrivedAt: arrival.at }],
    stops: ['sign', 'contact', 'arrive'].map((name) => ({ name, organisationId, at: arrival.at })),
  };
};

const object: Maker = (context) => {
  const { organisationId } = ownPart(context)!;
  const asks = [
    ...details(context).asks,
    { kind: 'objection' as const, organisationId, reason: input(context).reason, by: context.actor.name, at: context.now.toISOString() },
  ];
  return { ...noted(context), data: { unit: organisationId }, matter: { pending: pendingOf(asks), details: patched(context, { asks }) } };
};

/** Takes the ask of a unit off the list; refuses where it asked nothing of the kind. */
function decided(context: ActContext, kind: 'objection' | 'designation'): { asks: WhistleDetails['asks']; unit: string } {
  const { unit } = input(context) as { unit: string };
  const known = details(context).asks;
  const asks = known.filter((ask) => ask.kind !== kind || ask.organisationId !== unit);
  if (asks.length === known.length)
    throw whistleProblems['whistle-nothing-asked']({
      errors: [
        { field: 'input.unit', reason: `no ${kind} of this unit waits`, accepted: known.map((ask) => ask.organisationId).join(', ') },
      ],
    });
  return { asks, unit };
}
const stopDecide = (asks: WhistleDetails['asks']): Change => (asks.length === 0 ? { stops: [{ name: 'decide' }] } : {});

const uphold: Maker = (context) => {
  const { asks, unit } = decided(context, 'objection');
  const leaving = openParts(context.matter).filter((part) => part.organisationId === unit);
  const next = openParts(context.matter).find((part) => part.organisationId !== unit);
  return {
    ...noted(context),
    data: { unit },
    matter: {
      pending: pendingOf(asks),
      details: patched(context, { asks }),
      ...(context.matter.leadId === unit ? { leadId: next?.organisationId ?? null } : {}),
    },
    parts: leaving.map((part) => ({ id: part.id, endedAt: context.now })),
    stops: [...['sign', 'contact', 'arrive'].map((name) => ({ name, organisationId: unit })), ...(stopDecide(asks).stops ?? [])],
  };
};

const overrule: Maker = (context) => {
  const { asks, unit } = decided(context, 'objection');
  return {
    ...noted(context),
    ...stopDecide(asks),
    data: { unit },
    matter: { pending: pendingOf(asks), details: patched(context, { asks }) },
  };
};

const askDesignation: Maker = async (context, answers) => {
  const { unit, reason } = input(context) as { unit: string; reason: string };
  const [asked] = await answers.units([unit], 'input.unit');
  refuseCalled(context, [unit]);
  const asks = [
    ...details(context).asks.filter((ask) => ask.kind !== 'designation' || ask.organisationId !== unit),
    { kind: 'designation' as const, organisationId: unit, reason, by: context.actor.name, at: context.now.toISOString() },
  ];
  return {
    note: reason,
    data: { unit, unitName: asked?.name },
    matter: { pending: pendingOf(asks), details: patched(context, { asks }) },
  };
};

function refuseCalled(context: ActContext, ids: readonly string[]): void {
  const there = openParts(context.matter).filter((part) => ids.includes(part.organisationId));
  if (there.length > 0) throw whistleProblems['unit-called-already']({ more: { organisations: there.map((part) => part.organisationId) } });
}

const designate: Maker = async (context, answers) => {
  const { units: ids, reason } = input(context) as { units: string[]; reason: string };
  const units = await answers.units([...new Set(ids)], 'input.units');
  refuseCalled(
    context,
    units.map((unit) => unit.id),
  );
  const asks = details(context).asks.filter((ask) => ask.kind !== 'designation' || !ids.includes(ask.organisationId));
  const known = details(context).units.filter((unit) => !ids.includes(unit.organisationId));
  return {
    note: reason,
    data: { assist: units.map((unit) => unit.id), units: units.map((unit) => unit.name) },
    matter: {
      pending: pendingOf(asks),
      details: patched(context, { asks, units: [...known, ...units.map((unit) => called(unit, false, `区级指定：${reason}`))] }),
      ...(context.matter.leadId === null && units[0] ? { leadId: units[0].id } : {}),
    },
    newParts: units.map((unit, index) => ({
      organisationId: unit.id,
      role: context.matter.leadId === null && index === 0 ? ('lead' as const) : ('assist' as const),
    })),
    starts: units.flatMap((unit) => unitClocks(answers.rules(), details(context).ground, unit.id)),
    ...stopDecide(asks),
  };
};

const refuseDesignation: Maker = (context) => {
  const { asks, unit } = decided(context, 'designation');
  return {
    ...noted(context),
    ...stopDecide(asks),
    data: { unit },
    matter: { pending: pendingOf(asks), details: patched(context, { asks }) },
  };
};

const attach: Maker = async (context, answers) => {
  const items = await answers.cases(context, input(context).cases);
  return {
    data: { cases: items.map((item) => item.caseNumber) },
    matter: { details: patched(context, { problems: [...details(context).problems, ...items] }) },
    links: items.map((item) => ({ toId: item.caseId as string, kind: 'caused-by' as const })),
  };
};

const rateUnit: Maker = (context) => {
  const { unit, satisfaction, comment } = input(context);
  const known = details(context).units.find((item) => item.organisationId === unit);
  if (!known || !openParts(context.matter).some((part) => part.organisationId === unit))
    throw whistleProblems['unit-not-called']({ errors: [{ field: 'input.unit', reason: 'not part of this whistle' }] });
  if (known.rated !== null) throw whistleProblems['rated-already']();
  const all = withUnit(context, unit, { rated: satisfaction });
  return {
    note: comment ?? null,
    data: { unit, satisfaction },
    matter: { details: all },
    ratings: [{ by: 'whistler', satisfaction, comment }],
    ...finished(context, all),
  };
};

const rateWhistle: Maker = (context) => {
  const { satisfaction, comment } = input(context);
  const { organisationId } = ownPart(context)!;
  const all = withUnit(context, organisationId, { ratedBack: satisfaction });
  return {
    note: comment ?? null,
    data: { unit: organisationId, satisfaction },
    matter: { details: all },
    ratings: [{ by: 'responder', satisfaction, comment }],
    ...finished(context, all),
  };
};

/** The clock of evaluation stops when both sides of every unit have spoken. */
function finished(context: ActContext, all: WhistleDetails): Change {
  const present = new Set(openParts(context.matter).map((part) => part.organisationId));
  const waits = all.units.some((unit) => present.has(unit.organisationId) && (unit.rated === null || unit.ratedBack === null));
  return waits ? {} : { stops: [{ name: 'evaluate' }] };
}

const makers: Record<string, Maker> = {
  call,
  sign,
  'sign-too': sign,
  contact,
  arrive,
  object,
  designate,
  settle: (context) => ({ note: input(context).result, matter: { details: patched(context, { result: input(context).result }) } }),
  complete: (context) => {
    const part = ownPart(context)!;
    const { result } = input(context);
    return { note: result, data: { unit: part.organisationId }, parts: [{ id: part.id, doneAt: context.now, result }] };
  },
  'uphold-objection': uphold,
  'overrule-objection': overrule,
  'ask-designation': askDesignation,
  'refuse-designation': refuseDesignation,
  'attach-cases': attach,
  'use-power': (context) => {
    const { power, unit, note } = input(context);
    const use = { power, organisationId: unit ?? null, note, by: context.actor.name, at: context.now.toISOString() };
    return {
      note,
      data: { power, unit: unit ?? null },
      matter: { details: patched(context, { powers: [...details(context).powers, use] }) },
    };
  },
  close: (context) => ({ ...noted(context), data: { result: details(context).result }, matter: { outcome: input(context).outcome } }),
  'rate-unit': rateUnit,
  'rate-whistle': rateWhistle,
};

/** What an act on a whistle changes beyond its row in the life cycle. */
export function whistleChange(action: string, context: ActContext, answers: WhistleAnswers): Promise<Change> | Change {
  return (makers[action] ?? noted)(context, answers);
}
