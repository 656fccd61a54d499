import { type Actor, areasFor, outermost, unitsFor } from '@gongzhi/contract/actor';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { TaskField, tasks } from '@gongzhi/contract/tasks';
import { dayOf } from '@gongzhi/territory';
import { taskProblems } from '../problems.ts';
import { readPlace, writePlace } from '../rules/page-place.ts';
import { formSchema } from '../rules/task-form.ts';
import { type SheetFound, type SheetReach, selectSheets, sheetById } from '../store/sheets.ts';
import type { TasksCore } from '../tasks.ts';
import { filledFor } from './held-values.ts';

/** The turns that somebody may see: at the places of its posts, and those of its department's tasks. */
export function sheetReach(actor: Actor): SheetReach {
  const areas = (['task.do', 'task.decide', 'burden.read'] as const).flatMap((permission) => areasFor(actor, permission));
  return { areas: outermost(areas), departments: unitsFor(actor, 'task.apply') };
}

export async function presentSheet(core: TasksCore, sheet: SheetFound) {
  const [areas, units] = await Promise.all([core.territory.directory(), core.organisations.directory()]);
  return {
    ...{ id: sheet.id, number: sheet.number, title: sheet.title, areaCode: sheet.areaCode, areaName: areas.name(sheet.areaCode) },
    ...{ department: units.name(sheet.departmentId), period: sheet.period, opensOn: sheet.opensOn, dueOn: sheet.dueOn },
    ...{ answeredAt: sheet.answeredAt?.toISOString() ?? null, answeredBy: sheet.answeredName, minutes: sheet.minutes, late: sheet.late },
  };
}

export async function listSheets(
  core: TasksCore,
  actor: Actor,
  query: QueryOf<typeof tasks.sheets>,
): Promise<AnswerOf<typeof tasks.sheets>> {
  const after = query.cursor ? readPlace(query.cursor) : null;
  const rows = await selectSheets(core.database, sheetReach(actor), {
    number: query.number ?? null,
    waiting: query.waiting === undefined ? null : query.waiting === 'true',
    after: after && { waits: after.rank, due: after.day, id: after.id },
    limit: query.limit + 1,
  });
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: await Promise.all(shown.map((row) => presentSheet(core, row))),
    next: last ? writePlace({ rank: last.answeredAt ? 1 : 0, day: last.dueOn, id: last.id }) : null,
  };
}

/** The turn with what is asked and what is known already. Refuses as `sheet-not-found` what the actor may not see. */
export async function readSheet(core: TasksCore, actor: Actor, id: string): Promise<AnswerOf<typeof tasks.readSheet>> {
  const sheet = await sheetById(core.database, id, sheetReach(actor));
  if (!sheet) throw taskProblems['sheet-not-found']();
  const text = (await core.matters.texts([sheet.number])).get(sheet.number);
  const form = (text?.details.form ?? []) as TaskField[];
  const filled = sheet.answeredAt ? (sheet.filled ?? []) : await filledFor(core, sheet.taskArea, form);
  const mine = areasFor(actor, 'task.do').some((code) => sheet.areaCode.startsWith(code));
  return {
    ...(await presentSheet(core, sheet)),
    body: text?.body ?? '',
    state: sheet.state,
    form: formSchema(form, new Set(filled.map((field) => field.key))),
    filled,
    answers: sheet.answers,
    note: sheet.note,
    canAnswer: mine && sheet.answeredAt === null && sheet.state === 'doing' && sheet.opensOn <= dayOf(core.now()),
  };
}
