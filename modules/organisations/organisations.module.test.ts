import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '@gongzhi/platform/spreadsheets';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { completeSocialCreditCode } from './rules/social-credit-code.ts';
import { openGround, security } from './testing.ts';

let ground: Awaited<ReturnType<typeof openGround>>;
const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const district = {
  name: { zh: '云杉区人民政府', en: 'Government of Yunshan' },
  shortName: '区政府',
  type: 'district-government',
  areaCode: '990106',
};
let root: string;
const create = async (input: object) => (await ground.call('POST', '/api/organisations', input)).body;
const person = async (name: string, phone?: string) => (await ground.call('POST', '/api/persons', { name, phone })).body.id as string;

beforeAll(async () => {
  ground = await openGround();
  await ground.organisations.seedTemplates();
  root = (await create(district)).id;
});
afterAll(() => ground.close());

describe('an organisation', () => {
  test('comes with the vacant posts of its type', async () => {
    const grid = await create({ name: { zh: '柳岸第一网格' }, type: 'grid', areaCode: '990106002001001', parentId: root });
    expect(grid).toMatchObject({
      shortName: '柳岸第一网格',
      areaName: '柳岸第一网格',
      posts: 3,
      vacancies: 3,
      children: 0,
      dissolvedOn: null,
    });
    const { body } = await ground.call('GET', `/api/organisations/${grid.id}`);
    expect(body.postList.map((post: { role: string; condition: string }) => [post.role, post.condition])).toEqual([
      ['grid-leader', 'vacant'],
      ['grid-officer', 'vacant'],
      ['party-instructor', 'vacant'],
    ]);
    expect(body.ancestors).toEqual([{ id: root, name: '云杉区人民政府' }]);
    expect((await ground.call('GET', `/api/organisations/${root}`)).body.children).toBe(1);
  });

  test('has a unified social credit code whose check character is right, and nobody else has it', async () => {
    const right = completeSocialCreditCode('11990106MB1234567');
    const wrong = `${right.slice(0, 17)}${right[17] === '0' ? '1' : '0'}`;
    const unit = { name: { zh: '云杉区水务局' }, type: 'department', areaCode: '990106', parentId: root };
    const refused = await ground.call('POST', '/api/organisations', { ...unit, code: wrong });
    expect([refused.status, refused.body.errors[0]]).toEqual([400, { field: 'code', reason: expect.any(String), accepted: right }]);
    const short = await ground.call('POST', '/api/organisations', { ...unit, code: '9133' });
    expect(short.body.errors[0].accepted).toBe('18 characters');
    expect((await ground.call('POST', '/api/organisations', { ...unit, code: right.toLowerCase() })).body.code).toBe(right);
    const twice = await ground.call('POST', '/api/organisations', { ...unit, code: right });
    expect([twice.status, twice.body.code]).toEqual([409, 'organisation-code-taken']);
  });

  test('is refused outside of what the administrator reaches, naming the area, and at an area that is not there', async () => {
    const input = { name: { zh: '某局' }, type: 'department', areaCode: '990106001' };
    const outside = await ground.call('POST', '/api/organisations', input, ['system-administrator', '990106002']);
    expect([outside.status, outside.body.areaCode]).toEqual([403, '990106001']);
    expect(
      (await ground.call('PATCH', `/api/organisations/${root}`, { shortName: 'x' }, ['system-administrator', '990106002'])).status,
    ).toBe(403);
    const unit = await create({ ...input, areaCode: '990106002' });
    const moved = await ground.call('PATCH', `/api/organisations/${unit.id}`, { areaCode: '990106001' }, [
      'system-administrator',
      '990106002',
    ]);
    expect([moved.status, moved.body.areaCode]).toEqual([403, '990106001']);
    expect((await ground.call('POST', '/api/organisations', { ...input, areaCode: '990106777' })).body.errors[0].field).toBe('areaCode');
    expect((await ground.call('POST', '/api/organisations', { ...input, type: 'ministry' })).body.errors[0].field).toBe('type');
    expect((await ground.call('POST', '/api/organisations', input, ['grid-officer', '990106'])).status).toBe(403);
    for (const zh of ['  ', '\ud800', 'a\u0007b', '长'.repeat(201)])
      expect((await ground.call('POST', '/api/organisations', { ...input, name: { zh } })).body.errors[0].field).toBe('name.zh');
  });

  test('does not stand below itself', async () => {
    const upper = await create({ name: { zh: '上级' }, type: 'other', areaCode: '990106', parentId: root });
    const lower = await create({ name: { zh: '下级' }, type: 'other', areaCode: '990106', parentId: upper.id });
    for (const parentId of [lower.id, upper.id]) {
      const { status, body } = await ground.call('PATCH', `/api/organisations/${upper.id}`, { parentId });
      expect([status, body.errors[0].field]).toEqual([400, 'parentId']);
    }
    const gone = await ground.call('PATCH', `/api/organisations/${upper.id}`, { parentId: '00000000-0000-4000-8000-000000000000' });
    expect(gone.body.errors[0].field).toBe('parentId');
    const orphan = { name: { zh: '孤儿' }, type: 'other', areaCode: '990106', parentId: '00000000-0000-4000-8000-000000000000' };
    expect((await ground.call('POST', '/api/organisations', orphan)).body.errors[0].field).toBe('parentId');
  });

  test('keeps what a change leaves out', async () => {
    const unit = await create({ name: { zh: '园林处', en: 'Parks' }, type: 'department', areaCode: '990106', parentId: root });
    const { body } = await ground.call('PATCH', `/api/organisations/${unit.id}`, { shortName: '园林', parentId: null });
    expect(body).toMatchObject({ name: { zh: '园林处', en: 'Parks' }, shortName: '园林', parentId: null, areaCode: '990106' });
    expect((await ground.organisations.directory()).get(unit.id)).toMatchObject({ shortName: '园林', parentId: null });
    expect(ground.audited.at(-1)).toMatchObject({ action: 'organisation-changed', subject: unit.id });
    expect((await ground.call('PATCH', `/api/organisations/${unit.id}`, {})).status).toBe(400);
  });

  test('is listed page by page without loss, by parent, type, area and words', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await ground.call('GET', `/api/organisations?limit=2${cursor}`);
      seen.push(...body.items.map((unit: { id: string }) => unit.id));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe([...(await ground.organisations.directory()).all()].length);
    const names = async (query: string) =>
      (await ground.call('GET', `/api/organisations?${query}`)).body.items.map((unit: { name: { zh: string } }) => unit.name.zh);
    expect(await names('type=grid')).toEqual(['柳岸第一网格']);
    expect(await names('under=990106002001')).toEqual(['柳岸第一网格']);
    expect(await names(`text=${encodeURIComponent('水务')}`)).toEqual(['云杉区水务局']);
    expect(await names('text=parks')).toEqual(['园林处']);
    expect(await names('parent=none')).toContain('云杉区人民政府');
    for (const broken of ['x', Buffer.from('["990106","x"]').toString('base64url'), Buffer.from('[1]').toString('base64url')])
      expect((await ground.call('GET', `/api/organisations?cursor=${broken}`)).body.code).toBe('invalid-cursor');
  });
});

