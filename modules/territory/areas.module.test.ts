import type { Feature, Polygon } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTiling } from './rules/geometry.ts';
import { box, openGround } from './testing.ts';

let ground: Awaited<ReturnType<typeof openGround>>;
const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
// A district of 0.3 by 0.1 degrees in three subdistricts side by side; the middle one has two communities, one of them two grids.
const district = { code: '990106', name: '云杉区', level: 'district', boundary: box(121, 29, 121.3, 29.1), validFrom: '2024-01-01' };
const areas = [
  district,
  { code: '990106001', name: '东山街道', level: 'subdistrict', boundary: box(121, 29, 121.1, 29.1), validFrom: '2024-01-01' },
  { code: '990106002', name: '南桥街道', level: 'subdistrict', boundary: box(121.1, 29, 121.2, 29.1), validFrom: '2024-01-01' },
  { code: '990106103', name: '西溪镇', level: 'subdistrict', type: 'town', boundary: box(121.2, 29, 121.3, 29.1), validFrom: '2024-01-01' },
  { code: '990106002001', name: '柳岸社区', level: 'community', boundary: box(121.1, 29, 121.2, 29.05), validFrom: '2024-01-01' },
  { code: '990106002002', name: '书院社区', level: 'community', boundary: box(121.1, 29.05, 121.2, 29.1), validFrom: '2024-01-01' },
  { code: '990106002001001', name: '柳岸第一网格', level: 'grid', boundary: box(121.1, 29, 121.15, 29.05), validFrom: '2024-01-01' },
  { code: '990106002001002', name: '柳岸第二网格', level: 'grid', boundary: box(121.15, 29, 121.2, 29.05), validFrom: '2024-01-01' },
] as const;

beforeAll(async () => {
  ground = await openGround();
  for (const area of areas) expect((await ground.call('POST', '/api/areas', area)).status).toBe(201);
});
afterAll(() => ground.close());

describe('the tree of areas', () => {
  test('children of an area are listed with their own number of children, for everybody', async () => {
    const { body } = await ground.call('GET', '/api/areas?parent=990106', undefined, null);
    expect(body.items.map((area: { code: string; children: number }) => [area.code, area.children])).toEqual([
      ['990106001', 0],
      ['990106002', 2],
      ['990106103', 0],
    ]);
    expect(body.items[2]).toMatchObject({ name: '西溪镇', type: 'town', parent: '990106', hasBoundary: true, validTo: null });
    expect(body.items[0].squareKilometres).toBeCloseTo(107.8, 0);
  });

  test('areas are found by words of the name, by the beginning of the code, by level and under another', async () => {
    const codes = async (query: string) =>
      (await ground.call('GET', `/api/areas?${query}`, undefined, null)).body.items.map((area: { code: string }) => area.code);
    expect(await codes(`text=${encodeURIComponent('书院')}`)).toEqual(['990106002002']);
    expect(await codes('text=9901060020010')).toEqual(['990106002001001', '990106002001002']);
    expect(await codes('level=community&under=990106002')).toEqual(['990106002001', '990106002002']);
    expect(await codes('codes=990106103,990106001')).toEqual(['990106001', '990106103']);
    expect(await codes(`text=${encodeURIComponent('%')}`)).toEqual([]);
  });

  test('an area inserted between two levels takes over the areas below it', async () => {
    await ground.call('POST', '/api/areas', { code: '990106002002003', name: '书院第三网格', level: 'grid' });
    await ground.call('POST', '/api/areas', { code: '990106104005001', name: '山里网格', level: 'grid' });
    expect((await ground.call('GET', '/api/areas/990106104005001')).body.parent).toBe('990106');
    await ground.call('POST', '/api/areas', { code: '990106104', name: '山里镇', level: 'subdistrict', type: 'town' });
    await ground.call('POST', '/api/areas', { code: '990106104005', name: '山里村', level: 'community' });
    const { body } = await ground.call('GET', '/api/areas/990106104005001');
    expect(body.ancestors.map((area: { name: string }) => area.name)).toEqual(['云杉区', '山里镇', '山里村']);
  });

  test('GeoJSON comes out as it went in', async () => {
    const ring = [
      [121.3000001, 29.0000001],
      [121.40000001, 29.1],
      [121.3123456, 29.2],
      [121.3000001, 29.0000001],
    ];
    const several = { type: 'MultiPolygon', coordinates: [[ring], box(122, 29, 122.1, 29.1).coordinates] };
    await ground.call('POST', '/api/areas', { code: '990107', name: '别区', level: 'district', boundary: several }, [
      'system-administrator',
      '99',
    ]);
    expect((await ground.call('GET', '/api/areas/990107')).body.boundary).toEqual(several);
    expect((await ground.call('GET', '/api/areas/990106')).body.boundary).toEqual(district.boundary);
    const { body, type } = await ground.call('GET', '/api/areas.geojson?under=990106&level=grid', undefined, null);
    expect(type).toContain('application/geo+json');
    expect(body.features.map((feature: { id: string }) => feature.id)).toEqual(['990106002001001', '990106002001002']);
    expect(body.features[0].geometry).toEqual(areas[6].boundary);
  });
});

