import type { Connection } from '@gongzhi/platform/database';

export interface BurdenRow {
  month: string;
  areaCode: string;
  tasks: number;
  forms: number;
  evaluations: number;
  minutes: number;
  refused: number;
  filled: number;
}

// Refused and cancelled work is no burden; it is counted beside it.
const carried = `t.from_day < (m.month + interval '1 month') and (t.ended_on is null or t.ended_on >= m.month) and coalesce(t.outcome, 'done') = 'done'`;
const under = (column: string) => `exists (select from unnest($3::text[]) as reach(code) where starts_with(${column}, reach.code))`;
const months = `months as (select generate_series($1::date, $2::date, '1 month')::date as month)`;

/** What communities carried in each month from one to another (first days), under areas; a community or month without anything is absent. */
export async function selectBurden(connection: Connection, from: string, to: string, areas: readonly string[]): Promise<BurdenRow[]> {
  return connection.query<BurdenRow>(
    `with ${months}, parts as (
       select m.month, t.area_code, count(*) as tasks, 0 as forms, count(*) filter (where t.type = 'evaluation') as evaluations, 0 as minutes, 0 as refused, 0 as filled
       from months m join command.task_placed t on ${carried} where ${under('t.area_code')} group by 1, 2
       union all
       select date_trunc('month', t.ended_on)::date, t.area_code, 0, 0, 0, 0, count(*), 0
       from command.task_placed t where t.outcome = 'refused' and t.ended_on >= $1::date and t.ended_on < ($2::date + interval '1 month') and ${under('t.area_code')} group by 1, 2
       union all
       select date_trunc('month', s.due_on)::date, t.area_code, 0, count(*), 0, 0, 0, sum(s.filled_count)
       from command.task_sheet s join command.task_placed t on t.id = s.task_id
       where t.with_form and coalesce(t.outcome, 'done') = 'done' and s.due_on >= $1::date and s.due_on < ($2::date + interval '1 month') and ${under('t.area_code')} group by 1, 2
       union all
       select date_trunc('month', s.answered_at at time zone 'Asia/Shanghai')::date, t.area_code, 0, 0, 0, sum(s.minutes), 0, 0
       from command.task_sheet s join command.task_placed t on t.id = s.task_id
       where (s.answered_at at time zone 'Asia/Shanghai')::date >= $1::date and (s.answered_at at time zone 'Asia/Shanghai')::date < ($2::date + interval '1 month')
         and ${under('t.area_code')} group by 1, 2
     )
     select to_char(month, 'YYYY-MM') as month, area_code as "areaCode", sum(tasks)::int as tasks, sum(forms)::int as forms, sum(evaluations)::int as evaluations,
       sum(minutes)::int as minutes, sum(refused)::int as refused, sum(filled)::int as filled
     from parts group by 1, 2`,
    [from, to, areas],
  );
}

/** The same month by department: how many tasks, how many of them admitted, how many refused. */
export async function selectByDepartment(
  connection: Connection,
  month: string,
  areas: readonly string[],
): Promise<{ id: string; tasks: number; admitted: number; refused: number }[]> {
  return connection.query(
    `with ${months} select t.department_id as id, count(*) filter (where coalesce(t.outcome, 'done') = 'done')::int as tasks,
       count(*) filter (where t.admitted and coalesce(t.outcome, 'done') = 'done')::int as admitted, count(*) filter (where t.outcome = 'refused')::int as refused
     from months m join command.task_placed t on t.from_day < (m.month + interval '1 month') and (t.ended_on is null or t.ended_on >= m.month)
     where ${under('t.area_code')} group by 1 order by 2 desc, 1`,
    [month, month, areas],
  );
}

export interface BurdenDetail {
  id: string;
  number: string;
  title: string;
  departmentId: string;
  areaCode: string;
  from: string;
  to: string;
  answeredAt: Date | null;
  minutes: number | null;
}

/** The rows behind one figure of one month, by their last day; `after` is where the page before ended. */
export async function selectBurdenRows(
  connection: Connection,
  figure: 'tasks' | 'forms' | 'evaluations' | 'hours',
  month: string,
  areas: readonly string[],
  after: { day: string; id: string } | null,
  limit: number,
): Promise<BurdenDetail[]> {
  const keyset = (day: string, id: string) =>
    `($4::date is null or (${day}, ${id}) > ($4::date, $5::uuid)) order by ${day}, ${id} limit $6`;
  const values = [month, month, areas, after?.day ?? null, after?.id ?? null, limit];
  if (figure === 'tasks' || figure === 'evaluations')
    return connection.query<BurdenDetail>(
      `with ${months} select t.id, t.number, t.title, t.department_id as "departmentId", t.area_code as "areaCode", t.from_day::text as from, t.to_day::text as to,
         null::timestamptz as "answeredAt", null::int as minutes
       from months m join command.task_placed t on ${carried} where ${under('t.area_code')} ${figure === 'evaluations' ? `and t.type = 'evaluation'` : ''}
         and ${keyset('t.to_day', 't.id')}`,
      values,
    );
  const counted =
    figure === 'forms'
      ? `t.with_form and coalesce(t.outcome, 'done') = 'done' and s.due_on >= m.month and s.due_on < (m.month + interval '1 month')`
      : `s.minutes > 0 and (s.answered_at at time zone 'Asia/Shanghai')::date >= m.month and (s.answered_at at time zone 'Asia/Shanghai')::date < (m.month + interval '1 month')`;
  return connection.query<BurdenDetail>(
    `with ${months} select s.id, t.number, t.title, t.department_id as "departmentId", s.area_code as "areaCode", s.opens_on::text as from, s.due_on::text as to,
       s.answered_at as "answeredAt", s.minutes
     from months m cross join command.task_sheet s join command.task_placed t on t.id = s.task_id where ${counted} and ${under('t.area_code')} and ${keyset('s.due_on', 's.id')}`,
    values,
  );
}
