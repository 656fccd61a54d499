// Every page that the web lists, at the three widths it is made for; the pictures stay in .cache/test/pictures as what the run has seen.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Lookers, lookers } from '../audit/ground.ts';
import { allRoutes, pageAt } from '../audit/pages.ts';
import { openStage, type Stage } from './stage.ts';

const folder = join(import.meta.dirname, '../../.cache/test/pictures');
const widths = { console: [1440, 1024, 390], mobile: [390, 1024, 1440], public: [390, 1024, 1440] };

let stage: Stage;
let ground: Lookers;
beforeAll(async () => {
  stage = await openStage();
  await stage.booted.enterResident();
  ground = await lookers(stage.booted, 'resident');
});
afterEach(() => stage.expectCalm());
afterAll(() => stage?.close());

describe('every page', () => {
  it.for(allRoutes)('%s stands at three widths without barriers, and nothing hangs over its edge', async (route, { skip }) => {
    const found = pageAt(route, ground);
    skip(found === null, 'there is nothing to show on it');
    const { path, who, area } = found as NonNullable<typeof found>;
    const [first = 1440] = widths[area];
    const visit = await stage.visit(who, { width: first, height: 900 });
    const { page } = visit;
    await visit.go(path);
    // Also waits until the page has come to rest.
    expect(await visit.barriers()).toEqual([]);
    for (const width of widths[area]) {
      await page.setViewportSize({ width, height: 900 });
      mkdirSync(join(folder, String(width)), { recursive: true });
      const name = `${route.slice(1).replaceAll('/', '-').replaceAll('$', '') || 'home'}.png`;
      await page.screenshot({ path: join(folder, String(width), name), animations: 'disabled' });
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(over, `${width} px`).toBeLessThanOrEqual(0);
    }
  });
});
