import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { TaskField, tasks } from '@gongzhi/contract/tasks';
import { problems } from '@gongzhi/platform/problems';
import { dayOf } from '@gongzhi/territory';
import { taskProblems } from '../problems.ts';
import { filledFor } from '../queries/held-values.ts';
import { presentSheet } from '../queries/read-sheets.ts';
import { answerFaults } from '../rules/task-form.ts';
import { answerSheet, sheetById } from '../store/sheets.ts';
import type { TasksCore } from '../tasks.ts';

/**
 * Answers one turn of a task. What data held answer is filled in with its source; an answer that was given by hand stands before it. An answer
 * after the due day is taken and shown as late. Of two that come at once the first stands, the other is told so.
 */
export async function answerTurn(
  core: TasksCore,
  actor: Actor,
  id: string,
  input: BodyOf<typeof tasks.answerSheet>,
): Promise<AnswerOf<typeof tasks.answerSheet>> {
  const reach = { areas: areasFor(actor, 'task.do'), departments: [] };
  const sheet = await sheetById(core.database, id, reach);
  const now = core.now();
  if (!sheet) throw taskProblems['sheet-not-found']();
  if (sheet.answeredAt) throw taskProblems['sheet-answered']({ more: { answeredAt: sheet.answeredAt, answeredBy: sheet.answeredName } });
  if (sheet.state === 'placed') throw taskProblems['task-not-accepted']({ detail: sheet.number });
  if (sheet.state !== 'doing') throw taskProblems['task-ended']({ detail: sheet.number, more: { state: sheet.state } });
  if (sheet.opensOn > dayOf(now)) throw taskProblems['sheet-not-open']({ detail: sheet.opensOn, more: { opensOn: sheet.opensOn } });
  const form = ((await core.matters.texts([sheet.number])).get(sheet.number)?.details.form ?? []) as TaskField[];
  const filled = (await filledFor(core, sheet.taskArea, form)).filter((field) => !(field.key in input.answers));
  const errors = answerFaults(form, input.answers, new Set(filled.map((field) => field.key)));
  if (errors.length > 0) throw problems['invalid-input']({ errors });
  const answers = { ...Object.fromEntries(filled.map((field) => [field.key, field.value])), ...input.answers };
  const written = await answerSheet(core.database, id, {
    ...{ answers, filled, note: input.note ?? null, minutes: input.minutes, at: now, by: actor.id, name: actor.name },
  });
  if (!written) throw taskProblems['sheet-answered']({ detail: 'Somebody else answered at the same moment' });
  const after = await sheetById(core.database, id, reach);
  return presentSheet(core, after!);
}
