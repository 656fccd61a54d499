import type { ActContext, Change, ClockStart, Snapshot } from '@gongzhi/matters';
import { leadPart, openParts } from '@gongzhi/matters';
import type { Limit } from '@gongzhi/platform/working-time';
import type { CaseDetails } from './case-details.ts';
import { assistPart } from './case-guards.ts';
import { setByRule } from './case-terms.ts';

/** What the changes need to ask of others; all of it is read, nothing written. */
export interface CaseAnswers {
  /** Refuses for an unknown or dissolved organisation. */
  unit(id: string): Promise<{ id: string; name: string }>;
  /** Refuses for an unknown category. */
  category(code: string): Promise<{ code: string; name: string }>;
  /** Refuses unless the case is open, not joined itself, and within sight of the actor. */
  joinTarget(context: ActContext, number: string): Promise<Snapshot>;
  /** Time for one unit to handle its part. */
  handleTerm(matter: Snapshot, given: Limit | undefined): Promise<{ limit: Limit; rule: string }>;
  /** When a clock would fall due at a place; null where its calendar does not reach so far, which the ledger then refuses. */
  dueOf(areaCode: string, clock: ClockStart): Promise<Date | null>;
  /** Refuses for a place outside every area. */
  areaAt(longitude: number, latitude: number): Promise<string>;
  toWgs84(place: { longitude: number; latitude: number; system: 'wgs84' | 'gcj02' | 'bd09' }): { longitude: number; latitude: number };
  redact(text: string): string;
}

type Maker = (context: ActContext, answers: CaseAnswers) => Promise<Change> | Change;
// Inputs have been checked against the schema of the action's row before a maker sees them.
// biome-ignore lint/suspicious/noExplicitAny: each maker knows the input of its own action
type Input = any;
const details = (context: ActContext) => context.matter.details as CaseDetails;
const withDetails = (context: ActContext, patch: Partial<CaseDetails>) => ({ ...details(context), ...patch });
const noted = (context: ActContext): Change => ({ note: (context.input as Input).note ?? (context.input as Input).reason ?? null });

const timed = new Set(['resolve', 'handle']);

/**
 * Another category has another term: clocks that run by the rule of the old one give way to clocks that count from the same start, with the
 * same pauses. What is stopped or suspended stays, and so does what a person decided for this case: a limit given by hand, an extension.
 */
async function promisedAnew(context: ActContext, answers: CaseAnswers, corrected: Snapshot): Promise<Pick<Change, 'starts' | 'parts'>> {
  const { clocks } = context.matter;
  const running = clocks.filter((clock) => timed.has(clock.name) && clock.stoppedAt === null && !clock.paused && setByRule(clock));
  if (running.length === 0) return {};
  const { limit, rule } = await answers.handleTerm(corrected, undefined);
  const starts = running.map(({ name, organisationId, startedAt, pauses }) => ({
    ...{ name, organisationId, limit, rule: `更正类别后按${rule}`, since: { startedAt, pauses } },
  }));
  const units = new Map(starts.filter((start) => start.name === 'handle').map((start) => [start.organisationId, start]));
  const parts = openParts(context.matter).filter((part) => part.doneAt === null && units.has(part.organisationId));
  return {
    starts,
    parts: await Promise.all(
      parts.map(async ({ id, organisationId }) => ({ id, dueAt: await answers.dueOf(corrected.areaCode, units.get(organisationId)!) })),
    ),
  };
}

/** Ends every open part: the case leaves the units. */
const endParts = (context: ActContext) => openParts(context.matter).map((part) => ({ id: part.id, endedAt: context.now }));

async function assign(context: ActContext, answers: CaseAnswers): Promise<Change> {
  const input = context.input as Input;
  const lead = await answers.unit(input.lead);
  const assist = await Promise.all([...new Set<string>(input.assist)].filter((id) => id !== lead.id).map((id) => answers.unit(id)));
  const term = await answers.handleTerm(context.matter, input.limit);
  const starts: ClockStart[] = [lead, ...assist].map((unit) => ({ name: 'handle', organisationId: unit.id, ...term }));
  const known = details(context);
  return {
    matter: {
      leadId: lead.id,
      pending: null,
      details: withDetails(context, { designated: input.designated || known.designated, dispatches: known.dispatches + 1, ask: null }),
    },
    note: input.note ?? input.reason ?? null,
    data: {
      lead: lead.id,
      leadName: lead.name,
      assist: assist.map((unit) => unit.id),
      assistNames: assist.map((unit) => unit.name),
      designated: input.designated,
    },
    // The first receiver stays answerable until another has signed: its part ends at that signature, not here.
    parts: openParts(context.matter)
      .filter((part) => part.organisationId !== known.firstReceiver || part.organisationId === lead.id)
      .map((part) => ({ id: part.id, endedAt: context.now })),
    newParts: [
      { organisationId: lead.id, role: 'lead' as const },
      ...assist.map((unit) => ({ organisationId: unit.id, role: 'assist' as const })),
    ],
    starts,
  };
}

