import type { Connection } from '@gongzhi/platform/database';
import { columnOf, measures, numberOf, takenBack } from '../rules/measures.ts';

/** An event to be counted; its place, category and channel are those of its matter. */
export interface MeasureRow {
  matterId: string;
  measure: number;
  at: Date;
  unitId: string | null;
  /** Of what came too late. */
  dueAt: Date | null;
}

/** How a matter of the batch stands after it. */
export interface MeasuredMatter {
  id: string;
  areaCode: string;
  category: string | null;
  channel: string;
  /** What was counted of its closing before this batch is taken back. */
  takesBack: boolean;
}

export const tallyColumns = measures.map(columnOf);
/** Every measure as a sum over rows with `measure` and a `sign`. */
export const sums = measures.map(
  (measure) => `coalesce(sum(sign) filter (where measure = ${numberOf(measure)}), 0) as ${columnOf(measure)}`,
);

const back = takenBack.map(numberOf).join(', ');
const fields = 'at, measure, matter_id, area_code, unit_id, category, channel, due_at';

const statement = `
with stand as (
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[]) as s(id, area_code, category, channel, takes_back)
),
gone as (
  delete from cases.measure m using stand s where m.matter_id = s.id
    and ((s.takes_back and m.measure in (${back})) or (m.area_code, m.category) is distinct from (s.area_code, s.category))
  returning m.id, m.at, m.day, m.measure, m.matter_id, m.area_code, m.unit_id, m.category, m.channel, m.due_at
),
moved as (
  insert into cases.measure (id, ${fields}) overriding system value
  select g.id, g.at, g.measure, g.matter_id, s.area_code, g.unit_id, s.category, g.channel, g.due_at from gone g join stand s on s.id = g.matter_id
  where not (s.takes_back and g.measure in (${back}))
  returning day, measure, area_code, unit_id, category, channel
),
added as (
  insert into cases.measure (${fields})
  select r.at, r.measure, r.matter_id, s.area_code, r.unit_id, s.category, s.channel, r.due_at
  from unnest($6::uuid[], $7::smallint[], $8::timestamptz[], $9::uuid[], $10::timestamptz[]) as r(matter_id, measure, at, unit_id, due_at) join stand s on s.id = r.matter_id
  where r.measure <> ${numberOf('filed')} or not exists (select 1 from cases.measure m where m.matter_id = r.matter_id and m.measure = ${numberOf('filed')})
  order by r.at
  returning day, measure, area_code, unit_id, category, channel
),
delta as (
  select -1 as sign, day, measure, area_code, unit_id, category, channel from gone
  union all select 1, day, measure, area_code, unit_id, category, channel from moved
  union all select 1, day, measure, area_code, unit_id, category, channel from added
)
insert into cases.tally as t (dimension, grain, start, key, ${tallyColumns.join(', ')})
select d.dimension, g.grain, g.start, d.key, ${sums.join(', ')}
from delta
cross join lateral (values ('area', area_code), ('unit', coalesce(unit_id::text, '')), ('category', coalesce(category, '')), ('channel', channel)) d(dimension, key)
cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date), ('all', date '2000-01-01')) g(grain, start)
group by 1, 2, 3, 4
on conflict (dimension, grain, start, key) do update set ${tallyColumns.map((column) => `${column} = t.${column} + excluded.${column}`).join(', ')}`;

/**
 * Counts the events of a batch and moves what was counted of its matters before to where they are now, rows and sums together, in one
 * statement. A case counts as filed once, whichever way it came to be.
 */
export async function writeMeasures(tx: Connection, matters: readonly MeasuredMatter[], rows: readonly MeasureRow[]): Promise<void> {
  if (matters.length === 0) return;
  await tx.query(statement, [
    matters.map((matter) => matter.id),
    matters.map((matter) => matter.areaCode),
    matters.map((matter) => matter.category),
    matters.map((matter) => matter.channel),
    matters.map((matter) => matter.takesBack),
    rows.map((row) => row.matterId),
    rows.map((row) => row.measure),
    rows.map((row) => row.at),
    rows.map((row) => row.unitId),
    rows.map((row) => row.dueAt),
  ]);
}