describe('an area is refused', () => {
  const attempt = async (area: object) => {
    const { status, body } = await ground.call('POST', '/api/areas', area);
    return [status, body.errors?.[0]?.field ?? body.code, body.errors?.[0]?.accepted];
  };
  test('whose code has no level, is filled up, or says another level', async () => {
    expect(await attempt({ code: '9901060', name: 'x', level: 'grid' })).toEqual([400, 'code', expect.stringContaining('15')]);
    expect(await attempt({ code: '990106001000', name: 'x', level: 'community' })).toEqual([400, 'code', '990106001']);
    expect(await attempt({ code: '990106009', name: 'x', level: 'grid' })).toEqual([400, 'level', 'subdistrict']);
  });
  test('whose outline crosses itself, stays open or has no surface', async () => {
    const bow = {
      type: 'Polygon',
      coordinates: [
        [
          [121, 29],
          [121.1, 29.1],
          [121.1, 29],
          [121, 29.1],
          [121, 29],
        ],
      ],
    };
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [121, 29],
          [121.1, 29.1],
          [121.1, 29],
          [121, 29.1],
        ],
      ],
    };
    const flat = {
      type: 'Polygon',
      coordinates: [
        [
          [121, 29],
          [121, 29],
          [121, 29],
          [121, 29],
        ],
      ],
    };
    expect(await attempt({ code: '990106009', name: 'x', level: 'subdistrict', boundary: bow })).toEqual([
      400,
      'boundary.coordinates[0]',
      expect.any(String),
    ]);
    expect(await attempt({ code: '990106009', name: 'x', level: 'subdistrict', boundary: open })).toEqual([
      400,
      'boundary.coordinates[0]',
      expect.any(String),
    ]);
    expect(await attempt({ code: '990106009', name: 'x', level: 'subdistrict', boundary: flat })).toEqual([
      400,
      'boundary.coordinates[0]',
      expect.any(String),
    ]);
    const { body } = await ground.call('PATCH', '/api/areas/990106001', { boundary: bow });
    expect(body.errors[0].reason).toContain('crosses or touches itself, at 121.05, 29.05');
    expect(body.places[0]).toEqual([expect.closeTo(121.05, 6), expect.closeTo(29.05, 6)]);
  });
  test('whose day is still to come or whose code is taken', async () => {
    expect(await attempt({ code: '990106009', name: 'x', level: 'subdistrict', validFrom: day(2) })).toEqual([
      400,
      'validFrom',
      expect.any(String),
    ]);
    expect(await attempt({ code: '990106001', name: 'x', level: 'subdistrict' })).toEqual([409, 'area-exists', undefined]);
  });
  test('outside of what the administrator reaches, naming the area', async () => {
    const { status, body } = await ground.call('POST', '/api/areas', { code: '990106003', name: 'x', level: 'subdistrict' }, [
      'system-administrator',
      '990106002',
    ]);
    expect([status, body.code, body.detail]).toEqual([403, 'not-permitted', expect.stringContaining('990106003')]);
    const other = await ground.call('PATCH', '/api/areas/990106001', { name: 'x' }, ['system-administrator', '990106002']);
    expect([other.status, other.body.areaCode]).toEqual([403, '990106001']);
    expect((await ground.call('POST', '/api/areas', {}, ['grid-officer', '990106'])).status).toBe(403);
  });
});

