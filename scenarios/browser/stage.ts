import { expect } from 'vitest';
import { buildWeb } from '../../apps/server/build-web.ts';
import { type Booted, type BootOptions, openBooted } from '../testing/booted.ts';
import { type Browser, openBrowser, openVisit, type Visit, type VisitOptions } from './browser.ts';

export interface Stage {
  booted: Booted;
  /** A window of somebody: a role of the demo, a name made known to `booted`, or nobody. */
  visit(who: string | null, options?: Omit<VisitOptions, 'session'>): Promise<Visit>;
  /** Fails when anything went wrong in any window opened since the last time, and closes them. For `afterEach`. */
  expectCalm(): Promise<void>;
  close(): Promise<void>;
}

/** The whole product with a small demo district and background work, its pages as they are shipped, and a browser to look at them. */
export async function openStage(options: BootOptions = {}): Promise<Stage> {
  buildWeb(() => {});
  const booted = await openBooted({ work: true, ...options });
  const browser: Browser = await openBrowser();
  const visits: Visit[] = [];
  return {
    booted,
    async visit(who, visitOptions = {}) {
      const session = await booted.headersOf(who);
      const visit = await openVisit(browser, booted.address, { ...visitOptions, session });
      visits.push(visit);
      return visit;
    },
    async expectCalm() {
      const opened = visits.splice(0);
      const troubles = (await Promise.all(opened.map((visit) => visit.troubles()))).flat();
      await Promise.all(opened.map((visit) => visit.close()));
      expect(troubles).toEqual([]);
    },
    async close() {
      await browser.close();
      await booted.close();
    },
  };
}
