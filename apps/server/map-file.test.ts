import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { serveMapFile } from './map-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'map-file-'));
const file = join(folder, 'map.pmtiles');
writeFileSync(file, 'PMTiles0123456789');
const app = Fastify();
serveMapFile(app, file);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});
const ask = async (headers: Record<string, string>) => {
  const answer = await app.inject({ method: 'GET', url: '/map/base.pmtiles', headers });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
};

test('a base map is read by ranges that say what they are part of', async () => {
  const { status, body, headers } = await ask({ range: 'bytes=7-11' });
  expect([status, body, headers['content-range']]).toEqual([206, '01234', 'bytes 7-11/17']);
  expect((await ask({ range: 'bytes=12-999' })).body).toBe('56789');
  expect((await ask({})).status).toBe(206);
});

test('a range that is not there is refused with the size', async () => {
  const { headers } = await ask({ range: 'bytes=99-' });
  expect(headers['content-range']).toBe('bytes */17');
  expect((await ask({ range: 'bytes=-5' })).status).not.toBe(206);
});

test('who has it already is told so', async () => {
  const { headers } = await ask({});
  expect((await ask({ 'if-none-match': String(headers.etag) })).status).toBe(304);
});
