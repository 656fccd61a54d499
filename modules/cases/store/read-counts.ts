import type { Connection } from '@gongzhi/platform/database';
import type { Period, Spans } from '../rules/figure-period.ts';
import { type Counts, type Measure, measures } from '../rules/measures.ts';
import { tallyColumns } from './write-measures.ts';

/** What the counts are grouped by. `length` cuts area codes to the wanted level. */
export type Grouping = { by: 'area'; length: number } | { by: 'unit' | 'category' | 'channel' | 'day' | 'month' };

export type Values = unknown[];
/** The place of a value in the statement. */
export const take = (values: Values, value: unknown) => `$${values.push(value)}`;

/** Codes under any of the areas, as ranges that a B-tree serves. */
export function under(values: Values, column: string, areas: readonly string[]): string {
  if (areas.includes('')) return 'true';
  if (areas.length === 0) return 'false';
  return `(${areas.map((code) => `(${column} >= ${take(values, code)} and ${column} < ${take(values, `${code}:`)})`).join(' or ')})`;
}

function named(row: Record<string, number>): Counts {
  const counts = {} as Counts;
  for (let index = 0; index < measures.length; index += 1) counts[measures[index] as Measure] = row[tallyColumns[index] as string] ?? 0;
  return counts;
}

export async function readNamed(connection: Connection, text: string, values: Values): Promise<Map<string, Counts>> {
  const rows = await connection.query<Record<string, number> & { key: string }>(text, values);
  return new Map(rows.map((row) => [row.key, named(row)]));
}

/** Sums of a period by the dimension that the roll-up has. By unit, category and channel only for all areas at once. */
export function readTally(
  connection: Connection,
  grouping: Grouping,
  areas: readonly string[],
  { days, months }: Spans,
): Promise<Map<string, Counts>> {
  const values: Values = [];
  const series = grouping.by === 'day' || grouping.by === 'month';
  const dimension = series ? 'area' : grouping.by;
  const key =
    grouping.by === 'area'
      ? `left(key, ${take(values, grouping.length)}::int)`
      : series
        ? `to_char(start, '${grouping.by === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM'}')`
        : 'key';
  const scope = dimension === 'area' ? under(values, 'key', areas) : 'true';
  const from = (grain: string, period: Period) =>
    `select start, key, ${tallyColumns.join(', ')} from cases.tally where dimension = '${dimension}' and grain = '${grain}' and start between ${take(values, period.from)}::date and ${take(values, period.to)}::date and ${scope}`;
  const parts = [...days.map((period) => from('day', period)), ...(months ? [from('month', months)] : [])];
  return readNamed(
    connection,
    `select ${key} as key, ${tallyColumns.map((column) => `sum(${column}) as ${column}`).join(', ')} from (${parts.join(' union all ')}) t group by 1`,
    values,
  );
}

/** Open cases at the end of the last day before `after`: all that were ever reported less those that have ended, less what came later. */
export async function readOpen(
  connection: Connection,
  grouping: Exclude<Grouping, { by: 'day' | 'month' | 'unit' }> | { by: 'none' },
  areas: readonly string[],
  after: Spans | null,
): Promise<Map<string, number>> {
  const values: Values = [];
  const dimension = grouping.by === 'none' ? 'area' : grouping.by;
  const key = grouping.by === 'area' ? `left(key, ${take(values, grouping.length)}::int)` : grouping.by === 'none' ? `''` : 'key';
  const scope = dimension === 'area' ? under(values, 'key', areas) : 'true';
  const from = (sign: string, grain: string, span: string) =>
    `select key, ${sign}(reported - ended) as open from cases.tally where dimension = '${dimension}' and grain = '${grain}' and ${span} and ${scope}`;
  const between = (period: Period) => `start between ${take(values, period.from)}::date and ${take(values, period.to)}::date`;
  const parts = [
    from('', 'all', `start = date '2000-01-01'`),
    ...(after?.days ?? []).map((period) => from('-', 'day', between(period))),
    ...(after?.months ? [from('-', 'month', between(after.months))] : []),
  ];
  const rows = await connection.query<{ key: string; open: number }>(
    `select ${key} as key, sum(open) as open from (${parts.join(' union all ')}) t group by 1`,
    values,
  );
  return new Map(rows.map((row) => [row.key, row.open]));
}
