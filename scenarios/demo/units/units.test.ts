import { Phone } from '@gongzhi/contract/primitives';
import { checkSocialCreditCode } from '@gongzhi/organisations/social-credit-code';
import { describe, expect, it } from 'vitest';
import { createDistrict } from '../areas/district.ts';
import { createRandom } from '../random.ts';
import { createAccounts } from './accounts.ts';
import { createOrganisationRows } from './organisations.ts';
import { createResponsibilities } from './responsibilities.ts';
import { createStaff } from './staff.ts';

const seed = 20260101;
const now = new Date('2026-06-15T02:00:00Z');
const random = createRandom(seed);
const { areas, places } = createDistrict(random);
const organisations = createOrganisationRows(areas, random, seed);
const staff = createStaff(organisations, now, random, seed);
const responsibilities = createResponsibilities(areas, organisations, seed);
const accounts = createAccounts(organisations, staff, places);
const count = (type: string) => organisations.filter((row) => row.type === type).length;

describe('the organisations of the demo district', () => {
  it('come in the numbers of the field', () => {
    expect(count('department')).toBe(38);
    expect(count('subdistrict-office')).toBe(13);
    expect(count('community-committee')).toBe(86);
    expect(count('community-party-committee')).toBe(86);
    expect(count('grid')).toBe(620);
    expect(count('party-branch')).toBe(63);
    expect(count('member-unit')).toBe(328);
  });

  it('stand under a parent that comes before them, on an area that exists', () => {
    const known = new Set<string>();
    const codes = new Set(areas.map(({ code }) => code));
    for (const { id, parentId, areaCode } of organisations) {
      if (parentId !== null) expect(known.has(parentId)).toBe(true);
      expect(codes.has(areaCode)).toBe(true);
      known.add(id);
    }
    expect(known.size).toBe(organisations.length);
  });

  it('carry valid credit codes, each once, and no name twice in a type', () => {
    const codes = organisations.flatMap(({ code }) => code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(checkSocialCreditCode(code)).toEqual({ valid: true });
    for (const type of new Set(organisations.map((row) => row.type))) {
      const names = organisations.filter((row) => row.type === type).map(({ name }) => name.zh);
      expect(new Set(names).size, type).toBe(names.length);
    }
  });

  it('have three posts in every grid', () => {
    for (const grid of organisations.filter(({ type }) => type === 'grid')) {
      const roles = staff.posts.filter(({ organisationId }) => organisationId === grid.id).map(({ role }) => role);
      expect(roles).toEqual(['grid-leader', 'grid-officer', 'party-instructor']);
    }
  });
});

describe('the people of the demo district', () => {
  const today = '2026-06-15';
  const holders = (postId: string) =>
    staff.tenures.filter((t) => t.postId === postId && t.from <= today && (t.to === null || t.to > today));

  it('leave a few posts vacant and hold a few twice', () => {
    const grids = new Set(organisations.filter(({ type }) => type === 'grid').map(({ id }) => id));
    const sizes = staff.posts.filter(({ organisationId }) => grids.has(organisationId)).map(({ id }) => holders(id).length);
    const vacant = sizes.filter((size) => size === 0).length;
    const doubled = sizes.filter((size) => size === 2).length;
    expect(vacant).toBeGreaterThan(10);
    expect(vacant).toBeLessThan(80);
    expect(doubled).toBeGreaterThan(5);
    expect(doubled).toBeLessThan(60);
  });

  it('have terms that end where the post has a term', () => {
    const terms = new Map(staff.posts.map(({ id, termYears }) => [id, termYears]));
    const open = staff.tenures.filter(({ to }) => to === null);
    expect(open.filter(({ postId }) => terms.get(postId) !== null)).toHaveLength(1);
    expect(staff.tenures.every(({ from, to }) => to === null || to > from)).toBe(true);
  });

  it('have ids of their own and telephone numbers that nobody can have', () => {
    const ids = [...staff.persons, ...staff.posts, ...staff.tenures, ...organisations, ...responsibilities].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { phone } of staff.persons) {
      expect(Phone.safeParse(phone).success).toBe(true);
      expect(phone).not.toMatch(/^1[3-9]/);
    }
  });

  it('stand on every post from which cases are handled', () => {
    for (const { leadOrganisationId } of responsibilities) {
      const roles = ['department-handler', 'subdistrict-handler', 'community-worker'] as const;
      expect(roles.some((role) => staff.actors(leadOrganisationId, role).length > 0)).toBe(true);
    }
  });
});

describe('the responsibility list', () => {
  it('answers for every second-level category in every grid', () => {
    const categories = new Set(responsibilities.map(({ category }) => category));
    for (const category of categories) {
      const lines = responsibilities.filter((row) => row.category === category);
      for (const { code } of areas.filter(({ level }) => level === 'grid'))
        expect(lines.some(({ areaCode }) => code.startsWith(areaCode))).toBe(true);
    }
    expect(categories.size).toBeGreaterThanOrEqual(70);
  });

  it('has one line for each category and area', () => {
    const keys = responsibilities.map(({ category, areaCode }) => `${category} ${areaCode}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the demo accounts', () => {
  it('cover the roles, among them three separate administrators', () => {
    expect(new Set(accounts.map(({ username }) => username)).size).toBe(accounts.length);
    const roles = accounts.map(({ role }) => role);
    for (const role of ['dispatcher', 'grid-officer', 'system-administrator', 'security-administrator', 'audit-administrator'])
      expect(roles).toContain(role);
    expect(new Set(accounts.map(({ personId }) => personId)).size).toBe(accounts.length);
  });

  it('have usernames that are accepted and passwords of ten characters and three classes', () => {
    for (const { username, password } of accounts) {
      expect(username).toMatch(/^[a-z0-9][a-z0-9._-]{2,40}$/);
      expect(password.length).toBeGreaterThanOrEqual(10);
      for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]) expect(password).toMatch(kind);
      expect(password.toLowerCase()).not.toContain(username);
    }
  });
});
