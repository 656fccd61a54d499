import { z } from 'zod';
import { AreaCode, CategoryCode, Id, Instant, Limit, MatterNumber, PageQuery, Place, page, text } from './primitives.ts';
import { route } from './route.ts';

export const grounds = ['hard-problem', 'joint-enforcement', 'emergency'] as const;
export const Ground = z.enum(grounds);
export type Ground = z.infer<typeof Ground>;

const GroundTerms = z.object({ sign: Limit, contact: Limit, arrive: Limit, handle: Limit });
/** Terms of the whistle by ground, as shipped; cities differ, so an administrator may change them, and each change is a new version. */
export const WhistleRules = z.object({
  grounds: z.object({ 'hard-problem': GroundTerms, 'joint-enforcement': GroundTerms, emergency: GroundTerms }).default({
    'hard-problem': {
      sign: { amount: 1, unit: 'hour' },
      contact: { amount: 24, unit: 'hour' },
      arrive: { amount: 5, unit: 'working-day' },
      handle: { amount: 15, unit: 'working-day' },
    },
    'joint-enforcement': {
      sign: { amount: 1, unit: 'hour' },
      contact: { amount: 24, unit: 'hour' },
      arrive: { amount: 3, unit: 'working-day' },
      handle: { amount: 7, unit: 'working-day' },
    },
    emergency: {
      sign: { amount: 10, unit: 'minute' },
      contact: { amount: 10, unit: 'minute' },
      arrive: { amount: 30, unit: 'minute' },
      handle: { amount: 24, unit: 'hour' },
    },
  }),
  decide: Limit.default({ amount: 1, unit: 'working-day' }),
  confirm: Limit.default({ amount: 2, unit: 'working-day' }),
  evaluate: Limit.default({ amount: 5, unit: 'working-day' }),
  /** How far from the scene an arrival is still taken, in metres. */
  arrivalMetres: z.number().int().min(20).max(5000).default(500),
  /** Whistles on the same ground and category that lie nearer than this, in metres, are for the same problem. */
  sameProblemMetres: z.number().int().min(0).max(1000).default(100),
  /** How long the code at the scene is shown before it changes, in minutes. */
  codeMinutes: z.number().int().min(1).max(60).default(10),
});
export type WhistleRules = z.infer<typeof WhistleRules>;

const Named = z.object({ id: z.string(), name: z.string() });

/** What a whistle is about: a case that is attached, or a problem in words. */
export const WhistleProblem = z.union([z.object({ case: MatterNumber }), z.object({ title: text(120, 2), category: CategoryCode })]);
export const BlowInput = z.object({
  ground: Ground,
  title: text(120, 2),
  body: text(4000, 2),
  /** Where the units are to come; a point, or the area where there is none (arrival is then by code only). */
  place: Place.optional(),
  areaCode: AreaCode.optional(),
  address: text(200).optional(),
  problems: z.array(WhistleProblem).min(1).max(60),
  lead: Id,
  assist: z.array(Id).max(20).default([]),
});

const Step = z.object({ at: z.string().nullable(), dueAt: z.string().nullable(), late: z.boolean() });
export const WhistleUnit = z.object({
  organisation: Named,
  role: z.enum(['lead', 'assist']),
  /** On the responsibility list for a problem of the whistle; otherwise it was designated. */
  listed: z.boolean(),
  sign: Step,
  contact: Step,
  arrive: Step,
  metres: z.number().nullable(),
  proof: z.enum(['place', 'code']).nullable(),
  doneAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** 1 to 5: the whistler about this unit, this unit about the whistle. */
  rated: z.number().nullable(),
  ratedBack: z.number().nullable(),
});
export const WhistleRow = z.object({
  number: z.string(),
  title: z.string(),
  ground: Ground,
  state: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  whistler: Named,
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
  outcome: z.string().nullable(),
  problems: z.number(),
  units: z.array(WhistleUnit),
});
export type WhistleRow = z.infer<typeof WhistleRow>;

export const whistleSteps = ['sign', 'contact', 'arrive'] as const;
const period = { from: Instant.optional(), to: Instant.optional(), area: AreaCode.optional() };
const StepFigures = z.object({
  step: z.enum(whistleSteps),
  due: z.number(),
  inTime: z.number(),
  late: z.number(),
  /** Half of the units were quicker; minutes from the call. */
  medianMinutes: z.number().nullable(),
});
const Group = z.object({
  id: z.string(),
  name: z.string(),
  whistles: z.number(),
  problems: z.number(),
  closed: z.number(),
  late: z.number(),
  rating: z.number().nullable(),
});
const ByNumber = z.object({ number: MatterNumber });

