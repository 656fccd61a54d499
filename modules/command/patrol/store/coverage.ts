import type { Connection } from '@gongzhi/platform/database';

/** Points whose visit falls due on day `d.day`: p is the plan. */
const fallsDue = `p.active and p.since <= d.day and case p.frequency
  when 'daily' then cardinality(p.weekdays) = 0 or extract(isodow from d.day)::int = any(p.weekdays)
  when 'weekly' then extract(isodow from d.day) = 7
  else d.day = (date_trunc('month', d.day) + interval '1 month - 1 day')::date end`;
const visit = `v.point_id = t.id and v.period =
  case p.frequency when 'daily' then d.day when 'weekly' then date_trunc('week', d.day)::date else date_trunc('month', d.day)::date end`;
const days = `(select g.day::date as day from generate_series($1::date, $2::date, interval '1 day') g(day)) d`;

/** Writes what fell due on each day of a span and what of it was not paid; repeating it changes nothing. */
export async function closeDays(connection: Connection, from: string, to: string): Promise<void> {
  await connection.query(
    `insert into command.patrol_day as o (area_code, day, planned, missed)
     select p.area_code, d.day, count(*), count(*) filter (where v.point_id is null)
     from ${days} join command.patrol_plan p on ${fallsDue} join command.patrol_point t on t.plan_id = p.id and t.active
     left join command.patrol_visit v on ${visit}
     group by 1, 2 order by 1, 2
     on conflict (area_code, day) do update set planned = excluded.planned, missed = excluded.missed
     where (o.planned, o.missed) is distinct from (excluded.planned, excluded.missed)`,
    [from, to],
  );
}

export interface SumRow {
  key: string;
  planned: number;
  missed: number;
  visited: number;
  far: number;
  findings: number;
  solved: number;
  cases: number;
  visits: number;
  diaries: number;
}

const sums = ['planned', 'missed', 'visited', 'far', 'findings', 'solved', 'cases', 'visits', 'diaries']
  .map((column) => `coalesce(sum(${column}), 0) as ${column}`)
  .join(', ');

/** Sums of a span by areas of a length, or by day. What is not over yet owes nothing yet. */
export function selectSums(
  connection: Connection,
  by: { length: number } | 'day',
  areas: readonly string[],
  from: string,
  to: string,
): Promise<SumRow[]> {
  const key = by === 'day' ? 'day::text' : `left(area_code, ${Math.trunc(by.length)})`;
  return connection.query<SumRow>(
    `select ${key} as key, ${sums} from command.patrol_day where day between $2 and $3
     and exists (select 1 from unnest($1::text[]) a(code) where starts_with(area_code, a.code)) group by 1 order by 1`,
    [areas, from, to],
  );
}

export interface MissedRow {
  pointId: string;
  point: string;
  plan: string;
  areaCode: string;
  day: string;
  reason: string | null;
}

/** Points that fell due in a span and were not walked, newest first, with the reason the officer gave. */
export function selectMissed(
  connection: Connection,
  areas: readonly string[],
  from: string,
  to: string,
  limit: number,
): Promise<MissedRow[]> {
  return connection.query<MissedRow>(
    `select t.id as "pointId", t.name as point, p.name as plan, p.area_code as "areaCode", d.day::text as day,
       (select e.text from command.patrol_entry e where e.point_id = t.id and e.day = d.day and e.kind = 'missed' order by e.at limit 1) as reason
     from ${days} join command.patrol_plan p on ${fallsDue} join command.patrol_point t on t.plan_id = p.id and t.active
     left join command.patrol_visit v on ${visit}
     where v.point_id is null and exists (select 1 from unnest($3::text[]) a(code) where starts_with(p.area_code, a.code))
     order by d.day desc, p.area_code, t.position limit $4`,
    [from, to, areas, limit],
  );
}

export interface CheckRow {
  item: string;
  month: string;
  checked: number;
  failed: number;
}

/** How often each item was asked and not in order, by month. */
export function selectChecks(connection: Connection, areas: readonly string[], from: string, to: string): Promise<CheckRow[]> {
  return connection.query<CheckRow>(
    `select item, to_char(month, 'YYYY-MM') as month, sum(checked) as checked, sum(failed) as failed from command.patrol_check
     where month between date_trunc('month', $2::date)::date and $3 and exists (select 1 from unnest($1::text[]) a(code) where starts_with(area_code, a.code))
     group by 1, 2 order by 1, 2`,
    [areas, from, to],
  );
}
