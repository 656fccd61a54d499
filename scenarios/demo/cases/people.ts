import { catalogue, type LeadType } from '@gongzhi/cases/catalogue';
import type { Role } from '@gongzhi/contract/permissions';
import type { Limit } from '@gongzhi/contract/primitives';
import type { GridPlace } from '../areas/area-row.ts';
import { DISTRICT } from '../areas/district.ts';
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
  /** Who handles a case for a unit: the same person throughout. */
  handler(organisation: OrganisationRow, index: number): ActorRow;
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
  const lines = new Map<string, Map<string, Line>>();
  for (const { category, areaCode, leadOrganisationId, assistOrganisationIds, limit } of responsibilities) {
    const line = { lead: byId.get(leadOrganisationId)!, assist: assistOrganisationIds.map((id) => byId.get(id)!), limit };
    let ofCategory = lines.get(category);
    if (!ofCategory) {
      ofCategory = new Map();
      lines.set(category, ofCategory);
    }
    ofCategory.set(areaCode, line);
  }
  const leading = new Set<LeadType | null>(catalogue.map(({ leadType }) => leadType));
  const departments = organisations.filter(({ type, leadType }) => type === 'department' && leadType && leading.has(leadType));
  const centre = organisations.find(({ type }) => type === 'command-centre')!;
  const at = (type: OrganisationRow['type']) => new Map(organisations.filter((row) => row.type === type).map((row) => [row.areaCode, row]));
  const [gridAt, communityAt] = [at('grid'), at('community-committee')];
  const slow = new Map(organisations.map(({ id }) => [id, Math.exp(random.normal() * 0.35)]));
  // Asked several times for each of a million cases: who sits where is looked up once.
  const seated = new Map<string, ActorRow[]>();
  const seatedAt = (organisation: OrganisationRow, role: Role): ActorRow[] => {
    let actors = seated.get(organisation.id);
    if (!actors) {
      actors = staff.actors(organisation.id, role).map(rowOf);
      seated.set(organisation.id, actors);
    }
    return actors;
  };
  const desks = new Map<Role, ActorRow[]>();
  const desk = (role: Role, draw: Random) => {
    let actors = desks.get(role);
    if (!actors) {
      actors = staff.actors(centre.id, role).map(rowOf);
      desks.set(role, actors);
    }
    return draw.pick(actors);
  };

  return {
    organisation: (id) => byId.get(id)!,
    line: (category, place) => {
      const ofCategory = lines.get(category)!;
      return ofCategory.get(place.communityCode) ?? ofCategory.get(place.subdistrictCode) ?? ofCategory.get(DISTRICT)!;
    },
    wrong: (right, draw) => {
      const other = draw.pick(departments);
      return other === right ? departments[(departments.indexOf(other) + 1) % departments.length]! : other;
    },
    handler: (organisation, index) => {
      const actors = seatedAt(organisation, handlerRoles[organisation.type]!);
      return actors[index % actors.length]!;
    },
    desk,
    field: (role, place, draw) => {
      const unit = role === 'grid-officer' ? gridAt.get(place.code)! : communityAt.get(place.communityCode)!;
      const actors = seatedAt(unit, role);
      // Where the grid's post is vacant, the community steps in.
      return draw.pick(actors.length > 0 ? actors : seatedAt(communityAt.get(place.communityCode)!, 'community-worker'));
    },
    slowness: ({ id }) => slow.get(id)!,
  };
}
