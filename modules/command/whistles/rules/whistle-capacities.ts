import { type Actor, reachesArea, unitsFor } from '@gongzhi/contract/actor';
import { type ActContext, openParts, type PartRow, type Snapshot } from '@gongzhi/matters';

/** The open part of the actor's organisation in a whistle. */
export function ownPart({ matter, actor }: Pick<ActContext, 'matter' | 'actor'>): PartRow | undefined {
  const units = unitsFor(actor, 'case.handle');
  return openParts(matter).find((part) => units.includes(part.organisationId));
}

/** As what an actor stands to a whistle: the subdistrict that blew it, the district that designates, a unit that was called. */
export function whistleCapacities(matter: Snapshot, actor: Actor): Set<string> {
  const capacities = new Set<string>();
  if (actor.kind === 'system') capacities.add('system');
  if (reachesArea(actor, 'whistle.blow', matter.areaCode)) capacities.add('whistler');
  if (reachesArea(actor, 'whistle.designate', matter.areaCode)) capacities.add('designator');
  const part = ownPart({ matter, actor });
  if (part) capacities.add('responder');
  if (part?.role === 'lead') capacities.add('lead');
  return capacities;
}