const ask =
  (kind: 'extension' | 'suspension' | 'objection'): Maker =>
  (context) => {
    const input = context.input as Input;
    const part = leadPart(context.matter);
    return {
      matter: {
        pending: kind,
        details: withDetails(context, {
          ask: {
            kind,
            at: context.now.toISOString(),
            by: context.actor.name,
            organisationId: part?.organisationId ?? null,
            reason: input.reason,
            ...(input.amount ? { amount: input.amount } : {}),
            ...(input.cause ? { cause: input.cause } : {}),
          },
        }),
      },
      note: input.reason,
      data: { ...(input.amount ? { amount: input.amount } : {}), ...(input.cause ? { cause: input.cause } : {}) },
      ...(kind === 'objection' ? { pause: { reason: input.reason, approvedBy: null } } : {}),
    };
  };
const decided = (context: ActContext): Change => ({
  ...noted(context),
  matter: { pending: null, details: withDetails(context, { ask: null }) },
});

const sendBack: Maker = (context) => {
  const known = details(context);
  const first = known.firstReceiver;
  return {
    ...noted(context),
    data: { lead: context.matter.leadId },
    matter: { leadId: null, pending: null, details: withDetails(context, { returns: known.returns + 1, ask: null }) },
    parts: openParts(context.matter)
      .filter((part) => part.organisationId !== first)
      .map((part) => ({ id: part.id, endedAt: context.now })),
  };
};

const rated: Maker = (context) => {
  const input = context.input as Input;
  const byReporter = context.capacities.has('reporter');
  const answered = input.reached && (input.contacted !== undefined || input.resolved !== undefined || input.satisfaction !== undefined);
  return {
    matter: {
      details: withDetails(context, byReporter ? { reporterRated: true } : { callBackAttempts: details(context).callBackAttempts + 1 }),
    },
    note: input.comment ?? null,
    data: {
      reached: input.reached,
      ...(answered
        ? { contacted: input.contacted, resolved: input.resolved, satisfaction: input.satisfaction, reasons: input.reasons }
        : {}),
    },
    ...(answered
      ? {
          ratings: [
            {
              by: byReporter ? ('reporter' as const) : ('call-back' as const),
              contacted: input.contacted,
              resolved: input.resolved,
              satisfaction: input.satisfaction,
              reasons: input.reasons,
              comment: input.comment,
            },
          ],
          stops: [{ name: 'call-back' }],
        }
      : {}),
  };
};

