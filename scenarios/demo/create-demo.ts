import type { AreaRow, WaterFeature } from './areas/area-row.ts';
import { createDistrict } from './areas/district.ts';
import { createCases } from './cases/create-cases.ts';
import { createPeople } from './cases/people.ts';
import type { CaseRow } from './cases/rows.ts';
import { createRandom } from './random.ts';
import { createAccounts } from './units/accounts.ts';
import { createOrganisationRows } from './units/organisations.ts';
import { createResponsibilities } from './units/responsibilities.ts';
import type { DemoAccount, OrganisationRow, PersonRow, PostRow, ResponsibilityRow, TenureRow } from './units/rows.ts';
import { createStaff } from './units/staff.ts';

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
