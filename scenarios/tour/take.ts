import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lookers } from '../audit/ground.ts';
import { type Browser, openVisit } from '../browser/browser.ts';
import type { Client } from '../testing/client.ts';
import { tours } from './steps.ts';

const folder = join(import.meta.dirname, '../../.cache/tour');
/** Tiles and charts draw after their data came. */
const drawing = 2500;

/** Walks every tour through a running demo and takes a picture of each step. Throws where a page shows an error. */
export async function takeTour(client: Client, browser: Browser, address: string, tell: (text: string) => void): Promise<void> {
  const { parameters } = await lookers(client, null);
  for (const { who, width, steps } of tours) {
    const name = who ?? 'resident';
    mkdirSync(join(folder, name), { recursive: true });
    const visit = await openVisit(browser, address, { width, height: width < 500 ? 844 : 900, session: await client.headersOf(who) });
    for (const [index, { route }] of steps.entries()) {
      await visit.go(route.replace(/\$[a-z]+/i, parameters[route] ?? ''));
      await visit.page.waitForTimeout(drawing);
      await visit.page.screenshot({ path: join(folder, name, `${index + 1}.png`) });
    }
    const troubles = await visit.troubles();
    if (troubles.length > 0) throw new Error(`${name}: ${troubles.join('; ')}`);
    await visit.close();
    tell(`${name}: ${steps.length} pictures`);
  }
}
