import { z } from 'zod';
import { AreaCode, CategoryCode, Flag, Id, Instant, list, MatterNumber, PageQuery, page, text } from './primitives.ts';
import { route } from './route.ts';

export const channels = ['resident', 'hotline', 'grid', 'walk-in', 'media', 'import', 'open311', 'api'] as const;
export const Channel = z.enum(channels);
export const Visibility = z.enum(['public', 'reporter', 'internal']);

const Named = z.object({ id: z.string(), name: z.string() });
const Location = z.object({ longitude: z.number(), latitude: z.number() });

export const MatterSummary = z.object({
  number: z.string(),
  kind: z.string(),
  title: z.string(),
  category: z.string().nullable(),
  categoryName: z.string().nullable(),
  areaCode: z.string(),
  areaName: z.string(),
  address: z.string().nullable(),
  location: Location.nullable(),
  channel: Channel,
  state: z.string(),
  stateSince: z.string(),
  /** 1 ordinary, 2 urgent, 3 danger. */
  urgency: z.number(),
  confidential: z.boolean(),
  public: z.boolean(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  outcome: z.string().nullable(),
  lead: Named.nullable(),
  /** Past its due time and not ended, or ended after it. */
  overdue: z.boolean(),
  /** An ask (extension, suspension, objection) waits for a decision. */
  pending: z.string().nullable(),
  version: z.number(),
});
export type MatterSummary = z.infer<typeof MatterSummary>;

export const Part = z.object({
  id: z.string(),
  organisation: Named,
  role: z.enum(['lead', 'assist', 'supervise']),
  assignedAt: z.string(),
  signedAt: z.string().nullable(),
  arrivedAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  result: z.string().nullable(),
});
export const Entry = z.object({
  no: z.number(),
  at: z.string(),
  actor: z.object({ id: z.string().nullable(), name: z.string(), post: z.string().nullable(), organisation: z.string().nullable() }),
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  note: z.string().nullable(),
  data: z.record(z.string(), z.unknown()).nullable(),
  visibility: Visibility,
  hash: z.string(),
  withdrawn: z.boolean(),
});
export const Pause = z.object({ from: z.string(), to: z.string().nullable(), reason: z.string(), approvedBy: z.string().nullable() });
export const Clock = z.object({
  id: z.string(),
  name: z.string(),
  organisation: Named.nullable(),
  rule: z.string(),
  calendar: z.string(),
  limit: z.object({ amount: z.number(), unit: z.string() }),
  startedAt: z.string(),
  dueAt: z.string(),
  stoppedAt: z.string().nullable(),
  breached: z.boolean(),
  pauses: z.array(Pause),
});
export const DeadlineStep = z.object({
  kind: z.enum(['counted', 'skipped']),
  cause: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  minutes: z.number(),
  name: z.string().nullable(),
});
export const Link = z.object({
  kind: z.enum(['duplicate-of', 'split-from', 'follows', 'caused-by']),
  direction: z.enum(['from', 'to']),
  number: z.string(),
  title: z.string(),
  state: z.string(),
});
export const Rating = z.object({
  id: z.string(),
  by: z.enum(['reporter', 'community', 'call-back', 'whistler', 'responder']),
  at: z.string(),
  contacted: z.boolean().nullable(),
  resolved: z.boolean().nullable(),
  satisfaction: z.number().nullable(),
  reasons: z.array(z.string()),
  comment: z.string().nullable(),
});
export const FileInfo = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['photo', 'attachment']),
  type: z.string(),
  size: z.number(),
  at: z.string(),
  visibility: Visibility,
  stage: z.enum(['before', 'after', 'other']),
  url: z.string(),
  previewUrl: z.string().nullable(),
});

/** What this actor may do now. `input` is JSON Schema; `x-picker` on a property names what to choose from. */
export const ActionOffer = z.object({
  action: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  help: z.object({ zh: z.string(), en: z.string() }).nullable(),
  weight: z.enum(['primary', 'normal', 'danger']),
  input: z.record(z.string(), z.unknown()),
});

