import { z } from 'zod';
import { MatterSummary } from './matters.ts';
import { AreaCode, CategoryCode, Day, Id, Month, PageQuery, page, text } from './primitives.ts';
import { route } from './route.ts';

export const boardFigures = ['reported', 'ended', 'open', 'overdue'] as const;
export type BoardFigure = (typeof boardFigures)[number];
export const watched = ['reported', 'open', 'overdue', 'hot-spot'] as const;

/** What is watched and how hot spots are looked for; each change is a new version. */
export const BoardRules = z.object({
  thresholds: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9-]{1,32}$/),
        /** `reported`: today over the usual, in percent; `open`, `overdue`: matters; `hot-spot`: reports in one, whatever was expected. */
        figure: z.enum(watched),
        limit: z.number().int().min(1).max(1_000_000),
        /** Under which area; everywhere where absent. */
        area: AreaCode.optional(),
        active: z.boolean().default(true),
      }),
    )
    .max(50),
  scan: z.object({
    /** Days of the baseline and the longest window within it. */
    days: z.number().int().min(14).max(56),
    longest: z.number().int().min(1).max(14),
    least: z.number().int().min(2).max(1000),
    /** The share of random arrangements that may look as strong. */
    p: z.number().min(0.01).max(0.5),
  }),
});
export type BoardRules = z.infer<typeof BoardRules>;

export const HotSpot = z.object({
  id: z.string(),
  topic: z.string().nullable(),
  topicName: z.string(),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  from: z.string(),
  to: z.string(),
  observed: z.number(),
  expected: z.number(),
  p: z.number(),
  center: z.tuple([z.number(), z.number()]).nullable(),
});
export type HotSpot = z.infer<typeof HotSpot>;

export const Alert = z.object({
  id: z.string(),
  figure: z.enum(watched),
  areaCode: z.string(),
  areaName: z.string(),
  value: z.number(),
  limit: z.number(),
  raisedAt: z.string(),
  endedAt: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  note: z.string().nullable(),
});
export type Alert = z.infer<typeof Alert>;

const ThemeInput = z.object({
  month: Month,
  areaCode: AreaCode,
  category: CategoryCode,
  title: text(80, 2),
  why: text(1000).default(''),
  steps: z
    .array(z.object({ text: text(300, 1), owner: text(60).default(''), dueOn: Day, doneOn: Day.nullable().default(null) }))
    .max(30)
    .default([]),
});
export type ThemeInput = z.input<typeof ThemeInput>;
export const Theme = z.object({
  id: z.string(),
  month: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  category: z.string(),
  categoryName: z.string(),
  title: z.string(),
  why: z.string(),
  steps: z.array(z.object({ text: z.string(), owner: z.string(), dueOn: z.string(), doneOn: z.string().nullable() })),
  state: z.enum(['running', 'closed']),
  version: z.number(),
});
export type Theme = z.infer<typeof Theme>;

export const BoardNow = z.object({
  at: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  /** `usual`: the mean of the same weekday of the four weeks before, up to the same hour. */
  figures: z.object({
    reported: z.object({ now: z.number(), usual: z.number().nullable() }),
    ended: z.object({ now: z.number(), usual: z.number().nullable() }),
    late: z.object({ now: z.number(), usual: z.number().nullable() }),
    open: z.number(),
    overdue: z.number(),
  }),
  patrol: z.object({ visited: z.number(), findings: z.number(), visits: z.number() }),
  hours: z.array(z.object({ hour: z.number(), now: z.number(), usual: z.number() })),
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      center: z.tuple([z.number(), z.number()]).nullable(),
      reported: z.number(),
      usual: z.number(),
      open: z.number(),
      overdue: z.number(),
    }),
  ),
  hotSpots: z.array(HotSpot),
  alerts: z.array(Alert),
  theme: Theme.nullable(),
  latest: z.array(z.object({ number: z.string(), title: z.string(), at: z.string(), areaName: z.string(), state: z.string() })),
});
export type BoardNow = z.infer<typeof BoardNow>;

const OneArea = z.object({ area: AreaCode.optional() });
const ById = z.object({ id: Id });

