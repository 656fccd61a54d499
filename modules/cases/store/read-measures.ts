import type { StandingRow } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import type { Period } from '../rules/figure-period.ts';
import { type Counts, columnOf, measures, numberOf } from '../rules/measures.ts';
import { type Grouping, readNamed, take, under, type Values } from './read-counts.ts';

export interface CountFilter {
  /** Codes under which the cases lie; an empty code is everywhere. */
  areas: readonly string[];
  unit?: string | undefined;
  categories?: readonly string[] | undefined;
}

type ByDimension = Exclude<Grouping, { by: 'day' | 'month' }> | { by: 'none' };

function keyOf(values: Values, grouping: Grouping | ByDimension): string {
  if (grouping.by === 'area') return `left(area_code, ${take(values, grouping.length)}::int)`;
  return {
    unit: `coalesce(unit_id::text, '')`,
    category: `coalesce(category, '')`,
    channel: 'channel',
    day: `to_char(day, 'YYYY-MM-DD')`,
    month: `to_char(day, 'YYYY-MM')`,
    none: `''::text`,
  }[grouping.by];
}

function conditionsOf(values: Values, filter: CountFilter): string[] {
  const conditions = [under(values, 'area_code', filter.areas)];
  if (filter.unit !== undefined) conditions.push(`unit_id = ${take(values, filter.unit)}::uuid`);
  if (filter.categories) conditions.push(`category = any(${take(values, filter.categories)}::text[])`);
  return conditions;
}

/** Sums of a period from the counted events themselves, where dimensions cross. */
export function readMeasures(
  connection: Connection,
  grouping: Grouping,
  filter: CountFilter,
  period: Period,
): Promise<Map<string, Counts>> {
  const values: Values = [];
  const key = keyOf(values, grouping);
  const conditions = [
    `day between ${take(values, period.from)}::date and ${take(values, period.to)}::date`,
    ...conditionsOf(values, filter),
  ];
  const counts = measures.map((measure) => `count(*) filter (where measure = ${numberOf(measure)}) as ${columnOf(measure)}`);
  return readNamed(
    connection,
    `select ${key} as key, ${counts.join(', ')} from cases.measure where ${conditions.join(' and ')} group by 1`,
    values,
  );
}

/**
 * What ended too late after the first of several moments (ascending), and so stood open past its due time at some of them. What still
 * stands is asked of the ledger; together they are what stood at each moment.
 */
export function readLate(
  connection: Connection,
  measure: 'closedLate' | 'uncontacted',
  grouping: ByDimension,
  filter: CountFilter,
  moments: readonly Date[],
): Promise<StandingRow[]> {
  const values: Values = [];
  const ends = `${take(values, moments)}::timestamptz[]`;
  const key = keyOf(values, grouping);
  const conditions = [
    `measure = ${numberOf(measure)}`,
    'due_at is not null',
    `at >= ${take(values, moments[0])}`,
    `due_at < ${take(values, moments.at(-1))}`,
    ...conditionsOf(values, filter),
  ];
  return connection.query(
    `select ${key} as key, width_bucket(due_at, ${ends}) as "from", width_bucket(at, ${ends}) as "to", count(*) as count
     from cases.measure where ${conditions.join(' and ')} group by 1, 2, 3`,
    values,
  );
}
