import type { BulkMatter } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import { type DutyItemRow, putItems } from '../store/items.ts';
import { copyPlaced, copySheets, type SheetRow } from '../store/placed.ts';
import type { TasksCore } from '../tasks.ts';

export interface TaskToLoad {
  /** Place of its admission in `admissions`; null: it was placed without one. */
  admission: number | null;
  matter: BulkMatter;
  departmentId: string;
  type: string;
  withForm: boolean;
  from: string;
  to: string;
  endedOn: string | null;
  sheets: readonly Omit<SheetRow, 'taskId'>[];
}
export interface TasksToLoad {
  items: readonly DutyItemRow[];
  admissions: readonly BulkMatter[];
  tasks: readonly TaskToLoad[];
}

/** Writes the lists, applications, tasks and turns of a district with one COPY a table; without facts, so nobody is told. */
export async function loadTasks(core: TasksCore, tx: Connection, { items, admissions, tasks }: TasksToLoad): Promise<void> {
  await putItems(tx, items);
  const admitted = await core.matters.load(tx, core.admission, admissions);
  const numberOf = (task: TaskToLoad) => (task.admission === null ? null : admitted.numbers[task.admission]!);
  const loaded = await core.matters.load(
    tx,
    core.task,
    tasks.map((task) => ({ ...task.matter, details: { ...task.matter.details, admission: numberOf(task) } })),
  );
  await copyPlaced(
    tx,
    tasks.map((task, index) => ({
      ...{ id: loaded.ids[index]!, number: loaded.numbers[index]!, admission: numberOf(task), departmentId: task.departmentId },
      ...{
        areaCode: task.matter.areaCode,
        title: task.matter.title,
        type: task.type,
        admitted: task.admission !== null,
        withForm: task.withForm,
      },
      ...{ state: task.matter.state, from: task.from, to: task.to, endedOn: task.endedOn, outcome: task.matter.outcome },
    })),
  );
  await copySheets(tx, sheets());

  function* sheets(): Generator<SheetRow> {
    for (const [index, task] of tasks.entries()) for (const sheet of task.sheets) yield { ...sheet, taskId: loaded.ids[index]! };
  }
}
