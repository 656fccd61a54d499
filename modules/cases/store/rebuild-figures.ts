import { type Connection, withoutIndexes } from '@gongzhi/platform/database';
import { countedOutcomes, grades, type Measure, numberOf } from '../rules/measures.ts';
import { tallyColumns } from './write-measures.ts';

// The one place of this module that reads the tables of the ledger, and it only reads: after a bulk load the events of a million cases
// are counted here in a few set-based statements instead of one by one from facts. It says the same as `measuresOfFact`; a test
// holds the two together.
const n = (measure: Measure) => numberOf(measure);
const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/**
 * The entries that matter, each with the lead unit before and after it, in one pass over the sorted histories: acts that set or take away the lead
 * are numbered by `span`, and `leads` holds what each of them set. A case that was never dispatched here has the unit it was imported with.
 */
const history = `
marked as (
  select e.matter_id, e.at, e.action, e.data, m.lead_id as final_lead, e.action in ('dispatch', 'reassign', 'return', 'uphold-objection', 'reopen') as sets,
    count(*) filter (where e.action in ('dispatch', 'reassign', 'return', 'uphold-objection', 'reopen')) over w as span,
    array_agg(case when e.action in ('dispatch', 'reassign') then (e.data->>'lead')::uuid end)
      filter (where e.action in ('dispatch', 'reassign', 'return', 'uphold-objection', 'reopen')) over w as leads,
    count(*) filter (where e.action in ('file', 'unjoin')) over w as turn,
    count(*) filter (where e.action in ('dispatch', 'reassign')) over (partition by e.matter_id) as dispatches
  from matters.entry e join matters.matter m on m.id = e.matter_id and m.kind = 'case'
  where e.action in ('file', 'unjoin', 'dispatch', 'reassign', 'return', 'uphold-objection', 'contact', 'feed-back', 'rework', 'verify', 'reopen', 'withdraw', 'rate', 'call-back')
  window w as (partition by e.matter_id order by e.no)
),
story as (
  select matter_id, at, action, data, turn, case when dispatches = 0 then final_lead else leads[span] end as after,
    case when dispatches = 0 then final_lead when sets then leads[span - 1] else leads[span] end as before
  from marked
)`;

const events = `
  select m.opened_at as at, ${n('reported')} as measure, m.id as matter_id, null::uuid as unit_id, null::timestamptz as due_at from matters.matter m where m.kind = 'case'
  union all
  select s.at, ${n('filed')}, s.matter_id, null, null from story s where s.action in ('file', 'unjoin') and s.turn = 1
  union all
  select s.at, case s.action when 'dispatch' then ${n('dispatched')} when 'reassign' then ${n('dispatched')} when 'return' then ${n('returned')} when 'uphold-objection' then ${n('returned')}
      when 'feed-back' then ${n('handled')} when 'rework' then ${n('reworked')} when 'reopen' then ${n('reopened')}
      else case when s.data->>'first' = 'true' then ${n('passed')} else ${n('verifiedAgain')} end end, s.matter_id, coalesce(s.after, s.before), null
  from story s where s.action in ('dispatch', 'reassign', 'return', 'uphold-objection', 'feed-back', 'rework', 'reopen', 'verify')
  union all
  select k.stopped_at, case when k.breached or s.action = 'feed-back' then ${n('uncontacted')} else ${n('contacted')} end, k.matter_id,
    case when s.matter_id is null then m.lead_id else coalesce(s.before, s.after) end, case when k.breached then k.due_at end
  from matters.clock k join matters.matter m on m.id = k.matter_id and m.kind = 'case' left join story s on s.matter_id = k.matter_id and s.at = k.stopped_at
  where k.name = 'contact' and k.stopped_at is not null and coalesce(s.action, 'contact') <> 'withdraw' and (k.breached or coalesce(s.action, 'contact') in ('contact', 'feed-back'))
  union all
  select r.at, x.measure, r.matter_id, case when s.matter_id is null then m.lead_id else coalesce(s.after, s.before) end, null
  from matters.rating r join matters.matter m on m.id = r.matter_id and m.kind = 'case'
  left join story s on s.matter_id = r.matter_id and s.at = r.at and s.action in ('rate', 'call-back')
  cross join lateral (values (case r.resolved when true then ${n('solved')} when false then ${n('unsolved')} end), (case when r.satisfaction between 1 and 5 then r.satisfaction + ${n(grades[0]) - 1} end)) x(measure)
  where x.measure is not null and r.by in ('reporter', 'call-back')
  union all
  select m.closed_at, x.measure, m.id, m.lead_id, case when x.measure = ${n('closedLate')} then m.due_at end from matters.matter m
  cross join lateral (values (${n('ended')}), (case when m.outcome in (${listed(countedOutcomes)}) then case when m.due_at is null then ${n('closedUndated')} when m.closed_at > m.due_at then ${n('closedLate')} else ${n('closedInTime')} end end)) x(measure)
  where m.kind = 'case' and m.closed_at is not null and x.measure is not null`;

/**
 * Counts everything anew from the ledger. Nobody may write entries meanwhile: the histories are locked against writing until the
 * transaction ends, so that no event is counted twice or not at all.
 */
export async function rewriteMeasures(tx: Connection): Promise<void> {
  await tx.query('lock table matters.entry in share mode');
  // A million cases are sorted and joined here once: with less memory through files.
  await tx.query(`select set_config('work_mem', '64MB', true)`);
  await tx.query('truncate cases.measure, cases.tally');
  await withoutIndexes(tx, ['cases.measure', 'cases.tally'], () => countAnew(tx));
}

async function countAnew(tx: Connection): Promise<void> {
  await tx.query(
    `with ${history}, counted as (${events})
     insert into cases.measure (at, measure, matter_id, area_code, unit_id, category, channel, due_at)
     select c.at, c.measure, c.matter_id, m.area_code, c.unit_id, m.category, m.channel, c.due_at from counted c join matters.matter m on m.id = c.matter_id order by c.at`,
  );
  const sums = tallyColumns.map((column, index) => `count(*) filter (where measure = ${index + 1}) as ${column}`).join(', ');
  const columns = tallyColumns.join(', ');
  await tx.query(
    `with totals as (
       select case when grouping(area_code) = 0 then 'area' when grouping(unit) = 0 then 'unit' when grouping(category) = 0 then 'category' else 'channel' end as dimension,
         day, case when grouping(area_code) = 0 then area_code when grouping(unit) = 0 then unit when grouping(category) = 0 then category else channel end as key, ${sums}
       from (select day, measure, area_code, coalesce(unit_id::text, '') as unit, coalesce(category, '') as category, channel from cases.measure) e
       group by grouping sets ((day, area_code), (day, unit), (day, category), (day, channel))
     )
     insert into cases.tally (dimension, grain, start, key, ${columns}) select dimension, 'day', day, key, ${columns} from totals order by 1, 3, 4`,
  );
  const up = (grain: string, start: string) =>
    `select dimension, '${grain}', ${start}, key, ${tallyColumns.map((column) => `sum(${column})`).join(', ')} from cases.tally where grain = 'day' group by 1, 3, 4`;
  await tx.query(
    `insert into cases.tally (dimension, grain, start, key, ${columns}) ${up('month', `date_trunc('month', start)::date`)} union all ${up('all', `date '2000-01-01'`)}`,
  );
}

/** After so many rows the engine needs new statistics to plan well. */
export async function analyzeFigures(connection: Connection): Promise<void> {
  await connection.query('analyze cases.measure');
  await connection.query('analyze cases.tally (dimension, grain, start, key)');
}
