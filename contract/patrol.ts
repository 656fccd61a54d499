import { z } from 'zod';
import { AreaCode, Bilingual, CategoryCode, Day, Id, Instant, Latitude, Longitude, PageQuery, Place, page, text } from './primitives.ts';
import { route } from './route.ts';

export const entryKinds = ['check-in', 'missed', 'finding', 'visit', 'diary'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Items that are asked at a point or on a round. */
export const Checklist = z.object({
  code: z.string().regex(/^[a-z0-9-]{1,24}$/),
  name: Bilingual,
  items: z
    .array(z.object({ code: z.string().regex(/^[a-z0-9-]{1,24}$/), name: Bilingual }))
    .min(1)
    .max(60),
});
export type Checklist = z.infer<typeof Checklist>;

/** What can be set about patrols; each change is a new version. */
export const PatrolRules = z.object({
  /** Days after which tracks are deleted. */
  trackDays: z.number().int().min(1).max(365),
  checklists: z.array(Checklist).min(1).max(40),
});
export type PatrolRules = z.infer<typeof PatrolRules>;

const pointFields = {
  name: text(60, 1),
  longitude: Longitude,
  latitude: Latitude,
  /** Metres within which a check-in counts. */
  radius: z.number().int().min(10).max(1000).default(80),
  /** The code that hangs at the point. */
  code: text(20, 4).nullable().default(null),
};
const PlanInput = z.object({
  areaCode: AreaCode,
  name: text(60, 1),
  frequency: z.enum(['daily', 'weekly', 'monthly']),
  /** Of a daily plan: 1 Monday to 7 Sunday; none is every day. */
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
  checklist: z.string().max(24).nullable().default(null),
  active: z.boolean().default(true),
  points: z
    .array(z.object({ id: Id.optional(), ...pointFields }))
    .min(1)
    .max(60),
});
export type PlanInput = z.input<typeof PlanInput>;
export const Plan = z.object({
  id: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  name: z.string(),
  frequency: z.enum(['daily', 'weekly', 'monthly']),
  weekdays: z.array(z.number()),
  checklist: z.string().nullable(),
  active: z.boolean(),
  version: z.number(),
  points: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      longitude: z.number(),
      latitude: z.number(),
      radius: z.number(),
      code: z.string().nullable(),
    }),
  ),
});
export type Plan = z.infer<typeof Plan>;

const Fix = Place.extend({ accuracy: z.number().min(0).max(100_000).nullable().default(null) });
/** One line of the patrol book as a phone wrote it; `id` is made on the phone and makes it one line however often it is sent. */
export const EntryInput = z.object({
  id: Id,
  kind: z.enum(entryKinds),
  /** By the clock of the phone. */
  at: Instant,
  pointId: Id.optional(),
  place: Fix.optional(),
  /** The code that was read at the point. */
  code: text(20).optional(),
  text: text(2000).default(''),
  answers: z
    .array(z.object({ item: z.string().max(24), ok: z.boolean(), note: text(200).optional() }))
    .max(60)
    .default([]),
  /** Of a visit: whether the household agreed to what is written down about it. Without consent only the visit itself is kept. */
  consent: z.boolean().optional(),
  subject: text(60).optional(),
  people: z.number().int().min(0).max(500).optional(),
  /** Of a finding: put right on the spot. */
  solved: z.boolean().optional(),
  /** Turn it into a case in the same act. */
  asCase: z.object({ category: CategoryCode.optional(), urgency: z.number().int().min(1).max(3).default(1) }).optional(),
  files: z.array(Id).max(9).default([]),
});
export type EntryInput = z.input<typeof EntryInput>;

const ShiftInput = z.object({
  id: Id,
  beganAt: Instant,
  endedAt: Instant.optional(),
  /** What whoever comes next must know. */
  handover: text(1000).optional(),
});
const TrackInput = z.object({
  id: Id,
  shiftId: Id,
  points: z
    .array(
      z.object({
        at: Instant,
        longitude: Longitude,
        latitude: Latitude,
        accuracy: z.number().min(0).max(100_000).nullable().default(null),
      }),
    )
    .max(1500),
});

/**
 * Why an entry is kept but not counted. `area-outside`: the point lies in no area of the officer's posts; `point-unknown`: there is no such
 * point; `too-far`, `no-place`: nothing shows that somebody stood there; `too-old`: more than 31 days ago.
 */
