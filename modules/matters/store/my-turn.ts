import { type Actor, areasFor, unitsFor } from '@gongzhi/contract/actor';
import { type RawBuilder, sql } from '@gongzhi/platform/database';
import type { Kind } from '../kind.ts';
import { underAreas } from '../rules/visible.ts';

/**
 * The ways by which a matter is the actor's own business now, each a condition on `m` that an index serves: an open part of its
 * organisation, a state that waits for its permission over the area, an ask that it may decide.
 */
export function turnWays(actor: Actor, kinds: Iterable<Kind>): RawBuilder<boolean>[] {
  const ways: RawBuilder<boolean>[] = [];
  // As an array the open parts, of which no unit has very many, are found first; a join would be begun at all that is open.
  const units = unitsFor(actor, 'case.handle').filter((id) => id !== '');
  if (units.length > 0)
    ways.push(
      sql`(m.closed_at is null and m.id = any(array(select p.matter_id from matters.part p where p.organisation_id = any(${units}::uuid[]) and p.ended_at is null)))`,
    );
  for (const kind of kinds)
    for (const turn of Object.values(kind.turns ?? {})) {
      const areas = areasFor(actor, turn.permission);
      if (areas.length === 0) continue;
      ways.push(sql`(m.kind = ${kind.kind} and m.state = any(${turn.states}::text[]) and ${underAreas(areas)})`);
      if (turn.pending) ways.push(sql`(m.kind = ${kind.kind} and m.pending is not null and ${underAreas(areas)})`);
    }
  return ways;
}
