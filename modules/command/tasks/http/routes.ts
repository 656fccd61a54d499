import { tasks as routes } from '@gongzhi/contract/tasks';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import { answerTurn } from '../commands/answer-sheet.ts';
import { applyTask } from '../commands/apply-task.ts';
import { placeTasks } from '../commands/place-tasks.ts';
import { writeDutyItem } from '../commands/write-duty-item.ts';
import { writeTaskRules } from '../commands/write-task-rules.ts';
import { checkTask } from '../queries/check-task.ts';
import { listBurdenRows, readBurden } from '../queries/read-burden.ts';
import { listSheets, readSheet } from '../queries/read-sheets.ts';
import { readSettings, selectItems } from '../store/items.ts';
import type { TasksCore } from '../tasks.ts';

/** Binds the routes of contract/tasks.ts. */
export function taskRoutes(core: TasksCore): BoundRoute[] {
  return [
    bind(routes.dutyItems, async () => ({ items: await selectItems(core.database) })),
    bind(routes.writeDutyItem, ({ actor, params, body }) => writeDutyItem(core, actor, params.code, body)),
    bind(routes.readTaskRules, () => readSettings(core.database)),
    bind(routes.writeTaskRules, ({ actor, body }) => writeTaskRules(core, actor, body)),
    bind(routes.checkTask, ({ body }) => checkTask(core.database, body)),
    bind(routes.apply, ({ actor, body }) => applyTask(core, actor, body)),
    bind(routes.place, ({ actor, body }) => placeTasks(core, actor, body)),
    bind(routes.sheets, ({ actor, query }) => listSheets(core, actor, query)),
    bind(routes.readSheet, ({ actor, params }) => readSheet(core, actor, params.id)),
    bind(routes.answerSheet, ({ actor, params, body }) => answerTurn(core, actor, params.id, body)),
    bind(routes.burden, ({ actor, query }) => readBurden(core, actor, query)),
    bind(routes.burdenRows, ({ actor, query }) => listBurdenRows(core, actor, query)),
  ];
}
