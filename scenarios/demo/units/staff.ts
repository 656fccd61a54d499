import type { Role } from '@gongzhi/contract/permissions';
import { idOf } from '../ids.ts';
import type { Random } from '../random.ts';
import { personName, phoneNumber } from './person-names.ts';
import { seats } from './post-plan.ts';
import type { OrganisationRow, PersonRow, PostRow, TenureRow } from './rows.ts';

/** Somebody who can act today: a person on a post. */
export interface Actor {
  personId: string;
  name: string;
  postId: string;
  title: string;
  organisationId: string;
  role: Role;
}

export interface Staff {
  persons: PersonRow[];
  posts: PostRow[];
  tenures: TenureRow[];
  /** Who acts for an organisation in a role today. */
  actors(organisationId: string, role: Role): readonly Actor[];
}

const DAY = 86_400_000;
const dayOf = (milliseconds: number) => new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Posts of the organisations and the people on them. On purpose some grid posts are vacant, some are held by two, and some terms
 * have run out: the product must show it.
 */
export function createStaff(organisations: readonly OrganisationRow[], now: Date, random: Random, seed: number): Staff {
  const staff: Omit<Staff, 'actors'> = { persons: [], posts: [], tenures: [] };
  const today = now.getTime();
  const acting = new Map<string, Actor[]>();

  const hire = () => {
    const person = { id: idOf(seed, 'person', staff.persons.length), name: personName(random), phone: phoneNumber(random) };
    staff.persons.push(person);
    return person;
  };
  const appoint = (post: PostRow, person: PersonRow, from: number, to: number | null) => {
    const id = idOf(seed, 'tenure', staff.tenures.length);
    staff.tenures.push({ id, postId: post.id, personId: person.id, from: dayOf(from), to: to === null ? null : dayOf(to) });
    if (from > today || (to !== null && to <= today)) return;
    const key = `${post.organisationId} ${post.role}`;
    const actor = {
      personId: person.id,
      name: person.name,
      postId: post.id,
      title: post.title,
      organisationId: post.organisationId,
      role: post.role,
    };
    acting.set(key, [...(acting.get(key) ?? []), actor]);
  };

  let gridPosts = 0;
  for (const organisation of organisations) {
    for (const { count, ...seat } of seats[organisation.type] ?? []) {
      for (let i = 0; i < count; i++) {
        const post: PostRow = { id: idOf(seed, 'post', staff.posts.length), organisationId: organisation.id, ...seat };
        staff.posts.push(post);
        const years = post.termYears ?? 6;
        // Nobody is in a post for less than the year of cases that they have handled.
        const from = today - Math.floor(random.between(1.05, Math.max(1.2, years - 0.2)) * 365.25) * DAY;
        const to = post.termYears === null ? null : from + Math.floor(post.termYears * 365.25) * DAY;
        const lot = organisation.type === 'grid' ? gridPosts++ % 97 : -1;
        if (lot === 11) continue;
        if (lot === 23) {
          appoint(post, hire(), from - 800 * DAY, today - (20 + random.below(60)) * DAY);
          continue;
        }
        if (random.chance(0.04)) appoint(post, hire(), from - 1000 * DAY, from);
        appoint(post, hire(), from, to);
        if (lot === 61) appoint(post, hire(), today - (30 + random.below(200)) * DAY, to);
      }
    }
  }
  // One person on two posts: a grid officer who also leads the next grid.
  const [leader, officer] = ['grid-leader', 'grid-officer'].map((role) => staff.posts.filter((post) => post.role === role));
  const twice = staff.tenures.find(({ postId }) => postId === officer![40]!.id)!;
  appoint(leader![41]!, staff.persons.find(({ id }) => id === twice.personId)!, today - 90 * DAY, null);

  return { ...staff, actors: (organisationId, role) => acting.get(`${organisationId} ${role}`) ?? [] };
}
