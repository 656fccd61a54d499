import type { MatterFilter } from '@gongzhi/contract/matters';
import { type RawBuilder, sql } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import { underAreas } from '../rules/visible.ts';
import { wordingQuery } from '../rules/wording.ts';

type Condition = RawBuilder<boolean>;

const matterNumber = /^[A-Z]{1,4}\d{6,20}$/;
const earliest = Date.UTC(1900, 0);
const latest = Date.UTC(2200, 0);

/** Whether the filter names single matters, so that no index of a list is needed. */
export function namesMatters(filter: MatterFilter): boolean {
  return filter.numbers !== undefined || (filter.text !== undefined && matterNumber.test(filter.text.toUpperCase()));
}

/**
 * The conditions of a filter on `m`, all of which hold; `mine` and the scope of the actor are not among them. Categories mean exactly those given. Past its due time counts as
 * overdue also when it ended after it. Words of which nothing can be searched find nothing.
 */
export function filterConditions(filter: MatterFilter, now: Date): Condition[] {
  const conditions: Condition[] = [];
  const add = (condition: Condition) => conditions.push(condition);
  if (filter.kind !== undefined) add(sql`m.kind = ${filter.kind}`);
  if (filter.state) add(oneOf(sql`m.state`, filter.state));
  if (filter.area) add(underAreas(filter.area));
  if (filter.category) add(oneOf(sql`m.category`, filter.category));
  if (filter.organisation)
    add(sql`m.id in (select p.matter_id from matters.part p where p.organisation_id = any(${filter.organisation}::uuid[]))`);
  if (filter.channel) add(oneOf(sql`m.channel`, filter.channel));
  if (filter.urgency) add(sql`m.urgency = any(${filter.urgency.map(Number)}::smallint[])`);
  if (filter.open !== undefined) add(filter.open ? sql`m.closed_at is null` : sql`m.closed_at is not null`);
  if (filter.overdue === true) add(sql`((m.closed_at is null and m.due_at < ${now}) or m.closed_at > m.due_at)`);
  if (filter.overdue === false) add(sql`(m.due_at is null or coalesce(m.closed_at, ${now}::timestamptz) <= m.due_at)`);
  if (filter.dueBefore) add(sql`(m.closed_at is null and m.due_at < ${moment(filter.dueBefore)})`);
  if (filter.openedFrom) add(sql`m.opened_at >= ${moment(filter.openedFrom)}`);
  if (filter.openedTo) add(sql`m.opened_at < ${moment(filter.openedTo)}`);
  if (filter.closedFrom) add(sql`m.closed_at >= ${moment(filter.closedFrom)}`);
  if (filter.closedTo) add(sql`m.closed_at < ${moment(filter.closedTo)}`);
  if (filter.pending !== undefined) add(filter.pending ? sql`m.pending is not null` : sql`m.pending is null`);
  if (filter.text) add(textCondition(filter.text));
  if (filter.bbox) add(boxCondition(filter.bbox));
  if (filter.within) add(withinCondition(filter.within));
  if (filter.numbers) add(sql`m.number = any(${filter.numbers}::text[])`);
  return conditions;
}

/** A single value is asked for as such: only then does an index on it give the rows in the order of the list. */
function oneOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values}::text[])`;
}

function textCondition(text: string): Condition {
  const number = text.toUpperCase();
  if (matterNumber.test(number)) return sql`m.number = ${number}`;
  const query = wordingQuery(text);
  return query === null ? sql`false` : sql`m.id in (select w.matter_id from matters.wording w where w.grams @@ ${query}::tsquery)`;
}

function boxCondition(bbox: string): Condition {
  const [west, south, east, north] = bbox.split(',').map(Number) as [number, number, number, number];
  if (!(Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90 && west <= east && south <= north))
    throw fieldProblem('query.bbox', 'not a box on the globe', 'west,south,east,north in degrees, west ≤ east, south ≤ north');
  return sql`m.location && ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`;
}

/** Within a surface that somebody drew; one whose outline crosses itself is taken as the surfaces that it encloses. */
function withinCondition(within: string): Condition {
  const corners = within.split(';').map((corner) => corner.split(',').map(Number) as [number, number]);
  if (corners.some(([longitude, latitude]) => Math.abs(longitude) > 180 || Math.abs(latitude) > 90))
    throw fieldProblem('query.within', 'a corner is not on the globe', 'longitude,latitude in degrees');
  const ring = [...corners, corners[0]!].map(([longitude, latitude]) => `${longitude} ${latitude}`).join(',');
  const surface = sql`ST_MakeValid(ST_GeomFromText(${`POLYGON((${ring}))`}, 4326))`;
  return sql`(m.location && ${surface} and ST_Covers(${surface}, m.location))`;
}

/** A moment of a filter; those that no calendar reaches are as good as the ends of the times that the product knows. */
function moment(text: string): Date {
  return new Date(Math.min(Math.max(Date.parse(text), earliest), latest));
}
