// Takes the pictures of the README from a running server with the demo district: `npm run pictures -- [address [name …]]`; `tour` takes every step
// of docs/tour.md into .cache/tour instead. The machine wants fonts
// for Chinese; a picture without them shows boxes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { openBrowser, openVisit, type Visit, type VisitOptions } from '../scenarios/browser/browser.ts';
import { createClient } from '../scenarios/testing/client.ts';
import { takeTour } from '../scenarios/tour/take.ts';

const address = process.argv[2] ?? 'http://localhost:3000';
const folder = join(import.meta.dirname, '../docs/pictures');
const most = 250_000;
const client = createClient(address);
const browser = await openBrowser();
mkdirSync(folder, { recursive: true });

interface Shot extends Omit<VisitOptions, 'session'> {
  name: string;
  who: string | null;
  path: string;
  /** Brings the page to what is worth showing. */
  ready(visit: Visit): Promise<unknown>;
  /** Milliseconds for drawing. */
  pause?: number;
}

async function take({ name, who, path, ready, pause = 2000, ...options }: Shot): Promise<void> {
  const visit = await openVisit(browser, address, { ...options, session: await client.headersOf(who) });
  await visit.go(path);
  await ready(visit);
  const troubles = await visit.troubles();
  if (troubles.length > 0) throw new Error(`${name}: ${troubles.join('; ')}`);
  // Tiles and charts draw after their data came; a picture may wait for them, a test may not.
  await visit.page.waitForTimeout(pause);
  let picture = await visit.page.screenshot();
  for (const quality of [95, 85, 75, 60]) {
    picture = await sharp(picture).png({ palette: true, quality, compressionLevel: 9, effort: 10 }).toBuffer();
    if (picture.length <= most) break;
  }
  if (picture.length > most) throw new Error(`${name}: ${picture.length} bytes are too many`);
  writeFileSync(join(folder, `${name}.png`), picture);
  process.stdout.write(`${name}.png ${Math.round(picture.length / 1000)} kB\n`);
  await visit.close();
}

const { body: handling } = await client.call('dispatcher', 'GET', '/api/matters?kind=case&state=handling&overdue=false&sort=dueAt&limit=1');
const phone = { width: 390, height: 844 };
const shots: Shot[] = [
  {
    name: 'case-list',
    who: 'dispatcher',
    path: '/console/cases?open=true&sort=dueAt',
    ready: ({ page }) => page.getByRole('table').getByRole('link').nth(5).waitFor(),
  },
  {
    name: 'case-page',
    who: 'dispatcher',
    path: `/console/cases/${handling.items[0].number}`,
    ready: ({ page }) => page.getByRole('heading', { name: '办理状态' }).waitFor(),
  },
  {
    name: 'map',
    who: 'dispatcher',
    path: '/console/map',
    ready: ({ page }) => page.locator('canvas').first().waitFor(),
    pause: 25_000,
  },
  {
    name: 'figures',
    who: 'dispatcher',
    path: '/console/figures?period=last-month',
    ready: ({ page }) => page.locator('.chart-canvas svg').first().waitFor(),
  },
  {
    name: 'phone-report',
    who: null,
    path: '/m/report',
    ...phone,
    ready: ({ page }) => page.getByRole('textbox', { name: '问题是什么' }).fill('小区东门的路灯坏了三天，晚上看不清台阶，老人出入不方便。'),
  },
  {
    name: 'wall',
    who: null,
    path: '/wall',
    ready: async ({ page }) => {
      await page.locator('#first-view').waitFor({ state: 'detached' });
      await page.getByRole('listitem').nth(3).waitFor();
    },
  },
];
const only = process.argv.slice(3);
if (only.includes('tour')) await takeTour(client, browser, address, (text) => process.stdout.write(`${text}\n`));
else for (const shot of shots) if (only.length === 0 || only.includes(shot.name)) await take(shot);
await browser.close();
