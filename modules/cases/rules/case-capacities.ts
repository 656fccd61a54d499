import { type Actor, reachesArea, unitsFor } from '@gongzhi/contract/actor';
import type { Permission } from '@gongzhi/contract/permissions';
import { openParts, type Snapshot } from '@gongzhi/matters';

const byArea: [string, Permission][] = [
  ['filer', 'case.file'],
  ['dispatcher', 'case.dispatch'],
  ['verifier', 'case.verify'],
  ['supervisor', 'case.supervise'],
  ['caller', 'case.call-back'],
  ['publisher', 'case.publish'],
  ['recorder', 'case.record'],
];

/** As what an actor stands to a case: by permission over its area, by a part of its organisation, as its reporter. */
export function caseCapacities(matter: Snapshot, actor: Actor): Set<string> {
  const capacities = new Set<string>();
  if (actor.kind === 'system') capacities.add('system');
  if (actor.kind === 'resident' && matter.reporterId !== null && matter.reporterId === actor.id) capacities.add('reporter');
  for (const [capacity, permission] of byArea) if (reachesArea(actor, permission, matter.areaCode)) capacities.add(capacity);
  const units = unitsFor(actor, 'case.handle');
  for (const part of openParts(matter)) {
    if (!units.includes(part.organisationId)) continue;
    if (part.role === 'lead' && part.organisationId === matter.leadId) capacities.add('lead');
    if (part.role === 'assist') capacities.add('assist');
  }
  return capacities;
}
