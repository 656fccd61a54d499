import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { tasks } from '@gongzhi/contract/tasks';
import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import { taskProblems } from '../problems.ts';
import { checkLists, type ListCheck } from '../rules/duty-lists.ts';
import { answeredWhole, heldFields } from '../rules/held-data.ts';
import { formFault } from '../rules/task-form.ts';
import { selectItems } from '../store/items.ts';

/** Holds words against the active items of the four lists. Refuses an item that is not on them. */
export async function listsFor(connection: Connection, text: string, item: string | null): Promise<ListCheck> {
  const items = (await selectItems(connection)).filter((one) => one.active);
  if (item !== null && !items.some((one) => one.code === item))
    throw taskProblems['duty-item-unknown']({
      errors: [{ field: 'item', reason: 'not on the lists', accepted: 'a code of GET /api/command/duty-items' }],
    });
  return checkLists(text, item, items);
}

/** What the gate would say of intended work, before anybody applies. */
export async function checkTask(connection: Connection, body: BodyOf<typeof tasks.checkTask>): Promise<AnswerOf<typeof tasks.checkTask>> {
  const fault = formFault(body.form);
  if (fault) throw fieldProblem(...fault);
  const held = heldFields(body.form);
  return {
    lists: await listsFor(connection, `${body.title} ${body.body}`, body.item ?? null),
    held,
    answeredWhole: answeredWhole(body.form, held),
  };
}