describe('posts', () => {
  let grid: { id: string };
  let posts: [leader: { id: string }, officer: { id: string }, instructor: { id: string }];
  beforeAll(async () => {
    grid = await create({ name: { zh: '柳岸第二网格' }, type: 'grid', areaCode: '990106002001002', parentId: root });
    posts = (await ground.call('GET', `/api/posts?organisation=${grid.id}`)).body.items;
  });

  test('are vacant, filled, doubled or beyond their term, and counted so', async () => {
    const [leader, officer] = posts;
    const [first, second, third] = [await person('周明'), await person('吴芳'), await person('郑强')];
    const filled = await ground.call('POST', `/api/posts/${leader.id}/tenures`, { personId: first, from: day(-30) });
    expect([filled.status, filled.body.condition, filled.body.holders[0].name]).toEqual([201, 'filled', '周明']);
    const doubled = await ground.call('POST', `/api/posts/${leader.id}/tenures`, { personId: second, from: day(-1) });
    expect(doubled.body).toMatchObject({ condition: 'doubled', holders: [{ personId: first }, { personId: second }] });
    // A grid's term is three years.
    const over = await ground.call('POST', `/api/posts/${officer.id}/tenures`, { personId: third, from: day(-3 * 366) });
    expect(over.body.condition).toBe('term-over');
    const { body } = await ground.call('GET', `/api/posts?organisation=${grid.id}&condition=doubled`);
    expect(body.counts).toEqual({ filled: 0, vacant: 1, doubled: 1, 'term-over': 1 });
    expect(body.items.map((post: { id: string }) => post.id)).toEqual([leader.id]);
    expect((await ground.call('GET', `/api/organisations?ids=${grid.id}`)).body.items[0]).toMatchObject({ posts: 3, vacancies: 1 });
    expect((await ground.call('GET', `/api/posts?text=${encodeURIComponent('郑强')}`)).body.items).toHaveLength(1);
  });

  test('are relieved as of a day, and give authority up to that day only', async () => {
    const [leader] = posts;
    const before = (await ground.call('GET', `/api/posts?organisation=${grid.id}&role=grid-leader`)).body.items[0].holders;
    const authority = () => ground.organisations.postsOfPersons(ground.database, [before[0].personId]);
    expect(await authority()).toEqual([
      {
        personId: before[0].personId,
        postId: leader.id,
        role: 'grid-leader',
        title: '网格长',
        organisationId: grid.id,
        organisationName: '柳岸第二网格',
        areaCode: '990106002001002',
      },
    ]);
    const early = await ground.call('POST', `/api/tenures/${before[0].tenureId}/end`, { on: day(-31) });
    expect([early.status, early.body.errors[0].field]).toEqual([400, 'on']);
    const planned = await ground.call('POST', `/api/tenures/${before[0].tenureId}/end`, { on: day(3) });
    expect([planned.body.condition, (await authority()).length]).toEqual(['doubled', 1]);
    const now = await ground.call('POST', `/api/tenures/${before[0].tenureId}/end`, { on: day(0) });
    expect([now.body.condition, await authority()]).toEqual(['filled', []]);
    expect((await ground.call('POST', `/api/tenures/${before[0].tenureId}/end`, { on: day(0) })).body.code).toBe('tenure-ended');
  });

  test('do not take the same person twice at a time, nor a tenure that ends before it begins', async () => {
    const [, officer] = posts;
    const holder = (await ground.call('GET', `/api/posts?organisation=${grid.id}&role=grid-officer`)).body.items[0].holders[0].personId;
    const twice = await ground.call('POST', `/api/posts/${officer.id}/tenures`, { personId: holder, from: day(0) });
    expect([twice.status, twice.body.code]).toEqual([409, 'already-appointed']);
    const backward = await ground.call('POST', `/api/posts/${officer.id}/tenures`, { personId: holder, from: day(0), to: day(0) });
    expect(backward.body.errors[0].field).toBe('to');
    const nobody = await ground.call('POST', `/api/posts/${officer.id}/tenures`, { personId: root, from: day(0) });
    expect(nobody.body.errors[0].field).toBe('personId');
    expect((await ground.call('POST', `/api/posts/${root}/tenures`, { personId: holder, from: day(0) })).status).toBe(404);
    const outside = await ground.call('POST', `/api/posts/${officer.id}/tenures`, { personId: holder, from: day(0) }, [
      'system-administrator',
      '990106001',
    ]);
    expect(outside.status).toBe(403);
  });

  test('are removed only when nobody holds them', async () => {
    const made = await ground.call('POST', '/api/posts', { organisationId: grid.id, title: '楼栋长', role: 'grid-officer' });
    expect(made.body).toMatchObject({ template: null, condition: 'vacant', title: '楼栋长' });
    const [, officer] = posts;
    const held = await ground.call('DELETE', `/api/posts/${officer.id}`);
    expect([held.status, held.body.code, held.body.tenures.length]).toEqual([409, 'post-held', 1]);
    expect((await ground.call('DELETE', `/api/posts/${made.body.id}`)).status).toBe(204);
    expect((await ground.call('DELETE', `/api/posts/${made.body.id}`)).status).toBe(404);
    expect((await ground.call('GET', `/api/posts?organisation=${grid.id}`)).body.items).toHaveLength(3);
  });

  test('of the three administrators are filled by the security administrator alone, each with another person', async () => {
    const centre = await create({ name: { zh: '指挥中心' }, type: 'command-centre', areaCode: '990106', parentId: root });
    const all = (await ground.call('GET', `/api/posts?organisation=${centre.id}&limit=200`)).body.items as { id: string; role: string }[];
    expect(all).toHaveLength(19);
    const post = (role: string) => all.find((one) => one.role === role)!.id;
    const one = await person('冯静');
    const input = { personId: one, from: day(-1) };
    expect((await ground.call('POST', `/api/posts/${post('audit-administrator')}/tenures`, input)).status).toBe(403);
    expect((await ground.call('POST', `/api/posts/${post('audit-administrator')}/tenures`, input, security)).status).toBe(201);
    const both = await ground.call('POST', `/api/posts/${post('system-administrator')}/tenures`, input, security);
    expect([both.status, both.body.code]).toEqual([409, 'administrators-separate']);
    expect((await ground.call('POST', `/api/posts/${post('dispatcher')}/tenures`, input)).status).toBe(201);
  });

  test('follow templates that somebody above every district may change', async () => {
    const template = { organisationType: 'grid', title: { zh: '楼栋长' }, role: 'grid-officer', seats: 2, termYears: null };
    expect((await ground.call('PUT', '/api/post-templates/building-head', template, ['system-administrator', '990106001'])).status).toBe(
      403,
    );
    expect((await ground.call('PUT', '/api/post-templates/building-head', template)).body).toEqual({ code: 'building-head', ...template });
    const templates = (await ground.call('GET', '/api/post-templates')).body.items;
    expect(
      templates.filter((one: { organisationType: string }) => one.organisationType === 'grid').map((one: { code: string }) => one.code),
    ).toEqual(['grid-leader', 'grid-officer', 'party-instructor', 'building-head']);
    await ground.organisations.seedTemplates();
    expect((await ground.call('GET', '/api/post-templates')).body.items).toHaveLength(templates.length);
    expect((await ground.call('PUT', '/api/post-templates/building-head', { ...template, seats: 0 })).body.errors[0].field).toBe('seats');
  });
});

