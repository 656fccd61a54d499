import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openGround } from './testing.ts';

let ground: Awaited<ReturnType<typeof openGround>>;
const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const wall = { publish: 'at-closing', redact: 'redacted-text' } as const;
const units = Object.fromEntries(['bureau', 'office', 'committee', 'company', 'leaving'].map((name) => [name, randomUUID()])) as Record<
  'bureau' | 'office' | 'committee' | 'company' | 'leaving',
  string
>;
const category = (code: string, parent: string | null, limit: { amount: number; unit: 'hour' | 'day' } | null = null) => ({
  code,
  parent,
  name: { zh: `类别 ${code}` },
  class: 'ordinary' as const,
  limit,
  words: ['词'],
  wall,
});
const who = async (code: string, area: string) =>
  (await ground.call('GET', `/api/responsibilities/answer?category=${code}&area=${area}`)).body;
const put = (category: string, areaCode: string, lead: string, more: object = {}) =>
  ground.call('PUT', '/api/responsibilities', {
    category,
    areaCode,
    leadOrganisationId: lead,
    assistOrganisationIds: [],
    limit: null,
    ...more,
  });

beforeAll(async () => {
  ground = await openGround();
  await ground.organisations.seedCategories([
    category('0101', '01', { amount: 4, unit: 'hour' }),
    category('0102', '01'),
    category('01', null, { amount: 7, unit: 'day' }),
    category('02', null),
  ]);
  await ground.database.transaction(async (tx) => {
    // Children before parents: the tree is checked at the end.
    await ground.organisations.loadOrganisations(tx, [
      {
        id: units.committee,
        name: { zh: '柳岸社区居委会' },
        shortName: '柳岸居委会',
        type: 'community-committee',
        areaCode: '990106002001',
        parentId: units.office,
      },
      {
        id: units.office,
        name: { zh: '南桥街道办事处' },
        shortName: '南桥街道',
        type: 'subdistrict-office',
        areaCode: '990106002',
        parentId: units.bureau,
      },
      { id: units.bureau, name: { zh: '城市管理局' }, shortName: '城管局', type: 'department', areaCode: '990106' },
      { id: units.company, name: { zh: '环卫公司' }, shortName: '环卫', type: 'enterprise', areaCode: '990106' },
      { id: units.leaving, name: { zh: '撤销中的局' }, shortName: '撤销局', type: 'department', areaCode: '990106' },
    ]);
    await ground.organisations.loadPersons(tx, [{ id: units.company, name: '韩雪', phone: '13900000000' }]);
    await ground.organisations.loadPosts(tx, [
      { id: units.office, organisationId: units.bureau, title: '局长', role: 'department-head', template: 'department-head', termYears: 5 },
    ]);
    await ground.organisations.loadTenures(tx, [{ id: units.bureau, postId: units.office, personId: units.company, from: day(-10) }]);
    await ground.organisations.loadResponsibilities(tx, [
      { category: '01', areaCode: '990106', leadOrganisationId: units.bureau, assistOrganisationIds: [units.company, units.leaving] },
      { category: '0101', areaCode: '990106002', leadOrganisationId: units.office, limit: { amount: 2, unit: 'hour' } },
    ]);
  });
});
afterAll(() => ground.close());

