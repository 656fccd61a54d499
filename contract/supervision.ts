import { z } from 'zod';
import { AreaCode, Bilingual, Id, Instant, MatterNumber, PageQuery, page, text } from './primitives.ts';
import { route } from './route.ts';

export const grades = ['reminder', 'yellow', 'red', 'meeting'] as const;
/** The chain of escalation, lowest first. */
export const Grade = z.enum(grades);
export type Grade = z.infer<typeof Grade>;
export const triggers = ['clock', 'reopened', 'poor-rating', 'reworked', 'no-reply'] as const;
export const cardStates = ['issued', 'replied', 'objected', 'escalated', 'released', 'withdrawn'] as const;

/** Natural time in which a unit replies. */
const ReplyTerm = z.object({ amount: z.number().positive().max(1000), unit: z.enum(['minute', 'hour', 'day']) });
export const SupervisionRule = z.object({
  /** Stable name, kept on every card that it led to. */
  id: z.string().regex(/^[a-z0-9-]{2,40}$/, 'small letters, digits and hyphens'),
  name: Bilingual,
  active: z.boolean().default(true),
  on: z.enum(triggers),
  /** Of `clock`: kind of matter, name of the clock and the percentage of its span that has passed. */
  kind: z.enum(['case', 'whistle']).optional(),
  clock: z.string().max(30).optional(),
  percent: z.number().int().min(1).max(500).optional(),
  /** Of `reopened` and `reworked`: from how many times on. */
  times: z.number().int().min(1).max(20).optional(),
  /** Of `poor-rating`: the highest of five grades that counts as poor. */
  atMost: z.number().int().min(1).max(4).optional(),
  /** Of `no-reply`: the grade that was not replied to in its term. */
  after: Grade.optional(),
  grade: Grade,
  reply: ReplyTerm,
});
export type SupervisionRule = z.infer<typeof SupervisionRule>;
export const SupervisionRules = z.object({ rules: z.array(SupervisionRule).max(60) });
export type SupervisionRules = z.infer<typeof SupervisionRules>;

const Named = z.object({ id: z.string(), name: z.string() });
export const CardRow = z.object({
  number: z.string(),
  grade: Grade,
  state: z.enum(cardStates),
  matter: z.object({ number: z.string(), kind: z.string(), title: z.string() }),
  organisation: Named,
  areaCode: z.string(),
  areaName: z.string(),
  /** Null: by hand. */
  rule: z.object({ id: z.string(), name: Bilingual, version: z.number() }).nullable(),
  reason: z.string(),
  issuedAt: z.string(),
  issuedBy: z.string(),
  replyDue: z.string(),
  repliedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  late: z.boolean(),
  version: z.number(),
});
export type CardRow = z.infer<typeof CardRow>;
const Step = z.object({
  no: z.number(),
  at: z.string(),
  action: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  by: z.string(),
  organisation: z.string().nullable(),
  note: z.string().nullable(),
});
export const CardDetail = CardRow.extend({
  /** What the rule saw, by name: the clock with its start, due time and percentage; the rating; how often. */
  facts: z.record(z.string(), z.unknown()),
  escalatedFrom: z.string().nullable(),
  escalatedTo: z.string().nullable(),
  steps: z.array(Step),
  actions: z.array(
    z.object({ action: z.string(), label: z.object({ zh: z.string(), en: z.string() }), weight: z.enum(['primary', 'normal', 'danger']) }),
  ),
});
export type CardDetail = z.infer<typeof CardDetail>;

const filter = {
  grade: Grade.optional(),
  state: z.enum(cardStates).optional(),
  open: z.enum(['true', 'false']).optional(),
  late: z.enum(['true', 'false']).optional(),
  organisation: Id.optional(),
  rule: z.string().max(40).optional(),
  matter: MatterNumber.optional(),
  area: AreaCode.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
};
const Count = z.object({ id: z.string(), name: z.string(), cards: z.number(), open: z.number(), late: z.number(), red: z.number() });
const ByNumber = z.object({ number: MatterNumber });
const staffOf = ['case.supervise', 'case.handle'] as const;

/** 督查督办. */
export const supervision = {
  list: route({
    name: 'command.list-cards',
    method: 'GET',
    path: '/api/cards',
    summary: 'Reminders, cards and meetings, newest first: the rows behind every figure',
    access: staffOf,
    scope: 'organisation',
    query: PageQuery.extend(filter),
    answer: page(CardRow),
  }),
  read: route({
    name: 'command.read-card',
    method: 'GET',
    path: '/api/cards/:number',
    summary: 'One card: which rule, which facts, what was replied, what can be done',
    access: staffOf,
    scope: 'organisation',
    params: ByNumber,
    answer: CardDetail,
  }),
  issue: route({
    name: 'command.issue-card',
    method: 'POST',
    path: '/api/cards',
    summary: 'Supervise by hand. Where a card of this grade or higher stands already, it is told; `anyway` issues nevertheless',
    access: 'case.supervise',
    scope: 'area',
    body: z.object({
      matter: MatterNumber,
      grade: Grade,
      reason: text(500, 2),
      /** The unit whose turn it is where absent. */
      organisation: Id.optional(),
      anyway: z.boolean().default(false),
    }),
    answer: z.object({ number: z.string() }),
    status: 201,
    idempotent: true,
  }),
  act: route({
    name: 'command.act-on-card',
    method: 'POST',
    path: '/api/cards/:number/actions/:action',
    summary: 'Reply, object, decide, release, escalate; `version` is the one that was seen',
    access: staffOf,
    scope: 'organisation',
    params: ByNumber.extend({ action: z.string().regex(/^[a-z-]{1,40}$/) }),
    body: z.object({ version: z.number().int().min(1).max(2_000_000_000), note: text(2000, 2) }),
    answer: CardDetail,
    idempotent: true,
  }),
  figures: route({
    name: 'command.supervision-figures',
    method: 'GET',
    path: '/api/supervision-figures',
    summary: 'Cards by grade, state, rule and unit; replies in time',
    access: 'case.supervise',
    scope: 'area',
    query: z.object({ from: filter.from, to: filter.to, area: filter.area }),
    answer: z.object({
      cards: z.number(),
      open: z.number(),
      late: z.number(),
      repliedInTime: z.number().nullable(),
      byGrade: z.array(Count),
      byRule: z.array(Count),
      byUnit: z.array(Count),
    }),
  }),
  readRules: route({
    name: 'command.read-supervision-rules',
    method: 'GET',
    path: '/api/supervision-rules',
    summary: 'Rules of supervision in force',
    access: 'staff',
    scope: 'none',
    answer: SupervisionRules.extend({ version: z.number() }),
  }),
  writeRules: route({
    name: 'command.write-supervision-rules',
    method: 'PUT',
    path: '/api/supervision-rules',
    summary: 'Change the rules; `version` is the one that was seen',
    access: 'supervision.edit',
    scope: 'none',
    body: SupervisionRules.extend({ version: z.number().int().min(0).max(2_000_000_000) }),
    answer: SupervisionRules.extend({ version: z.number() }),
  }),
};
