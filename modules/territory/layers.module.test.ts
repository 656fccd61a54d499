import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { box, openGround, staff } from './testing.ts';

let ground: Awaited<ReturnType<typeof openGround>>;
let id: string;
const editor: ['system-administrator', string] = ['system-administrator', '990106'];
const areas = [
  { code: '990106', name: '云杉区', level: 'district', boundary: box(121, 29, 121.3, 29.1) },
  { code: '990106001', name: '东山街道', level: 'subdistrict', boundary: box(121, 29, 121.1, 29.1) },
  { code: '990106002', name: '南桥街道', level: 'subdistrict', boundary: box(121.1, 29, 121.2, 29.1) },
  { code: '990106002001', name: '柳岸社区', level: 'community', boundary: box(121.1, 29, 121.2, 29.1) },
];
const collection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'v1',
      properties: { name: '东山调压站', 权属单位: '云杉燃气' },
      geometry: { type: 'Point', coordinates: [121.05, 29.05] },
    },
    {
      type: 'Feature',
      id: 'p1',
      properties: { name: '中压干管', 压力级别: '中压A', 备注: '沿河' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [121.12, 29.01],
          [121.18, 29.09],
        ],
      },
    },
    {
      type: 'Feature',
      id: 'p2',
      properties: { name: '跨街道干管' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [121.05, 29.02],
          [121.15, 29.02],
        ],
      },
    },
    { type: 'Feature', id: 'out', properties: { name: '区外阀井' }, geometry: { type: 'Point', coordinates: [122, 30] } },
    { type: 'Feature', id: 'none', properties: { name: '没有图形' }, geometry: null },
  ],
};
const send = (what: string, query = '', as = editor) => ground.upload(`/api/layers/${id}/import${query}`, what, as);
const seenBy = async (area: string) =>
  (await ground.call('GET', `/api/layers/${id}/facilities`, undefined, ['grid-officer', area])).body.features.map(
    (feature: { id: string }) => feature.id,
  );

beforeAll(async () => {
  ground = await openGround();
  for (const area of areas) expect((await ground.call('POST', '/api/areas', area)).status).toBe(201);
  const made = await ground.call('POST', '/api/layers', { name: '燃气管网', theme: 'gas', areaCode: '990106' });
  expect(made.status).toBe(201);
  id = made.body.id;
});
afterAll(() => ground.close());

