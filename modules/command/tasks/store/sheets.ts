import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { runRaw } from './run-raw.ts';

export interface SheetFound {
  id: string;
  taskId: string;
  number: string;
  title: string;
  state: string;
  departmentId: string;
  taskArea: string;
  areaCode: string;
  period: number;
  opensOn: string;
  dueOn: string;
  answers: Record<string, unknown> | null;
  filled: { key: string; label: string; value: unknown; source: string; why: { zh: string; en: string } }[] | null;
  note: string | null;
  minutes: number | null;
  answeredAt: Date | null;
  answeredName: string | null;
  late: boolean;
}

const columns = sql`s.id, s.task_id as "taskId", t.number, t.title, t.state, t.department_id as "departmentId", t.area_code as "taskArea",
  s.area_code as "areaCode", s.period, s.opens_on::text as "opensOn", s.due_on::text as "dueOn", s.answers, s.filled, s.note, s.minutes,
  s.answered_at as "answeredAt", s.answered_name as "answeredName",
  coalesce((s.answered_at at time zone 'Asia/Shanghai')::date > s.due_on, false) as late`;

/** Whose turns somebody may see: those at places under areas, and those of the tasks of organisations. */
export interface SheetReach {
  areas: readonly string[];
  departments: readonly string[];
}

/** A turn is seen from its place and from every area around it or below its task: a grid officer sees the community's turns too. */
function within({ areas, departments }: SheetReach): RawBuilder<boolean> {
  if (areas.includes('')) return sql<boolean>`true`;
  const ways = [
    ...areas.map((code) => sql`(s.area_code >= ${code} and s.area_code < ${`${code}:`})`),
    ...(departments.length > 0 ? [sql`t.department_id = any(${departments}::uuid[])`] : []),
  ];
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

export async function selectSheets(
  connection: Connection,
  reach: SheetReach,
  filter: { number: string | null; waiting: boolean | null; after: { waits: number; due: string; id: string } | null; limit: number },
): Promise<SheetFound[]> {
  const waits = sql`(case when s.answered_at is null then 0 else 1 end)`;
  return runRaw<SheetFound>(
    connection,
    sql`select ${columns} from command.task_sheet s join command.task_placed t on t.id = s.task_id
      where ${within(reach)}
      ${filter.number ? sql`and t.number = ${filter.number}` : sql``}
      ${filter.waiting === null ? sql`` : filter.waiting ? sql`and s.answered_at is null and t.ended_on is null` : sql`and s.answered_at is not null`}
      ${filter.after ? sql`and (${waits}, s.due_on, s.id) > (${filter.after.waits}::int, ${filter.after.due}::date, ${filter.after.id}::uuid)` : sql``}
      order by ${waits}, s.due_on, s.id limit ${filter.limit}`,
  );
}

export async function sheetById(connection: Connection, id: string, reach: SheetReach): Promise<SheetFound | null> {
  const [row] = await runRaw<SheetFound>(
    connection,
    sql`select ${columns} from command.task_sheet s join command.task_placed t on t.id = s.task_id where s.id = ${id}::uuid and ${within(reach)}`,
  );
  return row ?? null;
}

/** Writes the answer of a turn that nobody has answered yet; false where somebody was quicker. */
export async function answerSheet(
  tx: Connection,
  id: string,
  answer: {
    answers: Record<string, unknown>;
    filled: unknown[];
    note: string | null;
    minutes: number;
    at: Date;
    by: string | null;
    name: string;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `update command.task_sheet set answers = $2::jsonb, filled = $3::jsonb, filled_count = $4, note = $5, minutes = $6, answered_at = $7, answered_by = $8, answered_name = $9
     where id = $1 and answered_at is null returning id`,
    [
      id,
      JSON.stringify(answer.answers),
      JSON.stringify(answer.filled),
      answer.filled.length,
      answer.note,
      answer.minutes,
      answer.at,
      answer.by,
      answer.name,
    ],
  );
  return rows.length > 0;
}

export async function countOpenSheets(connection: Connection, taskId: string): Promise<number> {
  const [row] = await connection.query<{ count: number }>(
    'select count(*)::int as count from command.task_sheet where task_id = $1 and answered_at is null',
    [taskId],
  );
  return row?.count ?? 0;
}

/** What a community answered before in forms whose turns ended within so many days: the last value of each question by its words. */
export async function earlierAnswers(
  connection: Connection,
  community: string,
  since: Date,
): Promise<{ number: string; title: string; at: Date; answers: Record<string, unknown> }[]> {
  return connection.query(
    `select t.number, t.title, s.answered_at as at, s.answers from command.task_sheet s join command.task_placed t on t.id = s.task_id
     where s.area_code = $1 and s.answered_at >= $2 and t.with_form order by s.answered_at desc limit 40`,
    [community, since],
  );
}
