import { catalogue, type LeadType } from '@gongzhi/cases/catalogue';
import type { Role } from '@gongzhi/contract/permissions';
import type { Limit } from '@gongzhi/contract/primitives';
import type { GridPlace } from '../areas/area-row.ts';
import type { Random } from '../random.ts';
import type { OrganisationRow, ResponsibilityRow } from '../units/rows.ts';
import type { Actor, Staff } from '../units/staff.ts';
import type { ActorRow } from './rows.ts';

export interface Line {
  lead: OrganisationRow;
  assist: OrganisationRow[];
  limit: Limit | null;
}

/** Who answers for what, and who acts for whom: everything the stories ask about people. */
export interface People {
  organisation(id: string): OrganisationRow;
  /** The responsibility list at a grid. */
  line(category: string, place: GridPlace): Line;
  /** Another unit that the case could have gone to by mistake. */
  wrong(right: OrganisationRow, random: Random): OrganisationRow;
  /** Somebody who handles for a unit. */
  handler(organisation: OrganisationRow, random: Random): ActorRow;
  /** Somebody of the command centre, or of the grid or community of a place. */
  desk(role: Role, random: Random): ActorRow;
  field(role: 'grid-officer' | 'community-worker', place: GridPlace, random: Random): ActorRow;
  /** How often a unit is late, as a factor on the usual. */
  slowness(organisation: OrganisationRow): number;
}

export const systemActor: ActorRow = { kind: 'system', personId: null, name: '系统', postTitle: null, organisationId: null };

const handlerRoles: Partial<Record<OrganisationRow['type'], Role>> = {
  department: 'department-handler',
  'property-company': 'department-handler',
  'subdistrict-office': 'subdistrict-handler',
  'community-committee': 'community-worker',
};

export function createPeople(
  organisations: readonly OrganisationRow[],
  responsibilities: readonly ResponsibilityRow[],
  staff: Staff,
  random: Random,
): People {
  const byId = new Map(organisations.map((row) => [row.id, row]));
  const rows = new Map<Actor, ActorRow>();
  const rowOf = (actor: Actor): ActorRow => {
    let row = rows.get(actor);
    if (!row) {
      row = { kind: 'staff', personId: actor.personId, name: actor.name, postTitle: actor.title, organisationId: actor.organisationId };
      rows.set(actor, row);
    }
    return row;
  };
  const lines = new Map<string, Line>();
  for (const { category, areaCode, leadOrganisationId, assistOrganisationIds, limit } of responsibilities) {
    lines.set(`${category} ${areaCode}`, {
      lead: byId.get(leadOrganisationId)!,
      assist: assistOrganisationIds.map((id) => byId.get(id)!),
      limit,
    });
  }
  const leading = new Set<LeadType | null>(catalogue.map(({ leadType }) => leadType));
  const departments = organisations.filter(({ type, leadType }) => type === 'department' && leadType && leading.has(leadType));
  const centre = organisations.find(({ type }) => type === 'command-centre')!;
  const at = (type: OrganisationRow['type']) => new Map(organisations.filter((row) => row.type === type).map((row) => [row.areaCode, row]));
  const [gridAt, communityAt] = [at('grid'), at('community-committee')];
  const slow = new Map(organisations.map(({ id }) => [id, Math.exp(random.normal() * 0.35)]));
  const desk = (role: Role, draw: Random) => rowOf(draw.pick(staff.actors(centre.id, role)));

  return {
    organisation: (id) => byId.get(id)!,
    line: (category, place) =>
      lines.get(`${category} ${place.communityCode}`) ??
      lines.get(`${category} ${place.subdistrictCode}`) ??
      lines.get(`${category} ${place.code.slice(0, 6)}`)!,
    wrong: (right, draw) => {
      const other = draw.pick(departments);
      return other === right ? departments[(departments.indexOf(other) + 1) % departments.length]! : other;
    },
    handler: (organisation, draw) => rowOf(draw.pick(staff.actors(organisation.id, handlerRoles[organisation.type]!))),
    desk,
    field: (role, place, draw) => {
      const unit = role === 'grid-officer' ? gridAt.get(place.code)! : communityAt.get(place.communityCode)!;
      const actors = staff.actors(unit.id, role);
      // Where the grid's post is vacant, the community steps in.
      if (actors.length > 0) return rowOf(draw.pick(actors));
      return rowOf(draw.pick(staff.actors(communityAt.get(place.communityCode)!.id, 'community-worker')));
    },
    slowness: ({ id }) => slow.get(id)!,
  };
}