describe('a point', () => {
  test('lies in the deepest area that covers it, told from the deepest up', async () => {
    const { body } = await ground.call('GET', '/api/locate?longitude=121.12&latitude=29.01', undefined, null);
    expect(body.areas.map((area: { code: string }) => area.code)).toEqual(['990106002001001', '990106002001', '990106002', '990106']);
    expect(await ground.territory.locate(ground.database, 121.05, 29.05)).toBe('990106001');
    expect(await ground.territory.locate(ground.database, 121.15, 29.02)).toBe('990106002001001');
    expect(await ground.territory.locate(ground.database, 10, 10)).toBe(null);
    // Within the box of a triangle and beside the triangle.
    const boundary = {
      type: 'Polygon',
      coordinates: [
        [
          [123, 29],
          [123.1, 29],
          [123, 29.1],
          [123, 29],
        ],
      ],
    };
    await ground.call('POST', '/api/areas', { code: '990106120', name: '三角镇', level: 'subdistrict', boundary });
    expect(await ground.territory.locate(ground.database, 123.01, 29.01)).toBe('990106120');
    expect(await ground.territory.locate(ground.database, 123.09, 29.09)).toBe(null);
    expect((await ground.call('GET', '/api/locate?longitude=10&latitude=10', undefined, null)).body.areas).toEqual([]);
  });
  test('of a domestic map is converted before it is looked up', async () => {
    // The shift here is some 430 metres to the south-east: as it stands, the point would lie in the next grid.
    const asGiven = '/api/locate?longitude=121.152&latitude=29.02';
    expect((await ground.call('GET', asGiven)).body.areas[0].code).toBe('990106002001002');
    const { body } = await ground.call('GET', `${asGiven}&system=gcj02`);
    expect(body.areas[0].code).toBe('990106002001001');
    expect(body.longitude).toBeLessThan(121.149);
  });
  test('out of range or not a number is refused by name', async () => {
    const { status, body } = await ground.call('GET', '/api/locate?longitude=181&latitude=x', undefined, null);
    expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([400, ['query.longitude', 'query.latitude']]);
  });
});

test('an address is found by the words of an area and those above it, and by staff among the addresses that were used', async () => {
  ground.territory.setAddressSource(async (text, under) => [
    { label: `${text} 3 号 ${under}`, areaCode: null, longitude: null, latitude: null },
  ]);
  const path = `/api/addresses?text=${encodeURIComponent('南桥 书院社区')}&under=990106`;
  const { body } = await ground.call('GET', path);
  expect(body.items[0]).toMatchObject({
    label: '云杉区 南桥街道 书院社区',
    areaCode: '990106002002',
    source: 'area',
    longitude: expect.closeTo(121.15, 2),
  });
  expect(body.items.at(-1)).toMatchObject({ label: '南桥 书院社区 3 号 990106', source: 'address' });
  // Where people reported from is not for the public.
  const open = (await ground.call('GET', path, undefined, null)).body.items as { source: string }[];
  expect([open.length > 0, open.some((item) => item.source === 'address')]).toEqual([true, false]);
});

