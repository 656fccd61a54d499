import { underAreas } from '@gongzhi/matters';
import { type Connection, sql } from '@gongzhi/platform/database';
import { runRaw } from '../../store/run-raw.ts';
import { type WhistleWanted, whistleConditions } from './select-whistles.ts';

export interface FigureRow {
  /** all, ground, unit or whistler; the step for rows of times. */
  by: 'all' | 'ground' | 'unit' | 'whistler' | 'step';
  id: string;
  whistles: number;
  open: number;
  closed: number;
  withdrawn: number;
  problems: number;
  units: number;
  due: number;
  late: number;
  median: number | null;
  rating: number | null;
  ratingBack: number | null;
}

/** All figures of whistles that lie under the areas, in one statement. */
export async function whistleFigureRows(
  connection: Connection,
  areas: readonly string[],
  wanted: WhistleWanted,
  now: Date,
): Promise<FigureRow[]> {
  const conditions = [underAreas(areas, sql`w.area_code`), ...whistleConditions(wanted, now)];
  const moment = sql`${now.toISOString()}::timestamptz`;
  return runRaw(
    connection,
    sql<FigureRow>`
    with w as (select * from command.whistle w where ${sql.join(conditions, sql` and `)}),
    u as (select u.*, w.closed_at, w.state, w.problems, w.ground from command.whistle_unit u join w using (matter_id)),
    step as (
      select 'sign' as step, signed_at as done, sign_due as due, called_at, ended_at, closed_at, organisation_id, matter_id from u
      union all select 'contact', contacted_at, contact_due, called_at, ended_at, closed_at, organisation_id, matter_id from u
      union all select 'arrive', arrived_at, arrive_due, called_at, ended_at, closed_at, organisation_id, matter_id from u),
    judged as (
      select *, coalesce(done, ended_at, closed_at, ${moment}) > due as late from step
      where due is not null and (done is not null or due <= coalesce(ended_at, closed_at, ${moment})))
    select 'all' as by, 'all' as id, count(*)::int as whistles, count(*) filter (where closed_at is null)::int as open,
      count(*) filter (where state = 'closed')::int as closed, count(*) filter (where state = 'withdrawn')::int as withdrawn,
      coalesce(sum(problems), 0)::int as problems, (select count(distinct organisation_id)::int from u) as units, 0 as due, 0 as late, null::float8 as median,
      (select round(avg(rated), 2)::float8 from u) as rating, (select round(avg(rated_back), 2)::float8 from u) as "ratingBack" from w
    union all
    select 'ground', ground, count(*)::int, count(*) filter (where closed_at is null)::int, count(*) filter (where state = 'closed')::int,
      count(*) filter (where state = 'withdrawn')::int, sum(problems)::int, 0, 0,
      count(*) filter (where coalesce(closed_at, ${moment}) > due_at)::int, null, null, null from w group by ground
    union all
    select 'whistler', whistler_id::text, count(*)::int, count(*) filter (where closed_at is null)::int, count(*) filter (where state = 'closed')::int,
      count(*) filter (where state = 'withdrawn')::int, sum(problems)::int, 0, 0,
      count(*) filter (where coalesce(closed_at, ${moment}) > due_at)::int, null,
      (select round(avg(u.rated_back), 2)::float8 from u join command.whistle x using (matter_id) where x.whistler_id = w.whistler_id), null from w group by whistler_id
    union all
    select 'unit', organisation_id::text, count(*)::int, count(*) filter (where closed_at is null)::int, count(*) filter (where state = 'closed')::int,
      count(*) filter (where state = 'withdrawn')::int, sum(problems)::int, 0, 0,
      (select count(*)::int from judged j where j.organisation_id = u.organisation_id and j.late), null, round(avg(rated), 2)::float8, null
    from u group by organisation_id
    union all
    select 'step', step, 0, 0, 0, 0, 0, 0, count(*)::int, count(*) filter (where late)::int,
      percentile_cont(0.5) within group (order by extract(epoch from done - called_at) / 60.0) filter (where done is not null), null, null from judged group by step`,
  );
}