export const MatterDetail = MatterSummary.extend({
  body: z.string(),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  parent: z.object({ number: z.string(), title: z.string() }).nullable(),
  children: z.array(z.object({ number: z.string(), title: z.string(), state: z.string() })),
  reporter: z.object({ id: z.string(), name: z.string(), phone: z.string().nullable(), anonymous: z.boolean() }).nullable(),
  external: z.object({ source: z.string(), number: z.string() }).nullable(),
  parts: z.array(Part),
  entries: z.array(Entry),
  clocks: z.array(Clock),
  links: z.array(Link),
  ratings: z.array(Rating),
  files: z.array(FileInfo),
  actions: z.array(ActionOffer),
  details: z.record(z.string(), z.unknown()),
});
export type MatterDetail = z.infer<typeof MatterDetail>;

export const matterSorts = ['-openedAt', 'openedAt', 'dueAt', '-stateSince'] as const;
/** Filters shared by the list, its export, its count and the map. */
export const matterFilter = {
  kind: z.string().max(30).optional(),
  state: list(z.string().max(30)).optional(),
  area: list(AreaCode).optional(),
  category: list(CategoryCode).optional(),
  organisation: list(Id).optional(),
  channel: list(Channel).optional(),
  urgency: list(z.enum(['1', '2', '3'])).optional(),
  /** Matters on which I can act now or that lie with my organisation. */
  mine: Flag.optional(),
  open: Flag.optional(),
  overdue: Flag.optional(),
  /** Due before this moment and not ended. */
  dueBefore: Instant.optional(),
  openedFrom: Instant.optional(),
  openedTo: Instant.optional(),
  closedFrom: Instant.optional(),
  closedTo: Instant.optional(),
  pending: Flag.optional(),
  text: text(100).optional(),
  /** west,south,east,north in degrees. */
  bbox: z
    .string()
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, 'west,south,east,north in degrees')
    .optional(),
  /** A drawn surface: its 3 to 100 corners as longitude,latitude in degrees, joined by semicolons. */
  within: z
    .string()
    .max(4000)
    .regex(
      /^-?\d+(\.\d+)?,-?\d+(\.\d+)?(;-?\d+(\.\d+)?,-?\d+(\.\d+)?){2,99}$/,
      'longitude,latitude;longitude,latitude;… with 3 to 100 corners',
    )
    .optional(),
  numbers: list(MatterNumber, 200).optional(),
};
export const MatterFilter = z.object(matterFilter);
export type MatterFilter = z.infer<typeof MatterFilter>;

export const KindDeclaration = z.object({
  kind: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  states: z.array(
    z.object({ state: z.string(), zh: z.string(), en: z.string(), phase: z.enum(['open', 'waiting', 'ended']), tone: z.string() }),
  ),
  actions: z.array(
    z.object({ action: z.string(), zh: z.string(), en: z.string(), from: z.array(z.string()), to: z.string(), who: z.string() }),
  ),
  clocks: z.array(z.object({ clock: z.string(), zh: z.string(), en: z.string() })),
  outcomes: z.array(z.object({ outcome: z.string(), zh: z.string(), en: z.string() })),
});

const ByNumber = z.object({ number: MatterNumber });
const View = z.object({
  id: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  columns: z.array(z.string()),
  shared: z.boolean(),
  mine: z.boolean(),
});