describe('validity and succession', () => {
  test('a redraw from a day keeps the version before for its time', async () => {
    const from = day(-10);
    const redrawn = box(121.2, 29, 121.3, 29.09);
    const { body } = await ground.call('PATCH', '/api/areas/990106103', { name: '西溪街道', type: null, boundary: redrawn, from });
    expect(body).toMatchObject({ name: '西溪街道', type: null, validFrom: from, validTo: null, parent: '990106' });
    const on = async (date: string) => (await ground.call('GET', `/api/areas?codes=990106103&on=${date}`)).body.items[0];
    expect(await on(day(-11))).toMatchObject({ name: '西溪镇', type: 'town', validTo: from });
    expect(await on(from)).toMatchObject({ name: '西溪街道' });
    expect((await ground.call('GET', '/api/areas?codes=990106103&on=2023-12-31')).body.items).toEqual([]);
    const then = await ground.call('GET', `/api/areas.geojson?under=990106103&on=${day(-11)}`);
    expect(then.body.features[0].geometry).toEqual(areas[3].boundary);
    expect(await ground.territory.locate(ground.database, 121.25, 29.095)).toBe('990106');
  });
  test('on the day of its beginning a version is corrected in place, and before it nothing is taken', async () => {
    const from = day(-10);
    const { body } = await ground.call('PATCH', '/api/areas/990106103', { boundary: areas[3].boundary, from });
    expect(body).toMatchObject({ name: '西溪街道', validFrom: from });
    expect(await ground.territory.locate(ground.database, 121.25, 29.095)).toBe('990106103');
    const early = await ground.call('PATCH', '/api/areas/990106103', { name: 'x', from: day(-11) });
    expect([early.status, early.body.errors[0].field]).toEqual([400, 'from']);
    expect((await ground.call('PATCH', '/api/areas/990106103', {})).status).toBe(400);
    expect((await ground.call('PATCH', '/api/areas/990106999', { name: 'x' })).status).toBe(404);
    expect((await ground.database.query('select 1 from territory.area where code = $1', ['990106103'])).length).toBe(2);
  });
  test('a split ends one grid, begins two and is followed by later replacements to the end', async () => {
    const split = await ground.call('POST', '/api/areas/succession', {
      ended: ['990106002001002'],
      begun: [
        { code: '990106002001002', name: '第二网格', level: 'grid', boundary: box(121.15, 29, 121.18, 29.05) },
        { code: '990106002001003', name: '第三网格', level: 'grid', boundary: box(121.18, 29, 121.2, 29.05) },
      ],
      on: day(-5),
    });
    expect([split.status, split.body.items.length]).toEqual([201, 2]);
    const merge = await ground.call('POST', '/api/areas/succession', {
      ended: ['990106002001001', '990106002001002'],
      begun: [{ code: '990106002001004', name: '第四网格', level: 'grid', boundary: box(121.1, 29, 121.18, 29.05) }],
      on: day(-1),
    });
    expect(merge.status).toBe(201);
    const successors = await ground.territory.successors(['990106002001001', '990106002001002', '990106001', '990106002001077']);
    expect(Object.fromEntries(successors)).toEqual({
      '990106001': ['990106001'],
      '990106002001001': ['990106002001004'],
      '990106002001002': ['990106002001003', '990106002001004'],
    });
    const ended = await ground.call('GET', '/api/areas/990106002001002');
    expect(ended.body).toMatchObject({
      validTo: day(-1),
      successors: expect.arrayContaining(['990106002001004']),
      predecessors: ['990106002001002'],
    });
    expect((await ground.call('PATCH', '/api/areas/990106002001001', { name: 'x' })).body.code).toBe('area-ended');
    expect((await ground.territory.directory()).name('990106002001001')).toBe('柳岸第一网格');
    expect((await ground.territory.directory()).get('990106002001001')).toBeUndefined();
  });
  test('where several end and several begin, those that share ground belong together', async () => {
    for (const [code, west] of [
      ['990106001001', 121],
      ['990106001002', 121.05],
    ] as const)
      await ground.call('POST', '/api/areas', {
        code,
        name: code,
        level: 'community',
        validFrom: '2024-01-01',
        boundary: box(west, 29, west + 0.05, 29.1),
      });
    await ground.call('POST', '/api/areas/succession', {
      ended: ['990106001001', '990106001002'],
      begun: [
        { code: '990106001011', name: 'a', level: 'community', boundary: box(121, 29, 121.03, 29.1) },
        { code: '990106001012', name: 'b', level: 'community', boundary: box(121.03, 29, 121.1, 29.1) },
      ],
      on: day(-2),
    });
    expect(Object.fromEntries(await ground.territory.successors(['990106001001', '990106001002']))).toEqual({
      '990106001001': ['990106001011', '990106001012'],
      '990106001002': ['990106001012'],
    });
  });
  test('an area is gone on the very day on which it ended, and the day before it was there', async () => {
    const grids = async (on: string) =>
      (await ground.call('GET', `/api/areas?under=990106002001&level=grid&on=${on}`)).body.items.map((area: { code: string }) =>
        area.code.slice(12),
      );
    expect(await grids(day(-6))).toEqual(['001', '002']);
    expect(await grids(day(-2))).toEqual(['001', '002', '003']);
    expect(await grids(day(-1))).toEqual(['003', '004']);
  });
  test('a code that is given out again does not take over what became of it before', async () => {
    const community = (code: string, validFrom?: string) => ({
      code: `990106104${code}`,
      name: code,
      level: 'community',
      ...(validFrom ? { validFrom } : {}),
    });
    const replace = (ended: string, begun: string, on: string) =>
      ground.call('POST', '/api/areas/succession', { ended: [`990106104${ended}`], begun: [community(begun)], on });
    for (const code of ['021', '023']) await ground.call('POST', '/api/areas', community(code, '2024-01-01'));
    expect((await replace('021', '022', day(-20))).status).toBe(201);
    expect((await replace('023', '021', day(-10))).status).toBe(201);
    expect(Object.fromEntries(await ground.territory.successors(['990106104021', '990106104023']))).toEqual({
      '990106104021': ['990106104022'],
      '990106104023': ['990106104021'],
    });
    const early = await ground.call('POST', '/api/areas', community('023', day(-12)));
    expect([early.status, early.body.errors[0]]).toEqual([
      400,
      expect.objectContaining({ field: 'validFrom', accepted: `${day(-10)} or later` }),
    ]);
    expect((await ground.call('POST', '/api/areas', community('023', day(-10)))).status).toBe(201);
  });
  test('an area is not ended under those that lie in it, nor replaced by a code that stands', async () => {
    const input = { ended: ['990106002001'], begun: [{ code: '990106002009', name: 'x', level: 'community' }], on: day(0) };
    const left = await ground.call('POST', '/api/areas/succession', input);
    expect([left.status, left.body.code, left.body.areas]).toEqual([409, 'area-has-children', ['990106002001003', '990106002001004']]);
    const taken = await ground.call('POST', '/api/areas/succession', {
      ...input,
      ended: ['990106001011'],
      begun: [{ ...input.begun[0], code: '990106002001' }],
    });
    expect(taken.body.code).toBe('area-exists');
    for (const ended of [['990106001011'], ['990106002001']]) {
      const outside = await ground.call('POST', '/api/areas/succession', { ...input, ended }, ['system-administrator', '990106001']);
      expect([outside.status, outside.body.areaCode]).toEqual([403, ended[0] === '990106002001' ? '990106002001' : '990106002009']);
    }
    const twice = await ground.call('POST', '/api/areas/succession', { ...input, begun: [input.begun[0], input.begun[0]] });
    expect(twice.body.errors[0].field).toBe('begun.1.code');
  });
});