test('every act on an organisation or its posts is refused to the administrator of another place, and leaves everything as it was', async () => {
  const unit = await create({ name: { zh: '东山街道办事处' }, type: 'subdistrict-office', areaCode: '990106001', parentId: root });
  const { body } = await ground.call('GET', `/api/organisations/${unit.id}`);
  const [dispatcher, second] = body.postList as { id: string }[];
  const who = await person('沈丽');
  const { holders } = (await ground.call('POST', `/api/posts/${dispatcher!.id}/tenures`, { personId: who, from: day(-2) })).body;
  const before = (await ground.call('GET', `/api/organisations/${unit.id}`)).body;
  const acts: ['POST' | 'PATCH' | 'DELETE', string, object?][] = [
    ['PATCH', `/api/organisations/${unit.id}`, { shortName: 'x' }],
    ['POST', `/api/organisations/${unit.id}/dissolve`, { on: day(0), reason: 'x' }],
    ['POST', '/api/posts', { organisationId: unit.id, title: 'x', role: 'subdistrict-handler' }],
    ['DELETE', `/api/posts/${second!.id}`],
    ['POST', `/api/posts/${second!.id}/tenures`, { personId: who, from: day(0) }],
    ['POST', `/api/tenures/${holders[0].tenureId}/end`, { on: day(0) }],
  ];
  for (const [method, url, input] of acts) {
    const answer = await ground.call(method, url, input, ['system-administrator', '990106002']);
    expect([url, answer.status, answer.body.areaCode]).toEqual([url, 403, '990106001']);
  }
  expect((await ground.call('GET', `/api/organisations/${unit.id}`)).body).toEqual(before);
});