describe('who is responsible', () => {
  test('is told by the line of the category with the longest area prefix', async () => {
    const answer = await who('0101', '990106002001001');
    expect(answer.found).toMatchObject({
      category: '0101',
      areaCode: '990106002',
      areaName: '南桥街道',
      leadName: '南桥街道',
      limit: { amount: 2, unit: 'hour' },
    });
    expect(answer.limit).toEqual({ amount: 2, unit: 'hour' });
    expect(answer.tried).toEqual([
      { category: '0101', areaCode: '990106002001001' },
      { category: '0101', areaCode: '990106002' },
    ]);
  });
  test('goes on to the parent category only after every area of its own', async () => {
    const answer = await who('0101', '990106001');
    expect(answer.found).toMatchObject({ category: '01', areaCode: '990106', leadName: '城管局', limit: null });
    // The line has no limit of its own: that of the category asked for holds.
    expect(answer.limit).toEqual({ amount: 4, unit: 'hour' });
    expect(answer.tried.map((line: { category: string; areaCode: string }) => `${line.category} ${line.areaCode}`)).toEqual([
      '0101 990106001',
      '0101 990106',
      '01 990106001',
      '01 990106',
    ]);
    // A narrower area of the parent does not go before a wider one of the category itself.
    await put('01', '990106002001', units.committee);
    expect((await who('0101', '990106002001001')).found.leadOrganisationId).toBe(units.office);
    expect((await who('0102', '990106002001001')).found.leadOrganisationId).toBe(units.committee);
    expect((await who('0102', '990106002001001')).limit).toEqual({ amount: 7, unit: 'day' });
  });
  test('is nobody where no line reaches, with all that was tried', async () => {
    expect(await who('02', '990106001')).toEqual({
      found: null,
      limit: null,
      tried: expect.arrayContaining([{ category: '02', areaCode: '990106' }]),
    });
    expect((await who('99', '990106001')).found).toBe(null);
    expect(await ground.organisations.responsible('0101', '110101')).toBe(null);
  });
  test('is never a dissolved organisation, and a wider line answers in its stead', async () => {
    await put('0102', '990106001', units.leaving);
    expect((await who('0102', '990106001')).found.leadOrganisationId).toBe(units.leaving);
    // As a merger of districts would leave it: dissolved with its lines still there.
    await ground.database.query('update organisations.organisation set dissolved_on = $2::date where id = $1', [units.leaving, day(0)]);
    await ground.database.query(`update organisations.revision set number = number + 1`);
    const later = await openSecond();
    const found = await later.responsible('0102', '990106001');
    expect(found).toMatchObject({ leadOrganisationId: units.bureau, category: '01', assistOrganisationIds: [units.company] });
    expect(found?.tried[0]).toEqual({ category: '0102', areaCode: '990106001' });
  });
  test('is answered from memory', async () => {
    await ground.organisations.responsible('0102', '990106002001001');
    const asked = vi.spyOn(ground.database, 'query');
    for (let round = 0; round < 1000; round++) await ground.organisations.responsible('0102', '990106002001001');
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});

/** The same database seen by another process. */
async function openSecond() {
  const { createOrganisations } = await import('./index.ts');
  return createOrganisations({ database: ground.database, territory: ground.territory, audit: async () => {} });
}

describe('the responsibility list', () => {
  test('replaces the line of the same category and area, and lists lines by category, area and organisation', async () => {
    const first = await put('02', '990106002', units.office, { assistOrganisationIds: [units.company] });
    const second = await put('02', '990106002', units.committee, { limit: { amount: 3, unit: 'working-day' } });
    expect(second.body).toEqual({
      id: first.body.id,
      category: '02',
      areaCode: '990106002',
      areaName: '南桥街道',
      leadOrganisationId: units.committee,
      leadName: '柳岸居委会',
      assist: [],
      limit: { amount: 3, unit: 'working-day' },
    });
    const listed = async (query: string) =>
      (await ground.call('GET', `/api/responsibilities?${query}`)).body.items.map((line: { category: string; areaCode: string }) => [
        line.category,
        line.areaCode,
      ]);
    expect(await listed(`organisation=${units.company}`)).toEqual([['01', '990106']]);
    expect(await listed('under=990106002')).toEqual([
      ['01', '990106002001'],
      ['0101', '990106002'],
      ['02', '990106002'],
    ]);
    expect(await listed('category=02')).toEqual([['02', '990106002']]);
    const page = (await ground.call('GET', '/api/responsibilities?limit=2')).body;
    const rest = (await ground.call('GET', `/api/responsibilities?limit=200&cursor=${page.next}`)).body;
    expect([...page.items, ...rest.items].map((line: { id: string }) => line.id)).toEqual(
      (await ground.call('GET', '/api/responsibilities?limit=200')).body.items.map((line: { id: string }) => line.id),
    );
    expect(await who('02', '990106002001')).toMatchObject({ found: { leadOrganisationId: units.committee } });
    const outside = await ground.call('DELETE', `/api/responsibilities/${first.body.id}`, undefined, ['system-administrator', '990106001']);
    expect([outside.status, outside.body.areaCode]).toEqual([403, '990106002']);
    expect((await ground.call('DELETE', `/api/responsibilities/${first.body.id}`)).status).toBe(204);
    expect((await who('02', '990106002001')).found).toBe(null);
    expect((await ground.call('DELETE', `/api/responsibilities/${first.body.id}`)).status).toBe(404);
  });
  test.each([
    ['a category that is not there', { category: '77' }, 400, 'category'],
    ['an area that is not there', { areaCode: '990106888' }, 400, 'areaCode'],
    ['a lead that is not there', { leadOrganisationId: '00000000-0000-4000-8000-000000000000' }, 400, 'leadOrganisationId'],
    ['a dissolved lead', { leadOrganisationId: units.leaving }, 400, 'leadOrganisationId'],
    ['the lead among those who assist', { assistOrganisationIds: [units.company, units.bureau] }, 400, 'assistOrganisationIds.1'],
    ['an area out of reach', { areaCode: '990107' }, 403, undefined],
    ['no positive limit', { limit: { amount: 0, unit: 'day' } }, 400, 'limit.amount'],
  ])('refuses %s', async (_, change, status, field) => {
    const answer = await put('02', '990106', units.bureau, change);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([status, field]);
  });
});

describe('categories', () => {
  test('are public, in order, and inactive ones only where asked for', async () => {
    const { parent, ...rest } = category('0103', '01');
    const written = await ground.call('PUT', '/api/categories/0103', { parent, ...rest, active: false });
    expect(written.body).toMatchObject({ code: '0103', active: false });
    const codes = async (query: string) =>
      (await ground.call('GET', `/api/categories${query}`, undefined, null)).body.items.map((one: { code: string }) => one.code);
    expect(await codes('')).toEqual(['01', '0101', '0102', '02']);
    expect(await codes('?inactive=true')).toEqual(['01', '0101', '0102', '0103', '02']);
  });
  test('change the version by which others know that theirs is stale', async () => {
    const before = (await ground.organisations.categories()).version;
    const { code: _, ...rest } = category('0102', '01', { amount: 1, unit: 'day' });
    await ground.call('PUT', '/api/categories/0102', { ...rest, active: true });
    const after = await ground.organisations.categories();
    expect(after.version).not.toBe(before);
    expect(after.get('0102')?.limit).toEqual({ amount: 1, unit: 'day' });
    expect(after.name('0102')).toBe('类别 0102');
  });
  test('do not stand below themselves nor below what is not there', async () => {
    const { code: _, ...rest } = category('01', null);
    for (const parent of ['0101', '01', '66']) {
      const { status, body } = await ground.call('PUT', '/api/categories/01', { ...rest, parent, active: true });
      expect([status, body.errors[0].field]).toEqual([400, 'parent']);
    }
    expect((await ground.call('PUT', '/api/categories/01', { ...rest, active: true }, ['grid-officer', '990106'])).status).toBe(403);
  });
  test('that an administrator has changed survive another seeding', async () => {
    await ground.organisations.seedCategories([category('0102', '01'), category('03', null)]);
    const categories = await ground.organisations.categories();
    expect(categories.get('0102')?.limit).toEqual({ amount: 1, unit: 'day' });
    expect(categories.get('03')).toMatchObject({ active: true });
  });
});

test('bulk loads are there as if they had been entered one by one', async () => {
  const { body } = await ground.call('GET', `/api/organisations/${units.bureau}`);
  expect(body.postList).toEqual([
    {
      id: units.office,
      organisationId: units.bureau,
      organisationName: '城市管理局',
      title: '局长',
      role: 'department-head',
      template: 'department-head',
      termYears: 5,
      holders: [{ tenureId: units.bureau, personId: units.company, name: '韩雪', from: day(-10), to: null }],
      condition: 'filled',
    },
  ]);
  expect((await ground.organisations.directory()).name(units.committee)).toBe('柳岸居委会');
});
