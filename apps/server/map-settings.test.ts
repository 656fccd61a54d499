import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readMapSettings } from './map-settings.ts';

const data = mkdtempSync(join(tmpdir(), 'map-settings-'));
const other = mkdtempSync(join(tmpdir(), 'map-settings-'));
afterAll(() => {
  for (const folder of [data, other]) rmSync(folder, { recursive: true });
});
writeFileSync(join(data, 'map.pmtiles'), 'PMTiles');

test('without settings there is no base map and no host to be asked', () => {
  expect(readMapSettings({}, other, '/')).toEqual({ ground: { kind: 'none' }, file: null, origins: [] });
});

test('a file in the data folder is the base map, before any provider', () => {
  const settings = readMapSettings({ GONGZHI_MAP_TILES: 'https://a.example/{z}/{x}/{y}.png' }, data, '/');
  expect(settings).toMatchObject({ ground: { kind: 'file', url: '/map/base.pmtiles' }, file: join(data, 'map.pmtiles'), origins: [] });
});

test('a provider has its key in its addresses and its hosts allowed, each once', () => {
  const env = {
    GONGZHI_MAP_TILES: 'https://a.example/{z}/{x}/{y}?tk={key} https://a.example/names/{z}/{x}/{y}?tk={key}',
    GONGZHI_MAP_KEY: 'k&1',
  };
  expect(readMapSettings(env, other, '/')).toMatchObject({
    ground: {
      kind: 'tiles',
      urls: ['https://a.example/{z}/{x}/{y}?tk=k%261', 'https://a.example/names/{z}/{x}/{y}?tk=k%261'],
      maxzoom: 18,
    },
    origins: ['https://a.example'],
  });
});

test.each([
  [{ GONGZHI_MAP_TILES: 'https://a.example/tiles.png' }, /\{z\}/],
  [{ GONGZHI_MAP_TILES: 'https://a.example/{z}/{x}/{y}?tk={key}' }, /GONGZHI_MAP_KEY/],
  [{ GONGZHI_MAP_FILE: 'nowhere.pmtiles' }, /not there/],
  [{ GONGZHI_MAP_TILES: 'https://a.example/{z}/{x}/{y}', GONGZHI_MAP_MAXZOOM: '99' }, /MAXZOOM/],
])('what cannot be is told at the start: %j', (env, message) => {
  expect(() => readMapSettings(env, other, '/')).toThrow(message);
});