/** What each action changes beyond its row in the table; an action that is not here leaves its note only. */
const makers: Record<string, Maker> = {
  file: async (context, answers) => {
    const input = context.input as Input;
    const category = await answers.category(input.category);
    return {
      matter: { category: category.code, urgency: input.urgency ?? context.matter.urgency },
      note: input.note ?? null,
      data: { category: category.code, categoryName: category.name },
    };
  },
  divert: (context) => ({ ...noted(context), data: { to: (context.input as Input).to } }),
  'answer-directly': async (context, answers) => {
    const input = context.input as Input;
    const category = input.category ? (await answers.category(input.category)).code : context.matter.category;
    return {
      matter: {
        category,
        outcome: input.outcome,
        details: withDetails(context, { reply: input.reply, result: input.reply, proposedOutcome: input.outcome }),
      },
      note: input.reply,
      data: { outcome: input.outcome },
    };
  },
  withdraw: (context) => ({ ...noted(context), parts: endParts(context) }),
  join: async (context, answers) => {
    const first = await answers.joinTarget(context, (context.input as Input).to);
    return {
      ...noted(context),
      matter: { details: withDetails(context, { joinedTo: first.number }) },
      data: { to: first.number },
      links: [{ toId: first.id, kind: 'duplicate-of' }],
      facts: [{ name: 'case-joined-by', data: { number: first.number, joined: context.matter.number, subjectId: first.id } }],
    };
  },
  unjoin: async (context) => ({
    ...noted(context),
    matter: { details: withDetails(context, { joinedTo: null }) },
    data: { from: details(context).joinedTo },
  }),
  dispatch: assign,
  reassign: assign,
  sign: (context) => {
    const part = leadPart(context.matter);
    const known = details(context);
    return {
      ...noted(context),
      matter: { details: withDetails(context, { firstReceiver: known.firstReceiver ?? part?.organisationId ?? null }) },
      parts: openParts(context.matter).flatMap<NonNullable<Change['parts']>[number]>((item) =>
        item.id === part?.id
          ? [{ id: item.id, signedAt: context.now }]
          : item.role === 'lead'
            ? [{ id: item.id, endedAt: context.now }]
            : [],
      ),
    };
  },
  'sign-assist': (context) => ({ ...noted(context), parts: [{ id: assistPart(context)!.id, signedAt: context.now }] }),
  return: sendBack,
  'uphold-objection': sendBack,
  object: ask('objection'),
  'overrule-objection': (context) => ({
    ...noted(context),
    matter: { pending: null, details: withDetails(context, { ask: null, designated: true }) },
  }),
  'add-assist': async (context, answers) => {
    const present = new Set(openParts(context.matter).map((part) => part.organisationId));
    const units = (await Promise.all([...new Set<string>((context.input as Input).assist)].map((id) => answers.unit(id)))).filter(
      (unit) => !present.has(unit.id),
    );
    const term = await answers.handleTerm(context.matter, undefined);
    return {
      ...noted(context),
      data: { assist: units.map((unit) => unit.id), assistNames: units.map((unit) => unit.name) },
      newParts: units.map((unit) => ({ organisationId: unit.id, role: 'assist' as const })),
      starts: units.map((unit) => ({ name: 'handle', organisationId: unit.id, ...term })),
    };
  },
  contact: (context) => ({
    ...noted(context),
    data: { reached: (context.input as Input).reached },
    stops: (context.input as Input).reached ? [{ name: 'contact' }] : [],
  }),
  arrive: (context, answers) => {
    const input = context.input as Input;
    const part = context.capacities.has('lead') ? leadPart(context.matter) : assistPart(context);
    return {
      ...noted(context),
      ...(input.place ? { data: { place: answers.toWgs84(input.place) } } : {}),
      parts: part ? [{ id: part.id, arrivedAt: part.arrivedAt ?? context.now }] : [],
    };
  },
  'complete-part': (context) => {
    const part = assistPart(context)!;
    return {
      note: (context.input as Input).result,
      parts: [{ id: part.id, signedAt: part.signedAt ?? context.now, doneAt: context.now, result: (context.input as Input).result }],
      stops: [{ name: 'handle', organisationId: part.organisationId }],
    };
  },
  'request-extension': ask('extension'),
  'grant-extension': (context) => {
    const clock = context.matter.clocks.find((item) => item.name === 'resolve' && item.stoppedAt === null);
    const amount = details(context).ask?.amount ?? 0;
    return {
      ...decided(context),
      data: { amount, unit: clock?.limit.unit, approvedBy: context.actor.name },
      ...(clock ? { extend: { clock: 'resolve', by: { amount, unit: clock.limit.unit } } } : {}),
    };
  },
  'refuse-extension': decided,
  'request-suspension': ask('suspension'),
  'grant-suspension': (context) => ({
    ...decided(context),
    data: { cause: details(context).ask?.cause, approvedBy: context.actor.name },
    pause: { reason: details(context).ask?.reason ?? '', approvedBy: context.actor.name },
  }),
  'refuse-suspension': decided,
  'feed-back': (context) => {
    const input = context.input as Input;
    const part = leadPart(context.matter);
    return {
      matter: {
        details: withDetails(context, {
          result: input.result,
          measure: input.measure ?? details(context).measure,
          proposedOutcome: input.outcome,
        }),
      },
      note: input.result,
      data: { outcome: input.outcome, ...(input.measure ? { measure: input.measure } : {}) },
      parts: part ? [{ id: part.id, doneAt: context.now, result: input.result }] : [],
    };
  },
  rework: async (context, answers) => {
    const part = leadPart(context.matter);
    const term = await answers.handleTerm(context.matter, undefined);
    return {
      ...noted(context),
      matter: { details: withDetails(context, { reworks: details(context).reworks + 1 }) },
      parts: part ? [{ id: part.id, doneAt: null }] : [],
      starts: part ? [{ name: 'handle', organisationId: part.organisationId, ...term }] : [],
    };
  },
  verify: (context) => ({ ...noted(context), data: { first: details(context).reworks === 0 } }),
  close: (context) => {
    const input = context.input as Input;
    const known = details(context);
    const outcome = input.outcome ?? known.proposedOutcome ?? 'solved';
    return {
      matter: { outcome, details: withDetails(context, { reply: input.reply ?? known.reply ?? known.result }) },
      note: input.reply ?? known.result,
      data: { outcome },
    };
  },
  reply: (context) => ({
    note: (context.input as Input).reply,
    matter: { details: withDetails(context, { reply: (context.input as Input).reply }) },
  }),
  'call-back': rated,
  rate: rated,
  reopen: (context) => ({
    ...noted(context),
    matter: {
      leadId: null,
      outcome: null,
      details: withDetails(context, { reopens: details(context).reopens + 1, reporterRated: false, callBackAttempts: 0 }),
    },
    parts: endParts(context),
    data: { previousLead: context.matter.leadId },
  }),
  split: (context) => ({
    ...noted(context),
    data: { children: (context.input as Input).children.map((child: { title: string }) => child.title) },
  }),
  supervise: (context) => {
    const input = context.input as Input;
    return {
      ...noted(context),
      data: { grade: input.grade },
      matter: {
        details: withDetails(context, {
          cards: [
            ...details(context).cards,
            { grade: input.grade, at: context.now.toISOString(), by: context.actor.name, reason: input.reason },
          ],
        }),
      },
    };
  },
  note: (context) => ({ ...noted(context), ...((context.input as Input).public ? { visibility: 'reporter' as const } : {}) }),
  supplement: (context) => ({ ...noted(context), files: (context.input as Input).files }),
  correct: async (context, answers) => {
    const input = context.input as Input;
    const place = input.place ? answers.toWgs84(input.place) : null;
    const category = input.category ? (await answers.category(input.category)).code : context.matter.category;
    const areaCode = input.areaCode ?? (place ? await answers.areaAt(place.longitude, place.latitude) : context.matter.areaCode);
    const { matter } = context;
    const changed = {
      ...(category !== matter.category ? { category: [matter.category, category] } : {}),
      ...(areaCode !== matter.areaCode ? { areaCode: [matter.areaCode, areaCode] } : {}),
      ...(input.urgency ? { urgency: [matter.urgency, input.urgency] } : {}),
      ...(input.title ? { title: true } : {}),
      ...(input.address ? { address: true } : {}),
    };
    const promised = category === matter.category ? {} : await promisedAnew(context, answers, { ...matter, category, areaCode });
    return {
      ...noted(context),
      data: { ...changed, ...(promised.starts ? { rule: promised.starts[0]?.rule } : {}) },
      ...promised,
      matter: {
        category,
        areaCode,
        ...(input.title ? { title: input.title } : {}),
        ...(input.address ? { address: input.address } : {}),
        ...(input.urgency ? { urgency: input.urgency } : {}),
        ...(place ? { longitude: place.longitude, latitude: place.latitude } : {}),
      },
    };
  },
  protect: (context) => ({
    ...noted(context),
    matter: { confidential: (context.input as Input).confidential },
    data: { confidential: (context.input as Input).confidential },
  }),
  publish: (context, answers) => {
    const input = context.input as Input;
    const publication = {
      title: input.title ?? answers.redact(context.matter.title),
      body: input.body ?? null,
      at: context.now.toISOString(),
    };
    return { matter: { public: true, details: withDetails(context, { publication }) }, data: { title: publication.title } };
  },
  unpublish: (context) => ({ ...noted(context), matter: { public: false, details: withDetails(context, { publication: null }) } }),
};

export async function caseChange(action: string, context: ActContext, answers: CaseAnswers): Promise<Change> {
  const maker = makers[action];
  return maker ? maker(context, answers) : noted(context);
}
