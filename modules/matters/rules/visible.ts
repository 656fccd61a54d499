import { type Actor, areasFor, reachesArea, unitsFor } from '@gongzhi/contract/actor';
import { type RawBuilder, sql } from '@gongzhi/platform/database';
import type { Snapshot } from './snapshot.ts';

type Seen = Pick<Snapshot, 'areaCode' | 'reporterId'> & { parts: readonly { organisationId: string }[] };

/**
 * The one place that says which matters an actor may see: those under an area where a post lets it read, those in which an
 * organisation of its posts has or had a part, and its own reports. Once for one matter, once compiled into SQL; a test holds the two together.
 */
export function sees(actor: Actor, matter: Seen): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'resident') return actor.id !== null && matter.reporterId === actor.id;
  if (reachesArea(actor, 'case.read', matter.areaCode)) return true;
  const units = unitsFor(actor, 'case.handle');
  return matter.parts.some((part) => units.includes(part.organisationId));
}

/** The same as a condition on `m`, the alias of matters.matter. */
export function visibleCondition(actor: Actor): RawBuilder<boolean> {
  const ways = visibleWays(actor);
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/**
 * The ways by which the actor may see matters, each a condition on `m` that an index serves; a matter is visible by any of them. A page is
 * read once by each way and put together, because an `or` between an area and a part would be served by no index.
 */
export function visibleWays(actor: Actor): RawBuilder<boolean>[] {
  if (actor.kind === 'system') return [sql<boolean>`true`];
  if (actor.kind === 'resident') return actor.id === null ? [] : [sql<boolean>`m.reporter_id = ${actor.id}::uuid`];
  const areas = areasFor(actor, 'case.read');
  if (areas.includes('')) return [sql<boolean>`true`];
  const units = unitsFor(actor, 'case.handle').filter((id) => id !== '');
  return [
    ...(areas.length > 0 ? [underAreas(areas)] : []),
    ...(units.length > 0
      ? [sql<boolean>`m.id in (select p.matter_id from matters.part p where p.organisation_id = any(${units}::uuid[]))`]
      : []),
  ];
}

/** Digits of the code of a community, the area of most members of staff. */
const community = 12;

/**
 * Area codes under any of the prefixes, as ranges that the B-tree on `area_code` serves. A single community is asked for as such: there is an
 * index on it that gives its matters in the order of lists.
 */
export function underAreas(codes: readonly string[], column: RawBuilder<unknown> = sql`m.area_code`): RawBuilder<boolean> {
  if (codes.length === 0) return sql<boolean>`false`;
  if (codes.includes('')) return sql<boolean>`true`;
  if (codes.length === 1 && codes[0]?.length === community) return sql<boolean>`left(${column}, ${sql.lit(community)}) = ${codes[0]}`;
  const ranges = codes.map((code) => sql`(${column} >= ${code} and ${column} < ${`${code}:`})`);
  return sql<boolean>`(${sql.join(ranges, sql` or `)})`;
}
