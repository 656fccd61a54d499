import { z } from 'zod';
import { MatterSummary } from './matters.ts';
import { AreaCode, Day, Id, MatterNumber, text } from './primitives.ts';
import { route } from './route.ts';

const Share = z.number().nullable();
/** Shares from 0 to 1, measured on cases that no version has learned from; null where nothing was measured. */
const Measures = z.object({
  rows: z.number(),
  accuracy: Share,
  macroF1: Share,
  ece: Share,
  coverage: Share,
  answeredAccuracy: Share,
});
export const ModelVersion = z.object({
  id: z.string(),
  at: z.string(),
  /** Learned from so many closed cases. */
  rows: z.number(),
  labels: z.number(),
  measures: Measures,
  inForce: z.boolean(),
  /** Why it took over or did not. */
  verdict: z.enum(['first', 'better', 'not-better', 'chosen']),
});
export type ModelVersion = z.infer<typeof ModelVersion>;

const Surprise = { count: z.number(), expected: z.number(), surprise: z.number(), hot: z.boolean() };
export const Topic = z.object({
  label: z.string(),
  words: z.array(z.string()),
  count: z.number(),
  likes: z.number(),
  place: z.object({ name: z.string(), share: z.number() }).nullable(),
  trend: z.array(z.object({ month: z.string(), count: z.number() })),
  now: z.object(Surprise),
  numbers: z.array(z.string()),
});
export type Topic = z.infer<typeof Topic>;

const Group = z.object({ score: z.number(), reasons: z.array(z.string()), matters: z.array(MatterSummary) });

const Settings = z.object({
  /** The operator has named a server that writes drafts. */
  serverKnown: z.boolean(),
  /** Drafts may be asked for. */
  drafts: z.boolean(),
  version: z.number(),
});

export const entityKinds = ['place', 'organisation', 'phone', 'citizen-number', 'plate', 'mail'] as const;
const Entity = z.object({
  kind: z.enum(entityKinds),
  text: z.string(),
  from: z.number(),
  to: z.number(),
  /** The area or organisation of the district that is meant. */
  meant: z.object({ of: z.enum(['area', 'organisation']), id: z.string(), name: z.string() }).nullable(),
});
export type Entity = z.infer<typeof Entity>;

export const intelligence = {
  models: route({
    name: 'intelligence.models',
    method: 'GET',
    path: '/api/intelligence/models',
    summary: 'Versions of the model that suggests categories, with their measures',
    access: ['responsibility.edit', 'case.dispatch'],
    scope: 'none',
    answer: z.object({ items: z.array(ModelVersion), closedCases: z.number(), training: z.boolean() }),
  }),
  train: route({
    name: 'intelligence.train',
    method: 'POST',
    path: '/api/intelligence/models',
    summary: 'Learn a new version from the closed cases, in the background',
    access: 'responsibility.edit',
    scope: 'none',
    status: 202,
    perMinute: 6,
    answer: z.object({ asked: z.boolean() }),
  }),
  useModel: route({
    name: 'intelligence.use-model',
    method: 'POST',
    path: '/api/intelligence/models/:id/use',
    summary: 'Put a version in force, also an earlier one',
    access: 'responsibility.edit',
    scope: 'none',
    params: z.object({ id: Id }),
    answer: ModelVersion,
  }),
  topics: route({
    name: 'intelligence.topics',
    method: 'GET',
    path: '/api/intelligence/topics',
    summary: 'What residents write about, and what is hot against its own past',
    access: 'case.read',
    scope: 'matter',
    query: z.object({ area: AreaCode.optional(), until: Day.optional(), days: z.coerce.number().int().min(3).max(90).default(30) }),
    perMinute: 30,
    answer: z.object({ items: z.array(Topic), cases: z.number(), from: z.string().nullable(), until: z.string() }),
  }),
  duplicates: route({
    name: 'intelligence.duplicates',
    method: 'GET',
    path: '/api/intelligence/duplicates',
    summary: 'Open cases that seem to tell of the same matter, in groups',
    access: 'case.dispatch',
    scope: 'matter',
    query: z.object({ area: AreaCode.optional(), days: z.coerce.number().int().min(1).max(120).default(60) }),
    perMinute: 30,
    answer: z.object({ items: z.array(Group), cases: z.number() }),
  }),
  refuse: route({
    name: 'intelligence.refuse-group',
    method: 'POST',
    path: '/api/intelligence/duplicates/refuse',
    summary: 'Say that cases tell of different matters; they are not proposed together again',
    access: 'case.dispatch',
    scope: 'matter',
    body: z.object({ numbers: z.array(MatterNumber).min(2).max(50) }),
    answer: z.object({ pairs: z.number() }),
  }),
  entities: route({
    name: 'intelligence.entities',
    method: 'POST',
    path: '/api/intelligence/entities',
    summary: 'What stands in a text: places, organisations, numbers; and the text as the public wall would show it',
    access: ['case.read', 'case.handle', 'responsibility.edit'],
    scope: 'none',
    body: z.object({ text: text(8000) }),
    answer: z.object({ entities: z.array(Entity), redacted: z.string() }),
  }),
  readSettings: route({
    name: 'intelligence.read-settings',
    method: 'GET',
    path: '/api/intelligence/settings',
    summary: 'Whether drafts may be asked for',
    access: 'staff',
    scope: 'none',
    answer: Settings,
  }),
  writeSettings: route({
    name: 'intelligence.write-settings',
    method: 'PUT',
    path: '/api/intelligence/settings',
    summary: 'Allow or forbid drafts',
    access: 'responsibility.edit',
    scope: 'none',
    body: z.object({ drafts: z.boolean(), version: z.number().int().min(0) }),
    answer: Settings,
  }),
  draft: route({
    name: 'intelligence.draft',
    method: 'POST',
    path: '/api/intelligence/drafts',
    summary: 'A draft of a reply or a summary by the server of the operator; redacted before it leaves, never sent by itself',
    access: ['case.read', 'case.handle'],
    scope: 'matter',
    body: z.object({ number: MatterNumber, purpose: z.enum(['reply', 'summary']) }),
    perMinute: 20,
    answer: z.object({ text: z.string(), draft: z.literal(true), model: z.string() }),
  }),
};