export const setAside = ['area-outside', 'point-unknown', 'point-missing', 'too-far', 'no-place', 'too-old', 'no-reason'] as const;
const EntryOutcome = z.object({
  id: z.string(),
  /** `taken` now; `known`: it was here already, the same; `conflict`: another entry has this id, and that one stays. */
  outcome: z.enum(['taken', 'known', 'conflict']),
  at: z.string(),
  /** The phone's clock was put right, or its time lay in the future. */
  adjusted: z.enum(['clock', 'future']).nullable(),
  verdict: z.enum(['there', 'code', 'uncertain', 'far', 'unknown']).nullable(),
  metres: z.number().nullable(),
  counted: z.boolean(),
  because: z.enum(setAside).nullable(),
  caseNumber: z.string().nullable(),
  /** The code of the refusal where no case could be opened; the entry is kept and can be turned later. */
  caseRefused: z.string().nullable(),
});

const Entry = z.object({
  id: z.string(),
  kind: z.enum(entryKinds),
  at: z.string(),
  receivedAt: z.string(),
  officer: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  point: z.string().nullable(),
  verdict: z.string().nullable(),
  metres: z.number().nullable(),
  counted: z.boolean(),
  because: z.string().nullable(),
  text: z.string(),
  subject: z.string().nullable(),
  consent: z.boolean().nullable(),
  solved: z.boolean().nullable(),
  failed: z.array(z.string()),
  files: z.number(),
  caseNumber: z.string().nullable(),
  mine: z.boolean(),
});
export type PatrolEntry = z.infer<typeof Entry>;

const figures = {
  /** Visits owed. */
  planned: z.number(),
  visited: z.number(),
  missed: z.number(),
  far: z.number(),
  findings: z.number(),
  solved: z.number(),
  cases: z.number(),
  visits: z.number(),
  diaries: z.number(),
};
const CoverageRow = z.object({ key: z.string(), name: z.string(), ...figures, coverage: z.number().nullable() });
export type CoverageRow = z.infer<typeof CoverageRow>;
const span = { from: Day, to: Day, area: AreaCode.optional() };