describe('the boundaries of the children tile the parent', () => {
  const flaws = async (code: string, query = '') =>
    (await ground.call('GET', `/api/areas/${code}/flaws${query}`, undefined, ['dispatcher', '99'])).body.items.map(
      (flaw: { kind: string; areas: string[] }) => [flaw.kind, flaw.areas],
    );
  const draw = (code: string, boundary: object) =>
    ground.call('POST', '/api/areas', { code, name: code, level: code.length === 6 ? 'district' : 'subdistrict', boundary }, [
      'system-administrator',
      '99',
    ]);

  test('a sound tiling has no flaw', async () => {
    expect(await flaws('990106002')).toEqual([]);
  });
  test('a planted gap, an overlap and what stands outside are found with their place and size', async () => {
    await draw('990108', box(110, 30, 110.4, 30.1));
    await draw('990108001', box(110, 30, 110.1, 30.1));
    await draw('990108002', box(110.09, 30, 110.2, 30.1));
    await draw('990108003', box(110.21, 30, 110.4, 30.1));
    await draw('990108004', box(110.39, 30.1, 110.4, 30.11));
    await draw('990108005', box(110.39, 30.1, 110.4, 30.11));
    await ground.call('POST', '/api/areas', { code: '990108006', name: '未划', level: 'subdistrict' }, ['system-administrator', '99']);
    const { body } = await ground.call('GET', '/api/areas/990108/flaws?tolerance=10', undefined, ['dispatcher', '990108']);
    expect(body.items.map((flaw: { kind: string; areas: string[] }) => [flaw.kind, flaw.areas])).toEqual(
      expect.arrayContaining([
        ['overlap', ['990108001', '990108002']],
        ['gap', ['990108', '990108002', '990108003']],
        ['outside', ['990108004', '990108']],
        ['outside', ['990108005', '990108']],
        ['overlap', ['990108004', '990108005']],
        ['missing-boundary', ['990108006']],
      ]),
    );
    expect(body.items).toHaveLength(6);
    const gap = body.items.find((flaw: { kind: string }) => flaw.kind === 'gap');
    // 0.01 by 0.1 degrees at 30° north.
    expect(gap.squareMetres / 1e6).toBeCloseTo(0.9644 * 11.0864, 0);
    const corners = gap.geometry.coordinates[0];
    expect(Math.min(...corners.map(([x]: number[]) => x!))).toBeCloseTo(110.2, 6);
    expect(Math.max(...corners.map(([x]: number[]) => x!))).toBeCloseTo(110.21, 6);
    expect(
      (await ground.territory.checkBoundaries('9901', 10, { deep: true })).filter((flaw) => flaw.areas[0]!.startsWith('990108')),
    ).toHaveLength(6);
    expect((await ground.territory.checkBoundaries('990108', 2e6, { deep: true })).map((flaw) => flaw.kind).sort()).toEqual([
      'gap',
      'missing-boundary',
      'overlap',
    ]);
  });
  test('what the engine finds is what the plane geometry of the rules finds', async () => {
    const collection = (await ground.call('GET', '/api/areas.geojson?under=990108')).body.features as Feature<Polygon>[];
    const [parent, ...children] = collection.map(({ id, geometry }) => ({ code: String(id), boundary: geometry }));
    const found = await ground.territory.checkBoundaries('990108', 10);
    const expected = checkTiling(parent!, children);
    const sizes = (kind: string) => found.filter((flaw) => flaw.kind === kind).map((flaw) => flaw.squareMetres);
    for (const [kind, faults] of [
      ['gap', expected.gaps],
      ['overlap', expected.overlaps],
      ['outside', expected.outside],
    ] as const) {
      expect(faults.length).toBeGreaterThan(0);
      expect(sizes(kind)).toEqual(faults.map((fault) => expect.closeTo(fault.properties.squareMetres, -2)));
    }
  });
  test('flaws below the tolerance are not told', async () => {
    await draw('990109', box(111, 30, 111.2, 30.1));
    await draw('990109001', box(111, 30, 111.1, 30.1));
    await draw('990109002', box(111.1000001, 30, 111.2, 30.1));
    expect(await flaws('990109', '?tolerance=1000').then((found) => found.length)).toBe(0);
  });
  test('somebody of another area is refused', async () => {
    expect((await ground.call('GET', '/api/areas/990108/flaws', undefined, ['dispatcher', '990106'])).status).toBe(403);
    expect((await ground.call('GET', '/api/areas/990155/flaws', undefined, ['dispatcher', '9901'])).status).toBe(404);
  });
});

