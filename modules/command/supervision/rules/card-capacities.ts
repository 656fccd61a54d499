import { type Actor, reachesArea, unitsFor } from '@gongzhi/contract/actor';

/** As what an actor stands to a card: a supervisor of its place, or the unit that it is against. Nobody lifts a card of the own unit. */
export function cardCapacities(card: { areaCode: string; organisationId: string }, actor: Actor): Set<string> {
  const own = unitsFor(actor, 'case.handle').includes(card.organisationId);
  const held = new Set<string>();
  if (own) held.add('unit');
  if (reachesArea(actor, 'case.supervise', card.areaCode) && !own) held.add('supervisor');
  return held;
}
