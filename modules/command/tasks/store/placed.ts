import type { Connection } from '@gongzhi/platform/database';

export interface PlacedRow {
  id: string;
  number: string;
  admission: string | null;
  departmentId: string;
  areaCode: string;
  title: string;
  type: string;
  admitted: boolean;
  withForm: boolean;
  state: string;
  from: string;
  to: string;
  endedOn: string | null;
  outcome: string | null;
}
const placedColumns =
  'id number admission department_id area_code title type admitted with_form state from_day to_day ended_on outcome'.split(' ');

/** Writes many tasks with one COPY. */
export async function copyPlaced(tx: Connection, rows: readonly PlacedRow[]): Promise<void> {
  await tx.copy(
    'command.task_placed',
    placedColumns,
    rows.map((row) => [
      ...[row.id, row.number, row.admission, row.departmentId, row.areaCode, row.title, row.type, row.admitted, row.withForm],
      ...[row.state, row.from, row.to, row.endedOn, row.outcome],
    ]),
  );
}

/** Keeps what is counted of a task in step with an act on it. */
export async function settlePlaced(
  tx: Connection,
  id: string,
  { state, endedOn, outcome }: { state: string; endedOn: string | null; outcome: string | null },
): Promise<void> {
  await tx.query('update command.task_placed set state = $2, ended_on = $3::date, outcome = $4 where id = $1', [
    id,
    state,
    endedOn,
    outcome,
  ]);
}

export interface SheetRow {
  id: string;
  taskId: string;
  areaCode: string;
  period: number;
  opensOn: string;
  dueOn: string;
  answers: Record<string, unknown> | null;
  filled: unknown[] | null;
  note: string | null;
  minutes: number | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  answeredName: string | null;
}
const sheetColumns =
  'id task_id area_code period opens_on due_on answers filled filled_count note minutes answered_at answered_by answered_name'.split(' ');

/** Writes many turns with one COPY; rows are made while they are read. */
export async function copySheets(tx: Connection, rows: Iterable<SheetRow>): Promise<void> {
  await tx.copy('command.task_sheet', sheetColumns, values(rows));
}

function* values(rows: Iterable<SheetRow>) {
  for (const row of rows)
    yield [
      ...[row.id, row.taskId, row.areaCode, row.period, row.opensOn, row.dueOn],
      ...[row.answers && JSON.stringify(row.answers), row.filled && JSON.stringify(row.filled), row.filled?.length ?? 0],
      ...[row.note, row.minutes, row.answeredAt, row.answeredBy, row.answeredName],
    ];
}