export const patrol = {
  today: route({
    name: 'command.patrol-today',
    method: 'GET',
    path: '/api/patrol/today',
    summary: 'The day’s list of the officer: points due with what was visited, checklists, the open shift, what was handed over',
    access: 'patrol.walk',
    scope: 'area',
    query: z.object({ day: Day.optional() }),
    answer: z.object({
      day: z.string(),
      areas: z.array(z.object({ code: z.string(), name: z.string() })),
      points: z.array(
        z.object({
          id: z.string(),
          planId: z.string(),
          plan: z.string(),
          areaCode: z.string(),
          name: z.string(),
          longitude: z.number(),
          latitude: z.number(),
          radius: z.number(),
          hasCode: z.boolean(),
          checklist: z.string().nullable(),
          /** The last day on which it can be walked without being missed. */
          dueBy: z.string(),
          visitedAt: z.string().nullable(),
        }),
      ),
      checklists: z.array(Checklist),
      shift: z.object({ id: z.string(), beganAt: z.string() }).nullable(),
      handover: z.object({ by: z.string(), at: z.string(), text: z.string() }).nullable(),
    }),
  }),
  sync: route({
    name: 'command.sync-patrol',
    method: 'POST',
    path: '/api/patrol/sync',
    summary:
      'Everything a phone has written since it last had a network, in one act, in any order; an outcome for each entry, and none is lost',
    access: 'patrol.walk',
    scope: 'self',
    bodyLimit: 4_000_000,
    body: z.object({
      device: text(60, 1),
      /** By the clock of the phone, when it sends: how wrong that clock is. */
      sentAt: Instant,
      entries: z.array(EntryInput).max(300).default([]),
      shifts: z.array(ShiftInput).max(20).default([]),
      tracks: z.array(TrackInput).max(20).default([]),
    }),
    answer: z.object({
      receivedAt: z.string(),
      entries: z.array(EntryOutcome),
      shifts: z.array(z.object({ id: z.string(), outcome: z.enum(['taken', 'conflict']) })),
      /** Points outside the shift are not kept: tracks are of duty only. */
      tracks: z.array(z.object({ id: z.string(), kept: z.number(), dropped: z.number() })),
    }),
  }),
  entries: route({
    name: 'command.list-patrol-entries',
    method: 'GET',
    path: '/api/patrol/entries',
    summary: 'The patrol book and diary, newest first: one’s own, or those of the areas where patrols are read',
    access: ['patrol.walk', 'patrol.read'],
    scope: 'area',
    query: PageQuery.extend({
      from: Day.optional(),
      to: Day.optional(),
      area: AreaCode.optional(),
      kind: z.enum(entryKinds).optional(),
      mine: z.enum(['true', 'false']).optional(),
      open: z.enum(['true', 'false']).optional(),
    }),
    answer: page(Entry),
  }),
  turnIntoCase: route({
    name: 'command.turn-entry-into-case',
    method: 'POST',
    path: '/api/patrol/entries/:id/case',
    summary: 'Turn a finding or a diary entry of one’s own into a case; a repeat answers with the same case',
    access: 'patrol.walk',
    scope: 'self',
    params: z.object({ id: Id }),
    body: z.object({ category: CategoryCode.optional(), urgency: z.number().int().min(1).max(3).default(1) }),
    answer: z.object({ number: z.string() }),
    status: 201,
    idempotent: true,
  }),
  tracks: route({
    name: 'command.my-patrol-tracks',
    method: 'GET',
    path: '/api/patrol/tracks',
    summary: 'One’s own track of a day; nobody else is shown it',
    access: 'patrol.walk',
    scope: 'self',
    query: z.object({ day: Day }),
    answer: z.object({
      keptDays: z.number(),
      shifts: z.array(
        z.object({
          id: z.string(),
          beganAt: z.string(),
          endedAt: z.string().nullable(),
          points: z.array(z.tuple([z.number(), z.number(), z.string()])),
        }),
      ),
    }),
  }),
  plans: route({
    name: 'command.list-patrol-plans',
    method: 'GET',
    path: '/api/patrol/plans',
    summary: 'Patrol plans of the areas where patrols are read or planned',
    access: ['patrol.read', 'patrol.plan'],
    scope: 'area',
    query: PageQuery.extend({ area: AreaCode.optional() }),
    answer: page(Plan),
  }),
  createPlan: route({
    name: 'command.create-patrol-plan',
    method: 'POST',
    path: '/api/patrol/plans',
    summary: 'Plan a patrol',
    access: 'patrol.plan',
    scope: 'area',
    body: PlanInput,
    answer: Plan,
    status: 201,
    idempotent: true,
  }),
  changePlan: route({
    name: 'command.change-patrol-plan',
    method: 'PUT',
    path: '/api/patrol/plans/:id',
    summary: 'Change a plan; `version` is the one that was seen. Points left out are closed, their visits stay',
    access: 'patrol.plan',
    scope: 'area',
    params: z.object({ id: Id }),
    body: PlanInput.extend({ version: z.number().int().min(1).max(1_000_000) }),
    answer: Plan,
  }),
  coverage: route({
    name: 'command.patrol-coverage',
    method: 'GET',
    path: '/api/patrol/coverage',
    summary: 'Visits owed and paid, findings and visits of a period by the areas below, and by day',
    access: 'patrol.read',
    scope: 'area',
    query: z.object(span),
    answer: z.object({ total: CoverageRow, rows: z.array(CoverageRow), days: z.array(CoverageRow), asOf: z.string() }),
  }),
  missed: route({
    name: 'command.missed-points',
    method: 'GET',
    path: '/api/patrol/missed',
    summary: 'Points whose visit fell due in a period and was not paid, with the reason that was given',
    access: 'patrol.read',
    scope: 'area',
    query: z.object({ ...span }),
    answer: z.object({
      items: z.array(
        z.object({
          pointId: z.string(),
          point: z.string(),
          plan: z.string(),
          areaCode: z.string(),
          areaName: z.string(),
          day: z.string(),
          reason: z.string().nullable(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
  safety: route({
    name: 'command.safety-items',
    method: 'GET',
    path: '/api/patrol/safety',
    summary: 'Checklist items of an area by month: how often asked, how often not in order',
    access: 'patrol.read',
    scope: 'area',
    query: z.object({ area: AreaCode.optional(), from: Day, to: Day }),
    answer: z.object({
      items: z.array(
        z.object({
          code: z.string(),
          name: Bilingual,
          checked: z.number(),
          failed: z.number(),
          months: z.array(z.object({ month: z.string(), checked: z.number(), failed: z.number() })),
        }),
      ),
    }),
  }),
  readRules: route({
    name: 'command.read-patrol-rules',
    method: 'GET',
    path: '/api/patrol/rules',
    summary: 'How long tracks are kept, and the checklists',
    access: ['patrol.walk', 'patrol.read', 'patrol.plan', 'responsibility.edit'],
    scope: 'none',
    answer: z.object({ version: z.number(), rules: PatrolRules }),
  }),
  writeRules: route({
    name: 'command.write-patrol-rules',
    method: 'PUT',
    path: '/api/patrol/rules',
    summary: 'Change the rules of patrols; `version` is the one that was seen',
    access: 'responsibility.edit',
    scope: 'none',
    body: z.object({ version: z.number().int().min(0).max(1_000_000), rules: PatrolRules }),
    answer: z.object({ version: z.number(), rules: PatrolRules }),
  }),
};
