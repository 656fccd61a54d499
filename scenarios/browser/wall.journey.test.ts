// The walls as strangers meet them: without a script, by feed readers and search engines, and taken over by the page without a flicker.
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.expectCalm());
afterAll(() => stage?.close());

const phone = { width: 390, height: 844 };
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${stage.booted.address}${path}`, { headers });
const newest = async (wall: 'problems' | 'echoes') =>
  (await stage.booted.call(null, 'GET', `/api/wall?wall=${wall}&limit=1`)).body.items[0];

describe('the walls', () => {
  it('are read, filtered and paged without a script', async () => {
    const visit = await stage.visit(null, { ...phone, script: false });
    const { page } = visit;
    await visit.go('/wall?wall=echoes');
    const first = page.getByRole('listitem').first();
    await first.waitFor();
    const title = await first.getByRole('heading').innerText();
    await page.getByRole('combobox', { name: '类别' }).selectOption({ index: 1 });
    await page.getByRole('button', { name: '搜索' }).click();
    await page.waitForURL(/wall=echoes&.*category=\w+/);
    await visit.go('/wall?wall=echoes');
    await page.getByRole('link', { name: '更早的' }).click();
    await page.waitForURL(/cursor=/);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).not.toContain(title);
    await visit.go('/wall?wall=echoes');
    await page.getByRole('heading', { level: 2, name: title }).first().getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('heading', { name: '办理结果' }).waitFor();
    await page.getByRole('heading', { name: '办理经过' }).waitFor();
  });

  it('tell search engines and cards what a case is, and are not sent twice while nothing changes', async () => {
    const { number, title } = await newest('echoes');
    const answer = await get(`/wall/${number}`);
    const text = await answer.text();
    expect(text).toContain(`<link rel="canonical" href="${stage.booted.address}/wall/${number}">`);
    expect(text).toMatch(/<meta property="og:title" content="[^"]+">/);
    const meaning = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '{}');
    expect(meaning).toMatchObject({ '@type': 'Article', headline: title, identifier: number });
    const again = await get(`/wall/${number}`, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await get('/wall/GZ202001010000001')).status).toBe(404);
    const map = await (await get('/sitemap.xml')).text();
    expect(XMLValidator.validate(map)).toBe(true);
    expect(map).toContain(`/wall/${number}<`);
    expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${stage.booted.address}/sitemap.xml`);
  });

  it('offer the same view as Atom, RSS and GeoJSON', async () => {
    const { number } = await newest('echoes');
    for (const format of ['atom', 'rss']) {
      const feed = await (await get(`/api/wall.${format}?wall=echoes`)).text();
      expect(XMLValidator.validate(feed)).toBe(true);
      expect(feed).toContain(`${stage.booted.address}/wall/${number}`);
    }
    const { type, features } = (await (await get('/api/wall.geojson?wall=echoes')).json()) as { type: string; features: { id: string }[] };
    expect(type).toBe('FeatureCollection');
    expect(features.map(({ id }) => id)).toContain(number);
  });

  it('are taken over by the page, which keeps what was read in its place', async () => {
    const visit = await stage.visit(null, phone);
    const { page } = visit;
    await visit.go('/wall?wall=echoes');
    await page.locator('#first-view').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^回音壁/, pressed: true }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.getByRole('combobox', { name: '办理状态' }).selectOption({ label: '已归档' });
    await page.waitForURL(/state=archived/);
    expect(await visit.barriers()).toEqual([]);
  });

  it('know what a resident has said that concerns them, on whatever phone it was said', async () => {
    await stage.booted.enterResident('neighbour', '13900005555');
    const { number } = await newest('echoes');
    expect((await stage.booted.call('neighbour', 'PUT', `/api/wall/${number}/like`, { like: true })).status).toBe(200);
    const visit = await stage.visit('neighbour', phone);
    await visit.go(`/wall/${number}`);
    await visit.page.getByRole('button', { name: '已关心', pressed: true }).waitFor();
  });
});