describe('an import', () => {
  const feature = (properties: object, geometry: unknown = null) => ({ type: 'Feature', properties, geometry });
  const collection = {
    type: 'FeatureCollection',
    features: [
      feature({ code: '990106105001', name: '沿海村' }, box(121.4, 29, 121.5, 29.1)),
      feature({ code: 990106105, name: '沿海镇', type: 'town' }, box(121.4, 29, 121.5, 29.1)),
      feature({ code: '990106105', name: '又一' }),
      feature({ code: '99010', name: '短' }),
      feature({ code: '990106106', name: '点' }, { type: 'Point', coordinates: [121, 29] }),
      feature(
        { code: '990106106', name: '结' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [121, 29],
              [121.1, 29.1],
              [121.1, 29],
              [121, 29.1],
              [121, 29],
            ],
          ],
        },
      ),
      feature({ code: '990199', name: '外地' }),
      feature({ code: '990106107' }),
      feature({ code: '990106108', name: '将来', validFrom: '2099-01-01' }),
    ],
  };
  test('accounts for every row, writes nothing on a dry run, and takes the same file once', async () => {
    const dry = await ground.call('POST', '/api/areas/import?dryRun=true', collection);
    expect(dry.status).toBe(200);
    expect(dry.body.refused.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [3, 'code'],
      [4, 'code'],
      [5, 'geometry'],
      [6, 'geometry'],
      [7, 'code'],
      [8, 'name'],
      [9, 'validFrom'],
    ]);
    expect(dry.body).toMatchObject({ read: 9, taken: 2, known: 0 });
    expect((await ground.call('GET', '/api/areas?under=990106105')).body.items).toEqual([]);
    expect((await ground.call('POST', '/api/areas/import', collection)).body).toEqual(dry.body);
    expect((await ground.call('GET', '/api/areas/990106105001')).body).toMatchObject({ parent: '990106105', level: 'community' });
    expect((await ground.call('POST', '/api/areas/import', collection)).body).toMatchObject({ taken: 0, known: 2 });
  });
  test('changes what differs, as of the day the file names', async () => {
    const changed = { ...collection, features: [feature({ code: '990106001', name: '东山新街道', validFrom: day(-3) })] };
    expect((await ground.call('POST', '/api/areas/import', changed)).body).toMatchObject({ read: 1, taken: 1, refused: [] });
    expect((await ground.call('GET', '/api/areas/990106001')).body).toMatchObject({
      name: '东山新街道',
      validFrom: day(-3),
      hasBoundary: true,
    });
    const late = { ...collection, features: [feature({ code: '990106001', name: '旧', validFrom: day(-4) })] };
    expect((await ground.call('POST', '/api/areas/import', late)).body.refused[0]).toMatchObject({ row: 1, column: 'validFrom' });
  });
  test('converts a boundary from a domestic map', async () => {
    const shifted = { ...collection, features: [feature({ code: '990106109', name: '移' }, box(121.6, 29, 121.7, 29.1))] };
    await ground.call('POST', '/api/areas/import?system=gcj02', shifted);
    const [longitude, latitude] = (await ground.call('GET', '/api/areas/990106109')).body.boundary.coordinates[0][0];
    // GCJ-02 stands 430 m east and 270 m south of WGS 84 here.
    expect(longitude).toBeGreaterThan(121.594);
    expect(longitude).toBeLessThan(121.597);
    expect(latitude).toBeGreaterThan(29.001);
    expect(latitude).toBeLessThan(29.005);
  });
  test('is audited with its numbers', () => {
    expect(ground.audited.filter((entry) => entry.action === 'areas-imported')[0]).toMatchObject({
      detail: { read: 9, taken: 2, refused: 7 },
    });
  });
});