describe('a layer of facilities', () => {
  test('is checked by a dry run that writes nothing, then taken, and known when it comes again', async () => {
    const checked = await send(JSON.stringify(collection), '?dryRun=true');
    expect(checked.body).toMatchObject({ read: 5, taken: 3, known: 0 });
    expect(checked.body.refused.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [4, 'geometry'],
      [5, 'geometry'],
    ]);
    expect((await ground.call('GET', '/api/layers')).body.items[0].facilities).toBe(0);
    expect((await send(JSON.stringify(collection))).body).toEqual(checked.body);
    expect((await send(JSON.stringify(collection))).body).toMatchObject({ read: 5, taken: 0, known: 3 });
    expect(ground.audited.filter(({ action }) => action === 'facilities-imported')).toHaveLength(2);
  });

  test('shows each area what lies in it and what runs through it, and nothing of the others', async () => {
    expect(await seenBy('990106')).toEqual(['p1', 'p2', 'v1']);
    expect(await seenBy('990106001')).toEqual(['p2', 'v1']);
    expect(await seenBy('990106002001')).toEqual(['p1', 'p2']);
    expect((await ground.call('GET', '/api/layers', undefined, ['grid-officer', '990107'])).body.items).toEqual([]);
    expect((await ground.call('GET', `/api/layers/${id}/facilities`, undefined, ['grid-officer', '990107'])).status).toBe(404);
  });

  test('keeps the words of a theme under their keys and other columns under their own', async () => {
    const { body } = await ground.call('GET', `/api/layers/${id}/facilities`);
    const properties = Object.fromEntries(
      body.features.map((feature: { id: string; properties: object }) => [feature.id, feature.properties]),
    );
    expect(properties.p1).toEqual({ key: 'p1', name: '中压干管', pressure: '中压A', 备注: '沿河' });
    expect(properties.v1).toMatchObject({ owner: '云杉燃气' });
  });

  test('comes from a table too, with a place or well-known text, and can be replaced by it', async () => {
    const table = [
      '编号,名称,经度,纬度,图形,权属单位',
      'v1,东山调压站,121.05,29.05,,云杉燃气',
      'v2,南桥阀井,121.15,29.03,,',
      'p3,支管,,,"LINESTRING(121.11 29.01, 121.12 29.02)",',
      'bad,没有位置,,,,',
      'v2,重复,121.15,29.03,,',
    ].join('\n');
    const { body } = await send(table, '?replace=true');
    expect(body).toMatchObject({ read: 5, taken: 2, known: 1 });
    expect(body.refused.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [5, 'longitude'],
      [6, 'key'],
    ]);
    expect(body.warnings.map(({ value }: { value: string }) => value).sort()).toEqual(['p1', 'p2']);
    expect(await seenBy('990106')).toEqual(['p3', 'v1', 'v2']);
  });

  test('is answered as unchanged until it changes, apart for each area', async () => {
    const ask = (area: string, tag?: string) => ground.ask(`/api/layers/${id}/facilities`, ['grid-officer', area], tag);
    const first = await ask('990106');
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect((await ask('990106', String(first.headers.etag))).statusCode).toBe(304);
    expect((await ask('990106001', String(first.headers.etag))).statusCode).toBe(200);
    await ground.call('PATCH', `/api/layers/${id}`, { name: '燃气设施' });
    expect((await ask('990106', String(first.headers.etag))).statusCode).toBe(200);
  });

  test('is edited only by who edits the area, and taken off the map for everybody else', async () => {
    expect((await send('x', '', ['system-administrator', '990106001'])).status).toBe(403);
    expect((await ground.call('PATCH', `/api/layers/${id}`, { shown: false }, ['dispatcher', '990106'])).status).toBe(403);
    expect((await ground.call('POST', '/api/layers', { name: '燃气设施', theme: 'gas', areaCode: '990106' })).body.code).toBe(
      'layer-exists',
    );
    expect((await ground.call('PATCH', `/api/layers/${id}`, { shown: false })).body.shown).toBe(false);
    expect((await ground.call('GET', '/api/layers', undefined, ['dispatcher', '990106'])).body.items).toEqual([]);
    expect((await ground.call('GET', '/api/layers')).body.items).toHaveLength(1);
    expect((await ground.call('GET', `/api/layers/${id}/facilities`, undefined, ['dispatcher', '990106'])).status).toBe(404);
  });

  test('refuses a file that is neither GeoJSON nor a table', async () => {
    expect((await send('{"type":')).body.errors[0].field).toBe('file');
    expect((await send('{"type":"Point"}')).status).toBe(400);
    expect((await send('')).status).toBe(400);
  });

  test('is imported by name for the command line; a dry run adds no layer', async () => {
    const { mkdtemp, rm, writeFile } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const folder = await mkdtemp(`${tmpdir()}/layers-`);
    await writeFile(`${folder}/roads.geojson`, JSON.stringify({ ...collection, features: collection.features.slice(0, 1) }));
    const actor = staff('system-administrator', '990106');
    const run = (dryRun: boolean) =>
      ground.territory.importFacilities(
        actor,
        { name: '道路', theme: 'roads', areaCode: '990106' },
        { path: `${folder}/roads.geojson`, name: 'roads.geojson' },
        { dryRun, system: 'gcj02', replace: false },
      );
    const names = async () => (await ground.call('GET', '/api/layers')).body.items.map(({ name }: { name: string }) => name);
    expect((await run(true)).taken).toBe(1);
    expect(await names()).not.toContain('道路');
    expect((await run(false)).taken).toBe(1);
    expect(await names()).toContain('道路');
    await rm(folder, { recursive: true });
  });

  test('is deleted with what it holds', async () => {
    expect((await ground.call('DELETE', `/api/layers/${id}`)).status).toBe(204);
    expect((await ground.call('GET', `/api/layers/${id}/facilities`)).status).toBe(404);
  });
});