test('a post of an organisation that no longer exists gives no authority, whatever its tenure says', async () => {
  const unit = await create({ name: { zh: '已撤单位' }, type: 'department', areaCode: '990106', parentId: root });
  const [head] = (await ground.call('GET', `/api/posts?organisation=${unit.id}`)).body.items;
  const who = await person('韩梅');
  await ground.call('POST', `/api/posts/${head.id}/tenures`, { personId: who, from: day(-2) });
  expect(await ground.organisations.postsOfPersons(ground.database, [who])).toHaveLength(1);
  await ground.database.query('update organisations.organisation set dissolved_on = $2 where id = $1', [unit.id, day(0)]);
  expect(await ground.organisations.postsOfPersons(ground.database, [who])).toEqual([]);
  await ground.database.query('update organisations.organisation set dissolved_on = $2 where id = $1', [unit.id, day(1)]);
  expect(await ground.organisations.postsOfPersons(ground.database, [who])).toHaveLength(1);
  await ground.database.query('delete from organisations.tenure where person_id = $1', [who]);
  await ground.database.query('delete from organisations.post where organisation_id = $1', [unit.id]);
  await ground.database.query('delete from organisations.organisation where id = $1', [unit.id]);
});

describe('staff', () => {
  test('are found by name by those whose area they serve in, and those without a post by every administrator', async () => {
    const names = async (as: [never, string] | undefined, text = '') =>
      (await ground.call('GET', `/api/persons?text=${encodeURIComponent(text)}`, undefined, as)).body.items.map(
        (one: { name: string }) => one.name,
      );
    const idle = await person('新来的', '13800000000');
    expect(await names(undefined, '郑强')).toEqual(['郑强']);
    expect(await names(['system-administrator' as never, '990106001'])).not.toContain('郑强');
    expect(await names(['system-administrator' as never, '990106001'])).toContain('新来的');
    const { body } = await ground.call('GET', '/api/persons?text=%E6%96%B0%E6%9D%A5');
    expect(body.items[0]).toEqual({ id: idle, name: '新来的', phone: '13800000000', posts: [] });
    expect((await ground.call('GET', '/api/persons', undefined, ['grid-officer' as never, '990106'])).status).toBe(403);
    expect(JSON.stringify(ground.audited)).not.toContain('13800000000');
    expect(await ground.organisations.person(ground.database, idle)).toEqual({ id: idle, name: '新来的', phone: '13800000000' });
  });
});

