import type { AreaRow, WaterFeature } from './areas/area-row.ts';
import { createDistrict } from './areas/district.ts';
import { createCases } from './cases/create-cases.ts';
import { createPeople } from './cases/people.ts';
import type { CaseRow } from './cases/rows.ts';
import { createMusters, type MustersDemo } from './muster/create-musters.ts';
import { createPatrols, type PatrolsDemo } from './patrols/create-patrols.ts';
import { createThemes, type ThemeDemo } from './patrols/themes.ts';
import { createRandom } from './random.ts';
import { createTasks } from './tasks/create-tasks.ts';
import type { TasksDemo } from './tasks/rows.ts';
import { createAccounts } from './units/accounts.ts';
import { createOrganisationRows } from './units/organisations.ts';
import { createResponsibilities } from './units/responsibilities.ts';
import type { DemoAccount, OrganisationRow, PersonRow, PostRow, ResponsibilityRow, TenureRow } from './units/rows.ts';
import { createStaff } from './units/staff.ts';
import { createWhistles } from './whistles/create-whistles.ts';
import { lineFinder, type ProblemPool } from './whistles/problem-pool.ts';
import type { WhistleRow } from './whistles/tell-whistle.ts';

export interface DemoOptions {
  seed?: number;
  /** How many cases `cases()` yields. */
  cases?: number;
  /** The moment at which the district stands; the cases are those of the 365 days before. */
  now: Date;
}

/** The invented district as plain rows, in an order in which they can be loaded. */
export interface Demo {
  areas: AreaRow[];
  water: WaterFeature[];
  organisations: OrganisationRow[];
  persons: PersonRow[];
  posts: PostRow[];
  tenures: TenureRow[];
  responsibilities: ResponsibilityRow[];
  accounts: DemoAccount[];
  /** A fresh stream of the same cases at every call, oldest first, built while it is read. */
  cases(): Generator<CaseRow>;
  /** A year of whistles over the cases that the pool has taken. */
  whistles(pool: ProblemPool): WhistleRow[];
  /** The four lists, and a year of department tasks in the communities. */
  tasks(): TasksDemo;
  /** A year of patrols in every grid. */
  patrols(): PatrolsDemo;
  /** The theme of this month, and one of some months ago that has an effect to be seen. */
  themes(): ThemeDemo[];
  /** Who can be called, and the musters of the past. */
  musters(): MustersDemo;
}

export const DEMO_SEED = 20260101;

/** Invents the demo district. Deterministic: the same options give the same rows on every machine. */
export function createDemo({ seed = DEMO_SEED, cases = 20_000, now }: DemoOptions): Demo {
  const random = createRandom(seed);
  const { areas, places, water } = createDistrict(random);
  const organisations = createOrganisationRows(areas, random, seed);
  const staff = createStaff(organisations, now, random, seed);
  const responsibilities = createResponsibilities(areas, organisations, seed);
  const accounts = createAccounts(organisations, staff, places);
  const { persons, posts, tenures } = staff;
  return {
    areas,
    water,
    organisations,
    persons,
    posts,
    tenures,
    responsibilities,
    accounts,
    cases: () => {
      const people = createPeople(organisations, responsibilities, staff, createRandom(seed + 1));
      return createCases({ seed, cases, now, places, people });
    },
    whistles: (pool) => createWhistles({ seed, now, pool, organisations, staff, line: lineFinder(responsibilities) }),
    tasks: () => createTasks({ seed, now, areas, organisations, staff }),
    patrols: () => createPatrols({ seed, now, places, organisations, staff }),
    themes: () => createThemes(areas, now),
    musters: () => createMusters({ seed, now, areas, organisations, staff }),
  };
}

const known = new Map<number, Omit<DemoAccount, 'personId'>[]>();

/** The demo accounts with their passwords; they do not depend on when the demo was loaded. */
export function demoAccounts(seed = DEMO_SEED): Omit<DemoAccount, 'personId'>[] {
  let accounts = known.get(seed);
  if (!accounts) {
    const demo = createDemo({ seed, cases: 0, now: new Date('2026-01-01T00:00:00Z') });
    accounts = demo.accounts.map(({ username, password, role, organisation }) => ({ username, password, role, organisation }));
    known.set(seed, accounts);
  }
  return accounts;
}
