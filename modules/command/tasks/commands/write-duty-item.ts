import type { Actor } from '@gongzhi/contract/actor';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { tasks } from '@gongzhi/contract/tasks';
import { putItems } from '../store/items.ts';
import type { TasksCore } from '../tasks.ts';

/** Adds an item to the four lists, moves it or sets it out of use; audited. */
export async function writeDutyItem(
  core: TasksCore,
  actor: Actor,
  code: string,
  body: BodyOf<typeof tasks.writeDutyItem>,
): Promise<AnswerOf<typeof tasks.writeDutyItem>> {
  const item = {
    code,
    list: body.list,
    title: body.title,
    basis: body.basis ?? null,
    active: body.active,
    clearedOn: body.clearedOn ?? null,
  };
  await core.database.transaction(async (tx) => {
    await putItems(tx, [item]);
    await core.identity.audit(tx, {
      actor,
      action: 'duty-item-written',
      subject: code,
      detail: { list: item.list, title: item.title, active: item.active },
    });
  });
  return item;
}