export const board = {
  now: route({
    name: 'command.board',
    method: 'GET',
    path: '/api/board',
    summary: 'The board of an area now; computed once for all who look',
    access: 'board.read',
    scope: 'area',
    query: OneArea,
    answer: BoardNow,
  }),
  events: route({
    name: 'command.board-events',
    method: 'GET',
    path: '/api/board/events',
    summary: 'The board of an area as a stream: each change is computed once, however many look on',
    access: 'board.read',
    scope: 'area',
    query: OneArea,
    produces: 'text/event-stream',
  }),
  rows: route({
    name: 'command.board-rows',
    method: 'GET',
    path: '/api/board/rows',
    summary: 'The matters behind a figure of the board, or behind a hot spot',
    access: 'board.read',
    scope: 'area',
    query: PageQuery.extend({
      figure: z.enum(boardFigures).default('reported'),
      area: AreaCode.optional(),
      day: Day.optional(),
      hotSpot: Id.optional(),
    }),
    answer: page(MatterSummary),
  }),
  replay: route({
    name: 'command.board-replay',
    method: 'GET',
    path: '/api/board/replay',
    summary: 'A day hour by hour: what was reported and ended in each area below',
    access: 'board.read',
    scope: 'area',
    query: z.object({ area: AreaCode.optional(), day: Day }),
    answer: z.object({
      day: z.string(),
      frames: z.array(
        z.object({
          hour: z.number(),
          reported: z.number(),
          ended: z.number(),
          areas: z.array(z.object({ code: z.string(), reported: z.number() })),
        }),
      ),
      areas: z.array(z.object({ code: z.string(), name: z.string(), center: z.tuple([z.number(), z.number()]).nullable() })),
    }),
  }),
  readRules: route({
    name: 'command.read-board-rules',
    method: 'GET',
    path: '/api/board/rules',
    summary: 'Thresholds of alerts and the settings of the scan',
    access: ['board.read', 'theme.edit'],
    scope: 'none',
    answer: z.object({ version: z.number(), rules: BoardRules }),
  }),
  writeRules: route({
    name: 'command.write-board-rules',
    method: 'PUT',
    path: '/api/board/rules',
    summary: 'Change the thresholds; `version` is the one that was seen',
    access: 'supervision.edit',
    scope: 'none',
    body: z.object({ version: z.number().int().min(0).max(1_000_000), rules: BoardRules }),
    answer: z.object({ version: z.number(), rules: BoardRules }),
  }),
  acknowledge: route({
    name: 'command.acknowledge-alert',
    method: 'POST',
    path: '/api/board/alerts/:id',
    summary: 'Say that an alert was seen and what is done about it',
    access: 'theme.edit',
    scope: 'area',
    params: ById,
    body: z.object({ note: text(300, 2) }),
    answer: Alert,
  }),
  themes: route({
    name: 'command.list-themes',
    method: 'GET',
    path: '/api/board/themes',
    summary: 'Monthly themes, newest first',
    access: ['board.read', 'theme.edit'],
    scope: 'area',
    query: PageQuery,
    answer: page(Theme),
  }),
  theme: route({
    name: 'command.read-theme',
    method: 'GET',
    path: '/api/board/themes/:id',
    summary: 'A theme with its effect: reports of its category month by month, before, in and after it',
    access: ['board.read', 'theme.edit'],
    scope: 'area',
    params: ById,
    answer: Theme.extend({
      months: z.array(z.object({ month: z.string(), reported: z.number(), onTime: z.number().nullable() })),
      /** Mean of the three months before; of the whole months after; their difference in parts of one. Null while nothing is to be compared. */
      before: z.number().nullable(),
      after: z.number().nullable(),
      change: z.number().nullable(),
    }),
  }),
  createTheme: route({
    name: 'command.create-theme',
    method: 'POST',
    path: '/api/board/themes',
    summary: 'Choose the theme of a month',
    access: 'theme.edit',
    scope: 'area',
    body: ThemeInput,
    answer: Theme,
    status: 201,
    idempotent: true,
  }),
  changeTheme: route({
    name: 'command.change-theme',
    method: 'PUT',
    path: '/api/board/themes/:id',
    summary: 'Plan, follow or close a theme; `version` is the one that was seen',
    access: 'theme.edit',
    scope: 'area',
    params: ById,
    body: ThemeInput.extend({ version: z.number().int().min(1).max(1_000_000), state: z.enum(['running', 'closed']).default('running') }),
    answer: Theme,
  }),
};
