// `npm run audit -- [--json FILE] [--address URL] [--pages console,mobile,public]`: every page looked at with axe, in both themes and, for
// pages that anybody opens, both languages, also after menus and dialogs were opened; first views measured with Lighthouse on its phone profile.
// Without an address it starts the product with a small demo district of its own. Ends with 1 where a page falls short.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildWeb } from '../apps/server/build-web.ts';
import { barriersOf } from '../scenarios/audit/barriers.ts';
import { openGround } from '../scenarios/audit/ground.ts';
import { measure } from '../scenarios/audit/lighthouse.ts';
import { auditedPages, measuredPages } from '../scenarios/audit/pages.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    address: { type: 'string' },
    only: { type: 'string' },
    skip: { type: 'string' },
    runs: { type: 'string' },
  },
});
const tell = (text: string) => process.stdout.write(`${text}\n`);
buildWeb(tell);
const ground = await openGround(values.address);
const wanted = (path: string) => values.only === undefined || path.startsWith(values.only);
let short = 0;

const lighthouse = [];
if (values.skip !== 'lighthouse')
  for (const page of measuredPages(ground).filter(({ path }) => wanted(path))) {
    const figures = await measure(ground, page, Number(values.runs ?? 3));
    const failed = figures.shortOf.length > 0;
    if (failed) short += 1;
    lighthouse.push(figures);
    tell(
      `${page.path.padEnd(28)} performance ${figures.performance}  accessibility ${figures.accessibility}  best practices ${figures.bestPractices}  script ${figures.scriptKilobytes} KB  first ${figures.firstPaint} ms  largest ${figures.largestPaint} ms  blocking ${figures.blocking} ms  machine ${figures.machine} ÷${figures.factor}${failed ? `  SHORT OF ${figures.shortOf.join(', ')}` : ''}`,
    );
  }

const axe = [];
if (values.skip !== 'axe')
  for (const page of auditedPages(ground).filter(({ path }) => wanted(path))) {
    const found = await barriersOf(ground, page);
    axe.push(found);
    if (found.violations.length > 0) short += 1;
    tell(`${page.path.padEnd(28)} ${found.looks} looks, ${found.violations.length} violations`);
    for (const violation of found.violations) tell(`    ${violation}`);
  }
await ground.close();
if (values.json) writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), lighthouse, axe }, null, 2)}\n`);
tell(short === 0 ? 'Every page holds.' : `${short} pages fall short.`);
process.exit(short === 0 ? 0 : 1);
