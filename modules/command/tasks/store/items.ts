import type { DutyList } from '@gongzhi/contract/tasks';
import type { Connection } from '@gongzhi/platform/database';

export interface DutyItemRow {
  code: string;
  list: DutyList;
  title: string;
  basis: string | null;
  active: boolean;
  clearedOn: string | null;
}
const columns = `code, list, title, basis, active, cleared_on::text as "clearedOn"`;

export async function selectItems(connection: Connection): Promise<DutyItemRow[]> {
  return connection.query<DutyItemRow>(
    `select ${columns} from command.task_item order by array_position(array['autonomy','assistance','purchasable','forbidden'], list), code`,
  );
}

/** Adds items or changes those whose code is there; gives them as they stand. */
export async function putItems(tx: Connection, items: readonly DutyItemRow[]): Promise<void> {
  await tx.query(
    `insert into command.task_item (code, list, title, basis, active, cleared_on)
     select code, list, title, basis, active, "clearedOn" from jsonb_to_recordset($1::jsonb) as i(code text, list text, title text, basis text, active boolean, "clearedOn" date)
     on conflict (code) do update set list = excluded.list, title = excluded.title, basis = excluded.basis, active = excluded.active, cleared_on = excluded.cleared_on`,
    [JSON.stringify(items)],
  );
}

export interface TaskSettings {
  decideDays: number;
  aheadDays: number;
}

export async function readSettings(connection: Connection): Promise<TaskSettings> {
  const [row] = await connection.query<TaskSettings>(
    'select decide_days as "decideDays", ahead_days as "aheadDays" from command.task_setting',
  );
  return row!;
}

export async function writeSettings(tx: Connection, settings: TaskSettings): Promise<void> {
  await tx.query('update command.task_setting set decide_days = $1, ahead_days = $2', [settings.decideDays, settings.aheadDays]);
}
