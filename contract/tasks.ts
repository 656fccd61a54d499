import { z } from 'zod';
import { AreaCode, Day, Id, MatterNumber, Month, PageQuery, page, text } from './primitives.ts';
import { route } from './route.ts';

/** The four lists of duties: what communities decide themselves, help with, may be paid for, and must not be given. */
export const dutyLists = ['autonomy', 'assistance', 'purchasable', 'forbidden'] as const;
export const DutyList = z.enum(dutyLists);
export type DutyList = z.infer<typeof DutyList>;
const DutyCode = z.string().regex(/^[0-9A-Za-z-]{1,24}$/, 'a code of a list item, such as J-023');

export const taskTypes = ['work', 'form', 'evaluation'] as const;
export const TaskType = z.enum(taskTypes);
export const frequencies = ['once', 'weekly', 'monthly', 'quarterly'] as const;
export const Frequency = z.enum(frequencies);
export type Frequency = z.infer<typeof Frequency>;

/** One question of a form that comes with a task. */
export const TaskField = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a key of small letters, digits and dashes'),
  label: text(80, 1),
  labelEn: text(80, 1).optional(),
  type: z.enum(['text', 'whole', 'number', 'yes-no', 'choice', 'day']),
  options: z.array(text(60, 1)).max(30).default([]),
  required: z.boolean().default(true),
});
export type TaskField = z.infer<typeof TaskField>;
const TaskForm = z.array(TaskField).max(60).default([]);

const DutyItem = z.object({
  code: DutyCode,
  list: DutyList,
  title: z.string(),
  basis: z.string().nullable(),
  active: z.boolean(),
  /** The day on which it was taken off the communities, where it was. */
  clearedOn: z.string().nullable(),
});
const Finding = z.object({
  code: z.string(),
  list: DutyList,
  title: z.string(),
  basis: z.string().nullable(),
  named: z.boolean(),
  share: z.number(),
});
const ListCheck = z.object({ verdict: z.enum([...dutyLists, 'unlisted']), findings: z.array(Finding) });
const HeldField = z.object({ key: z.string(), label: z.string(), source: z.string(), word: z.string() });

const Content = z.object({
  title: text(120, 2),
  body: text(4000, 2),
  type: TaskType.default('work'),
  /** The item of the four lists that the work is said to belong to. */
  item: DutyCode.nullish(),
  form: TaskForm,
  /** Time that one turn takes in one community, in minutes. */
  minutes: z.number().int().min(0).max(60_000).default(0),
});
const AdmissionInput = Content.extend({
  /** Law or document that the work rests on. */
  basis: text(500, 2),
  /** Yuan that follow the work to each community. */
  budget: z.number().min(0).max(1_000_000_000),
  from: Day,
  to: Day,
  frequency: Frequency.default('once'),
  level: z.enum(['community', 'grid']).default('community'),
  areas: z.array(AreaCode).min(1).max(200),
});
const PlacementInput = Content.extend({
  /** Number of the admission that the work rests on; without it communities may refuse. */
  admission: MatterNumber.nullish(),
  from: Day,
  to: Day,
  frequency: Frequency.default('once'),
  level: z.enum(['community', 'grid']).default('community'),
  areas: z.array(AreaCode).min(1).max(200),
});

/** One turn of a task in one place: what has to be done, and its form, from a day to a day. */
const Sheet = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  department: z.string(),
  period: z.number(),
  opensOn: z.string(),
  dueOn: z.string(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  minutes: z.number().nullable(),
  /** Answered after the day on which it was due. */
  late: z.boolean(),
});
const Filled = z.object({
  key: z.string(),
  label: z.string(),
  value: z.unknown(),
  source: z.string(),
  why: z.object({ zh: z.string(), en: z.string() }),
});

const TaskRules = z.object({ decideDays: z.number().int().min(1).max(120), aheadDays: z.number().int().min(0).max(250) });

