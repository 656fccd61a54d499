import type { Connection } from '@gongzhi/platform/database';
import { beginning, nextDay, type Period } from '../rules/figure-period.ts';
import { type Measure, numberOf } from '../rules/measures.ts';
import type { CountFilter } from './read-measures.ts';

/** One counted event. */
export interface MeasuredRow {
  id: number;
  /** As the engine writes it. */
  at: string;
  matterId: string;
}

export interface MeasuredFilter extends CountFilter {
  channel?: string | undefined;
  /** Only cases of which this was never counted. */
  without?: Measure | undefined;
}

/**
 * The counted events of some measures, newest first; each measure is read along its own index up to the limit. With `late`, also what ended too late
 * only after the moment given and stood open past its due time then: it counts against the period though it came after it.
 */
export function selectMeasured(
  connection: Connection,
  wanted: readonly Measure[],
  period: Period,
  filter: MeasuredFilter,
  late: { measure: Measure; at: Date } | null,
  after: Pick<MeasuredRow, 'at' | 'id'> | null,
  limit: number,
): Promise<MeasuredRow[]> {
  if (wanted.length === 0 || limit === 0) return Promise.resolve([]);
  const values: unknown[] = [];
  const take = (value: unknown) => `$${values.push(value)}`;
  const conditions: string[] = [];
  if (!filter.areas.includes(''))
    conditions.push(
      `(${filter.areas.map((code) => `(x.area_code >= ${take(code)} and x.area_code < ${take(`${code}:`)})`).join(' or ') || 'false'})`,
    );
  if (filter.unit !== undefined) conditions.push(`x.unit_id = ${take(filter.unit)}::uuid`);
  if (filter.categories) conditions.push(`x.category = any(${take(filter.categories)}::text[])`);
  if (filter.channel !== undefined) conditions.push(`x.channel = ${take(filter.channel)}`);
  if (filter.without)
    conditions.push(
      `not exists (select 1 from cases.measure o where o.matter_id = x.matter_id and o.measure = ${numberOf(filter.without)})`,
    );
  if (after) conditions.push(`(x.at, x.id) < (${take(after.at)}::timestamptz, ${take(after.id)}::bigint)`);
  const most = take(limit);
  const branch = (measure: Measure, ...more: string[]) =>
    `(select x.id, x.at, x.matter_id from cases.measure x where ${[`x.measure = ${numberOf(measure)}`, ...more, ...conditions].join(' and ')} order by x.at desc, x.id desc limit ${most})`;
  const within = [`x.at >= ${take(beginning(period.from))}`, `x.at < ${take(beginning(nextDay(period.to)))}`];
  const branches = wanted.map((measure) => branch(measure, ...within));
  if (late) {
    const end = take(late.at);
    branches.push(branch(late.measure, 'x.due_at is not null', `x.at >= ${end}`, `x.due_at < ${end}`));
  }
  return connection.query(
    `select id, at::text as at, matter_id as "matterId" from (${branches.join(' union all ')}) e order by e.at desc, e.id desc limit ${most}`,
    values,
  );
}
