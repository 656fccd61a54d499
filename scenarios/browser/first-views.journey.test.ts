// What Lighthouse can say without a clock: accessibility, best practices and how much script a first view takes. `npm run audit` also measures time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../apps/server/build-web.ts';
import { type Ground, openGround } from '../audit/ground.ts';
import { measure } from '../audit/lighthouse.ts';
import { measuredPages } from '../audit/pages.ts';

let ground: Ground;
beforeAll(async () => {
  buildWeb(() => {});
  ground = await openGround();
});
afterAll(() => ground?.close());

describe('first views', () => {
  it.for(['/m', '/wall', '/wall/$number', '/console/cases'])('%s keeps to its budget and leaves nobody out', async (route) => {
    const page = measuredPages(ground).find((one) => one.route === route);
    if (!page) throw new Error(`${route} is not measured`);
    const figures = await measure(ground, page, 1, ['accessibility', 'best-practices']);
    expect(figures.shortOf, figures.findings.join('; ')).toEqual([]);
    expect(figures.scriptKilobytes).toBeGreaterThan(0);
  });
});