describe('a dissolved organisation', () => {
  test('is refused while it answers for something or something stands below it, and lists that', async () => {
    await ground.organisations.seedCategories([
      {
        code: '01',
        parent: null,
        name: { zh: '市容' },
        class: 'ordinary',
        limit: null,
        words: [],
        wall: { publish: 'never', redact: 'title-only' },
      },
    ]);
    const unit = await create({ name: { zh: '旧局' }, type: 'department', areaCode: '990106', parentId: root });
    const child = await create({ name: { zh: '旧局分局' }, type: 'department', areaCode: '990106', parentId: unit.id });
    const line = await ground.call('PUT', '/api/responsibilities', {
      category: '01',
      areaCode: '990106',
      leadOrganisationId: root,
      assistOrganisationIds: [unit.id],
      limit: null,
    });
    const dissolve = () => ground.call('POST', `/api/organisations/${unit.id}/dissolve`, { on: day(0), reason: '机构改革' });
    const answers = await dissolve();
    expect([answers.status, answers.body.code, answers.body.responsibilities]).toEqual([
      409,
      'organisation-answers',
      [{ id: line.body.id, category: '01', areaCode: '990106' }],
    ]);
    await ground.call('DELETE', `/api/responsibilities/${line.body.id}`);
    const below = await dissolve();
    expect([below.body.code, below.body.organisations]).toEqual(['organisation-has-children', [{ id: child.id, name: '旧局分局' }]]);
    await ground.call('PATCH', `/api/organisations/${child.id}`, { parentId: root });
    const head = (await ground.call('GET', `/api/posts?organisation=${unit.id}`)).body.items[0];
    const who = await person('蒋涛');
    await ground.call('POST', `/api/posts/${head.id}/tenures`, { personId: who, from: day(-5) });
    expect((await dissolve()).body).toMatchObject({ dissolvedOn: day(0) });
    expect(await ground.organisations.postsOfPersons(ground.database, [who])).toEqual([]);
    const tenures = await ground.database.query('select until from organisations.tenure where person_id = $1', [who]);
    expect(tenures).toEqual([{ until: day(0) }]);
    const under = await ground.call('POST', '/api/organisations', {
      name: { zh: '新分局' },
      type: 'department',
      areaCode: '990106',
      parentId: unit.id,
    });
    expect([under.status, under.body.errors[0].field]).toEqual([400, 'parentId']);
    expect((await dissolve()).body.code).toBe('organisation-dissolved');
    expect((await ground.call('PATCH', `/api/organisations/${unit.id}`, { shortName: 'x' })).body.code).toBe('organisation-dissolved');
    expect((await ground.call('POST', `/api/posts/${head.id}/tenures`, { personId: who, from: day(0) })).body.code).toBe(
      'organisation-dissolved',
    );
    const listed = async (query: string) =>
      (await ground.call('GET', `/api/organisations?limit=200${query}`)).body.items.map((one: { id: string }) => one.id);
    expect(await listed('&dissolved=true')).toEqual([unit.id]);
    expect(await listed('&dissolved=false')).not.toContain(unit.id);
  });
});