describe('two people at once', () => {
  test('do not both add the same area', async () => {
    const area = { code: '990106110', name: '新镇', level: 'subdistrict' };
    const answers = await Promise.all([1, 2, 3].map(() => ground.call('POST', '/api/areas', area)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });
  test('redraw one area one after the other, and the later act stands', async () => {
    const names = ['甲', '乙', '丙', '丁'];
    const answers = await Promise.all(names.map((name) => ground.call('PATCH', '/api/areas/990106001', { name })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    const { body } = await ground.call('GET', '/api/areas/990106001');
    expect(body.name).toBe(ground.audited.at(-1)?.detail?.name);
    expect(
      (await ground.database.query(`select 1 from territory.area where code = '990106001' and valid_from = $1`, [day(0)])).length,
    ).toBe(1);
  });
});

test('the directory knows names, levels and what lies above, also of a code that has ended', async () => {
  const directory = await ground.territory.directory();
  expect(directory.get('990106002001')).toEqual({
    code: '990106002001',
    name: '柳岸社区',
    level: 'community',
    parent: '990106002',
    center: expect.any(Array),
  });
  expect(directory.ancestors('990106002001001').map((area) => area.name)).toEqual(['云杉区', '南桥街道', '柳岸社区']);
  expect(directory.name('123')).toBe('123');
  expect([...directory.all()].map((area) => area.code)).toEqual([...directory.all()].map((area) => area.code).sort());
});