/** 街乡吹哨、部门报到. */
export const whistles = {
  blow: route({
    name: 'command.blow-whistle',
    method: 'POST',
    path: '/api/whistles',
    summary: 'Whistle: call a lead and responding units to problems at a scene',
    access: 'whistle.blow',
    scope: 'area',
    body: BlowInput,
    answer: z.object({ number: z.string(), state: z.string(), version: z.number(), dueAt: z.string().nullable() }),
    status: 201,
    idempotent: true,
  }),
  options: route({
    name: 'command.whistle-options',
    method: 'GET',
    path: '/api/whistle-options',
    summary: 'Whom the responsibility list lets one whistle for at a place, and in what terms',
    access: 'whistle.blow',
    scope: 'area',
    query: z.object({
      categories: z.string().max(400),
      areaCode: AreaCode.optional(),
      longitude: z.coerce.number().min(-180).max(180).optional(),
      latitude: z.coerce.number().min(-90).max(90).optional(),
    }),
    answer: z.object({
      areaCode: z.string(),
      areaName: z.string(),
      units: z.array(Named.extend({ why: z.string(), lead: z.boolean() })),
      rules: WhistleRules,
    }),
  }),
  list: route({
    name: 'command.list-whistles',
    method: 'GET',
    path: '/api/whistles',
    summary: 'Whistles, newest first, with how each unit answered: the rows behind every figure',
    access: ['case.read', 'case.handle'],
    scope: 'matter',
    query: PageQuery.extend({
      ...period,
      ground: Ground.optional(),
      state: z.string().max(20).optional(),
      organisation: Id.optional(),
      /** The organisation that blew it. */
      whistler: Id.optional(),
      open: z.enum(['true', 'false']).optional(),
      /** A step that some unit did late, or has not done by its due time. */
      late: z.enum(whistleSteps).optional(),
    }),
    answer: page(WhistleRow),
  }),
  one: route({
    name: 'command.read-whistle',
    method: 'GET',
    path: '/api/whistles/:number',
    summary: 'How each unit of one whistle answered, and its problems',
    access: ['case.read', 'case.handle'],
    scope: 'matter',
    params: ByNumber,
    answer: WhistleRow.extend({
      problemList: z.array(
        z.object({
          no: z.number(),
          title: z.string(),
          category: z.string().nullable(),
          categoryName: z.string().nullable(),
          case: z.string().nullable(),
        }),
      ),
    }),
  }),
  sceneCode: route({
    name: 'command.scene-code',
    method: 'GET',
    path: '/api/whistles/:number/scene-code',
    summary: 'The code that units enter at the scene; it changes',
    access: 'whistle.blow',
    scope: 'matter',
    params: ByNumber,
    answer: z.object({ code: z.string(), until: z.string() }),
  }),
  figures: route({
    name: 'command.whistle-figures',
    method: 'GET',
    path: '/api/whistle-figures',
    summary: 'Whistles, units, problems, closing rate and time at each step, by ground, by unit and by whistler',
    access: 'figures.read',
    scope: 'area',
    query: z.object(period),
    answer: z.object({
      whistles: z.number(),
      open: z.number(),
      closed: z.number(),
      units: z.number(),
      problems: z.number(),
      /** Closed of those not withdrawn; null where there is none. */
      closingRate: z.number().nullable(),
      ratings: z.object({ responders: z.number().nullable(), whistlers: z.number().nullable() }),
      steps: z.array(StepFigures),
      byGround: z.array(Group),
      byUnit: z.array(Group),
      byWhistler: z.array(Group),
    }),
  }),
  readRules: route({
    name: 'command.read-whistle-rules',
    method: 'GET',
    path: '/api/whistle-rules',
    summary: 'Terms of the whistle in force',
    access: 'staff',
    scope: 'none',
    answer: z.object({ version: z.number(), rules: WhistleRules }),
  }),
  writeRules: route({
    name: 'command.write-whistle-rules',
    method: 'PUT',
    path: '/api/whistle-rules',
    summary: 'Change the terms of the whistle; `version` is the one that was seen',
    access: 'supervision.edit',
    scope: 'none',
    body: z.object({ version: z.number().int().min(0).max(2_000_000_000), rules: WhistleRules }),
    answer: z.object({ version: z.number(), rules: WhistleRules }),
  }),
};
