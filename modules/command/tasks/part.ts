import type { Connection } from '@gongzhi/platform/database';
import { dayOf } from '@gongzhi/territory';
import type { CommandCore, CommandPart } from '../command.ts';
import { admissionKind } from './admission-kind.ts';
import { loadTasks, type TasksToLoad } from './commands/load-tasks.ts';
import { taskNoticeConsumer } from './consumers/notices.ts';
import { taskRoutes } from './http/routes.ts';
import { expireAdmissions } from './jobs/expire-admissions.ts';
import { taskProblems } from './problems.ts';
import { listsFor } from './queries/check-task.ts';
import { settlePlaced } from './store/placed.ts';
import { countOpenSheets } from './store/sheets.ts';
import { taskKind } from './task-kind.ts';
import type { TasksCore } from './tasks.ts';

/** Department tasks: applications, the gate, breaking down, the burden of communities. */
export function tasksPart(command: CommandCore): CommandPart & { load(tx: Connection, load: TasksToLoad): Promise<void> } {
  const core: TasksCore = {
    ...command,
    admission: admissionKind({ lists: (text, item) => listsFor(command.database, text, item) }),
    task: taskKind(async (tx, { acted, context }) => {
      const { id } = context.matter;
      const open = acted.state === 'reported' ? await countOpenSheets(tx, id) : 0;
      if (open > 0) throw taskProblems['sheets-open']({ detail: String(open), more: { open } });
      const outcome = { done: 'done', refused: 'refused', cancelled: 'cancelled' }[acted.state] ?? null;
      await settlePlaced(tx, id, { state: acted.state, outcome, endedOn: outcome ? dayOf(context.now) : null });
    }),
  };
  return {
    load: (tx, load) => loadTasks(core, tx, load),
    kinds: [core.admission, core.task],
    facts: ['task-admission-apply', 'task-place'],
    routes: taskRoutes(core),
    consumers: [taskNoticeConsumer(core)],
    jobs: [{ name: 'command.expire-admissions', cron: '10 0 * * *', run: (_data, { signal }) => expireAdmissions(core, signal) }],
  };
}
