import { expect, it } from 'vitest';
import { allRoutes } from '../audit/pages.ts';
import { demoAccounts } from '../index.ts';
import { tours } from './steps.ts';

it('the tour leads only to pages that exist, with accounts that the demo has', () => {
  const roles = new Set(demoAccounts().map(({ role }) => role));
  for (const { who, steps } of tours) {
    if (who) expect(roles).toContain(who);
    for (const { route } of steps) expect(allRoutes).toContain(route);
  }
});