export const burdenFigures = ['tasks', 'forms', 'evaluations', 'hours'] as const;
export const BurdenFigure = z.enum(burdenFigures);
export const tasks = {
  dutyItems: route({
    name: 'command.duty-items',
    method: 'GET',
    path: '/api/command/duty-items',
    summary: 'The four lists of duties',
    access: 'staff',
    scope: 'none',
    answer: z.object({ items: z.array(DutyItem) }),
  }),
  writeDutyItem: route({
    name: 'command.write-duty-item',
    method: 'PUT',
    path: '/api/command/duty-items/:code',
    summary: 'Add an item to a list or change it',
    access: 'task.decide',
    scope: 'none',
    params: z.object({ code: DutyCode }),
    body: z.object({
      list: DutyList,
      title: text(200, 2),
      basis: text(500).nullish(),
      active: z.boolean().default(true),
      clearedOn: Day.nullish(),
    }),
    answer: DutyItem,
  }),
  readTaskRules: route({
    name: 'command.read-task-rules',
    method: 'GET',
    path: '/api/command/task-rules',
    summary: 'Terms of the gate, in working days: for a decision, and how far ahead an application is due',
    access: 'staff',
    scope: 'none',
    answer: TaskRules,
  }),
  writeTaskRules: route({
    name: 'command.write-task-rules',
    method: 'PUT',
    path: '/api/command/task-rules',
    summary: 'Set the terms of the gate',
    access: 'task.decide',
    scope: 'none',
    body: TaskRules,
    answer: TaskRules,
  }),
  checkTask: route({
    name: 'command.check-task',
    method: 'POST',
    path: '/api/command/task-check',
    summary: 'Hold intended work against the four lists, and its form against the data held',
    access: ['task.apply', 'task.decide'],
    scope: 'none',
    body: z.object({ title: text(120), body: text(4000).default(''), item: DutyCode.nullish(), form: TaskForm }),
    answer: z.object({ lists: ListCheck, held: z.array(HeldField), answeredWhole: z.boolean() }),
  }),
  apply: route({
    name: 'command.apply-task',
    method: 'POST',
    path: '/api/command/task-admissions',
    summary: 'Apply to place work in communities',
    access: 'task.apply',
    scope: 'organisation',
    body: AdmissionInput,
    answer: z.object({ number: z.string(), state: z.string(), dueAt: z.string().nullable(), lists: ListCheck }),
    status: 201,
    idempotent: true,
  }),
  place: route({
    name: 'command.place-tasks',
    method: 'POST',
    path: '/api/command/tasks',
    summary: 'Place work in communities: under an admission, or without one, and then each community may refuse it',
    access: 'task.apply',
    scope: 'organisation',
    body: PlacementInput,
    answer: z.object({ placed: z.number(), sheets: z.number(), numbers: z.array(z.string()), admitted: z.boolean() }),
    status: 201,
    idempotent: true,
  }),
  sheets: route({
    name: 'command.list-sheets',
    method: 'GET',
    path: '/api/command/task-sheets',
    summary: 'Turns of tasks at the places of my posts, or of one task; those that wait first',
    access: ['task.do', 'task.apply', 'task.decide', 'burden.read'],
    scope: 'area',
    query: PageQuery.extend({ number: MatterNumber.optional(), waiting: z.enum(['true', 'false']).optional() }),
    answer: page(Sheet),
  }),
  readSheet: route({
    name: 'command.read-sheet',
    method: 'GET',
    path: '/api/command/task-sheets/:id',
    summary: 'One turn with its form as JSON Schema, and what is filled in from data held',
    access: ['task.do', 'task.apply', 'task.decide', 'burden.read'],
    scope: 'area',
    params: z.object({ id: Id }),
    answer: Sheet.extend({
      body: z.string(),
      state: z.string(),
      form: z.record(z.string(), z.unknown()),
      filled: z.array(Filled),
      answers: z.record(z.string(), z.unknown()).nullable(),
      note: z.string().nullable(),
      canAnswer: z.boolean(),
    }),
  }),
  answerSheet: route({
    name: 'command.answer-sheet',
    method: 'POST',
    path: '/api/command/task-sheets/:id/answer',
    summary: 'Say that a turn is done, with the answers to its form and the time that it took',
    access: 'task.do',
    scope: 'area',
    params: z.object({ id: Id }),
    body: z.object({
      answers: z.record(z.string().max(40), z.unknown()).default({}),
      minutes: z.number().int().min(0).max(60_000),
      note: text(2000).optional(),
    }),
    answer: Sheet,
  }),
  burden: route({
    name: 'command.burden',
    method: 'GET',
    path: '/api/command/burden',
    summary: 'What communities carry: tasks, forms, evaluations and hours by month, with the trend of twelve months',
    access: 'burden.read',
    scope: 'area',
    query: z.object({ month: Month.optional(), area: AreaCode.optional() }),
    answer: z.object({
      month: z.string(),
      months: z.array(z.string()),
      items: z.array(
        z.object({
          areaCode: z.string(),
          areaName: z.string(),
          tasks: z.number(),
          forms: z.number(),
          evaluations: z.number(),
          hours: z.number(),
          refused: z.number(),
          /** Questions that were filled in from data held. */
          filled: z.number(),
          /** Tasks of each month of `months`. */
          trend: z.array(z.number()),
        }),
      ),
      /** Sums by month over all communities in view. */
      trend: z.array(z.object({ month: z.string(), tasks: z.number(), forms: z.number(), evaluations: z.number(), hours: z.number() })),
      departments: z.array(z.object({ id: z.string(), name: z.string(), tasks: z.number(), admitted: z.number(), refused: z.number() })),
    }),
  }),
  burdenRows: route({
    name: 'command.burden-rows',
    method: 'GET',
    path: '/api/command/burden/rows',
    summary: 'The rows behind one figure of the burden',
    access: 'burden.read',
    scope: 'area',
    query: PageQuery.extend({ month: Month, area: AreaCode, figure: BurdenFigure }),
    answer: page(
      z.object({
        number: z.string(),
        title: z.string(),
        department: z.string(),
        areaCode: z.string(),
        areaName: z.string(),
        from: z.string(),
        to: z.string(),
        answeredAt: z.string().nullable(),
        minutes: z.number().nullable(),
      }),
    ),
  }),
};