describe('an import', () => {
  const code = completeSocialCreditCode('12990106MB7654321');
  const table = [
    '云杉区单位名册（2026 年）,,,,',
    '统一社会信用代码,单位名称,类型,所属区域,上级单位',
    `${code},柳岸社区居民委员会,居委会,柳岸社区,南桥街道办事处`,
    ',南桥街道办事处,街道办事处,990106002,区政府',
    `${code.slice(0, 17)}${code[17] === '0' ? '1' : '0'},错码单位,部门,990106,`,
    ',无类单位,衙门,990106,',
    ',无区单位,部门,桃花源,',
    ',无主单位,部门,990106,不存在的单位',
    ',孤儿单位,部门,990106,无主单位',
    ',南桥街道办事处,街道办事处,990106002,区政府',
    ',甲,部门,990106,乙',
    ',乙,部门,990106,甲',
  ].join('\r\n');
  const rows = (body: { refused: { row: number; column: string }[] }) => body.refused.map(({ row, column }) => [row, column]);

  test('accounts for every row, writes nothing on a dry run, and takes the same file once', async () => {
    const before = [...(await ground.organisations.directory()).all()].length;
    const dry = await ground.upload('/api/organisations/import?dryRun=true', '名册.csv', table);
    expect(dry.status).toBe(200);
    expect(rows(dry.body)).toEqual([
      [5, 'code'],
      [6, 'type'],
      [7, 'area'],
      [8, 'parent'],
      [9, 'parent'],
      [10, 'name'],
      [11, 'parent'],
      [12, 'parent'],
    ]);
    expect(dry.body).toMatchObject({ read: 10, taken: 2, known: 0 });
    expect(dry.body.refused[0].reason).toContain(code);
    expect([...(await ground.organisations.directory()).all()].length).toBe(before);
    expect((await ground.upload('/api/organisations/import', '名册.csv', table)).body).toEqual(dry.body);
    expect((await ground.upload('/api/organisations/import', '名册.csv', table)).body).toMatchObject({ taken: 0, known: 2 });
    const [committee] = (await ground.call('GET', `/api/organisations?text=${code}`)).body.items;
    const office = (await ground.organisations.directory()).get(committee.parentId)!;
    expect(committee).toMatchObject({ type: 'community-committee', areaCode: '990106002001', posts: 4 });
    expect([office.name, office.parentId]).toEqual(['南桥街道办事处', root]);
  });

  test('reads a workbook, changes what differs and says so', async () => {
    const chunks: Buffer[] = [];
    const file = writeXlsx({
      header: ['code', 'name', 'type', 'area', 'parent'],
      rows: [[code, '柳岸社区居委会', 'community-committee', '990106002001', '']],
      timezone: 'Asia/Shanghai',
    });
    for await (const chunk of file) chunks.push(chunk);
    const { body } = await ground.upload('/api/organisations/import', 'a.xlsx', Buffer.concat(chunks));
    expect(body).toMatchObject({ read: 1, taken: 1, known: 0, refused: [], warnings: [{ row: 2, reason: 'changed: name' }] });
    const [committee] = (await ground.call('GET', `/api/organisations?text=${code}`)).body.items;
    expect([committee.name.zh, committee.parentId === null]).toEqual(['柳岸社区居委会', false]);
  });

  test('is refused row by row outside of what the actor reaches, and as a whole without its columns or as no spreadsheet', async () => {
    const outside = await ground.upload('/api/organisations/import', 'a.csv', 'name,type,area\n某局,部门,990106\n', [
      'system-administrator',
      '990106002',
    ]);
    expect(outside.body.refused).toEqual([{ row: 2, column: 'area', value: '990106', reason: expect.stringContaining('990106') }]);
    const columns = await ground.upload('/api/organisations/import', 'a.csv', 'a,b\n1,2\n');
    expect(columns.body.errors.map((error: { field: string }) => error.field)).toEqual(['file.name', 'file.type', 'file.area']);
    const image = await ground.upload(
      '/api/organisations/import',
      'a.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]),
    );
    expect([image.status, image.body.errors[0].field]).toEqual([400, 'file']);
    expect((await ground.call('POST', '/api/organisations/import', {})).status).toBe(415);
  });

  test.each([
    ['no boundary', 'multipart/form-data', 'abc', 'body'],
    [
      'an end too early',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nname',
      'body',
    ],
    ['no file', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nname\r\n--x--\r\n', 'file'],
    ['nothing at all', 'multipart/form-data; boundary=x', '', 'file'],
  ])("with %s in its multipart body is the sender's mistake", async (_, contentType, payload, field) => {
    const { status, body } = await ground.send('/api/organisations/import', contentType, payload);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  test('leaves no file behind, whatever became of it', async () => {
    const own = mkdtempSync(join(tmpdir(), 'gongzhi-test-'));
    vi.stubEnv('TMPDIR', own);
    await ground.upload('/api/organisations/import?dryRun=true', 'a.csv', 'name,type,area\n某局,部门,990106\n');
    await ground.upload('/api/organisations/import', 'a.xlsx', 'PK\u0003\u0004 not an archive');
    vi.unstubAllEnvs();
    expect(readdirSync(own)).toEqual([]);
    rmSync(own, { recursive: true });
  });
});