export const matters = {
  kinds: route({
    name: 'matters.kinds',
    method: 'GET',
    path: '/api/kinds',
    summary: 'The declared kinds of matter: states, actions, clocks',
    access: 'public',
    scope: 'none',
    answer: z.object({ items: z.array(KindDeclaration) }),
  }),
  list: route({
    name: 'matters.list',
    method: 'GET',
    path: '/api/matters',
    summary: 'Matters, newest first unless sorted otherwise',
    access: 'staff',
    scope: 'matter',
    query: PageQuery.extend({ ...matterFilter, sort: z.enum(matterSorts).default('-openedAt') }),
    answer: page(MatterSummary),
  }),
  counts: route({
    name: 'matters.counts',
    method: 'GET',
    path: '/api/matter-counts',
    summary: 'How many matters of a list are in each state, up to a ceiling',
    access: 'staff',
    scope: 'matter',
    query: z.object(matterFilter),
    answer: z.object({ total: z.number(), capped: z.boolean(), states: z.record(z.string(), z.number()), overdue: z.number() }),
  }),
  read: route({
    name: 'matters.read',
    method: 'GET',
    path: '/api/matters/:number',
    summary: 'One matter with its history and what this actor may do now',
    access: 'signed-in',
    scope: 'matter',
    params: ByNumber,
    answer: MatterDetail,
  }),
  act: route({
    name: 'matters.act',
    method: 'POST',
    path: '/api/matters/:number/actions/:action',
    summary: 'Act on a matter; `version` is the one that was seen',
    access: 'signed-in',
    scope: 'matter',
    params: ByNumber.extend({ action: z.string().regex(/^[a-z-]{1,40}$/) }),
    body: z.object({ version: z.number().int().min(1).max(2_000_000_000), input: z.record(z.string(), z.unknown()).default({}) }),
    answer: z.object({ number: z.string(), state: z.string(), version: z.number(), dueAt: z.string().nullable() }),
    idempotent: true,
  }),
  actOnMany: route({
    name: 'matters.act-on-many',
    method: 'POST',
    path: '/api/matter-acts',
    summary: 'One act on many matters; each is answered for itself. With dryRun, who would be refused and why',
    access: 'staff',
    scope: 'matter',
    body: z.object({
      matters: z
        .array(z.object({ number: MatterNumber, version: z.number().int().min(1).max(2_000_000_000) }))
        .min(1)
        .max(200),
      action: z.string().max(40),
      input: z.record(z.string(), z.unknown()).default({}),
      dryRun: z.boolean().default(false),
    }),
    answer: z.object({
      done: z.array(z.object({ number: z.string(), state: z.string(), version: z.number() })),
      refused: z.array(z.object({ number: z.string(), code: z.string(), reason: z.string() })),
    }),
    idempotent: true,
  }),
  explain: route({
    name: 'matters.explain-clock',
    method: 'GET',
    path: '/api/matters/:number/clocks/:id',
    summary: 'How a deadline was computed',
    access: 'staff',
    scope: 'matter',
    params: ByNumber.extend({ id: Id }),
    answer: Clock.extend({ steps: z.array(DeadlineStep) }),
  }),
  attach: route({
    name: 'matters.attach-file',
    method: 'POST',
    path: '/api/matters/:number/files',
    summary: 'Attach a photo or file',
    access: 'signed-in',
    scope: 'matter',
    params: ByNumber,
    query: z.object({ visibility: Visibility.default('internal'), stage: z.enum(['before', 'after', 'other']).default('other') }),
    answer: FileInfo,
    status: 201,
    consumes: 'multipart',
    idempotent: true,
    bodyLimit: 24_000_000,
  }),
  upload: route({
    name: 'matters.upload-file',
    method: 'POST',
    path: '/api/uploads',
    summary: 'Upload a photo before the report it belongs to; the id goes into `files` of the report',
    access: 'public',
    scope: 'none',
    answer: z.object({ id: z.string(), name: z.string(), size: z.number(), kind: z.string() }),
    status: 201,
    consumes: 'multipart',
    bodyLimit: 24_000_000,
    perMinute: 30,
  }),
  download: route({
    name: 'matters.download-file',
    method: 'GET',
    path: '/api/files/:id',
    summary: 'The file, or its preview; public files of published matters without signing in',
    access: 'public',
    scope: 'matter',
    params: z.object({ id: Id }),
    query: z.object({ size: z.enum(['full', 'preview']).default('full'), token: z.string().max(100).optional() }),
    produces: 'application/octet-stream',
  }),
  events: route({
    name: 'matters.events',
    method: 'GET',
    path: '/api/events',
    summary: 'Server-sent stream of what concerns this actor',
    access: 'signed-in',
    scope: 'matter',
    query: z.object({ after: z.string().max(60).optional() }),
    produces: 'text/event-stream',
  }),
  listViews: route({
    name: 'matters.list-views',
    method: 'GET',
    path: '/api/views',
    summary: 'Saved views of lists: mine and those shared with my organisation',
    access: 'staff',
    scope: 'self',
    answer: z.object({ items: z.array(View) }),
  }),
  saveView: route({
    name: 'matters.save-view',
    method: 'POST',
    path: '/api/views',
    summary: 'Save a view',
    access: 'staff',
    scope: 'self',
    body: z.object({
      name: text(40, 1),
      query: z.record(z.string().max(30), z.string().max(400)),
      columns: z.array(z.string().max(30)).max(40),
      shared: z.boolean().default(false),
    }),
    answer: View,
    status: 201,
  }),
  dropView: route({
    name: 'matters.drop-view',
    method: 'DELETE',
    path: '/api/views/:id',
    summary: 'Delete my saved view',
    access: 'staff',
    scope: 'self',
    params: z.object({ id: Id }),
    status: 204,
  }),
};
