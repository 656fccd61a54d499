// A browser out of an npm package, and visits that notice what a person would stumble over.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from 'playwright-core';

export type { Browser, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Starts headless Chromium; nothing needs to be installed on the machine, and it calls nobody by itself. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    headless: true,
    args: [
      // Unpacked into a temporary folder it has no set-uid sandbox; it visits our own pages only.
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-dev-shm-usage',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      ...more,
    ],
  });
}

export interface VisitOptions {
  language?: 'zh' | 'en';
  scheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** Headers of a session, such as `client.headersOf('dispatcher')` gives them. */
  session?: Record<string, string>;
  /** False: a browser that runs no script. */
  script?: boolean;
  /** Where the device says it is. */
  position?: { longitude: number; latitude: number };
}

export interface Visit {
  page: Page;
  /** Opens an address of the product and waits until its heading is there. */
  go(path: string): Promise<void>;
  /** Answers with this status are expected from addresses that contain the text: they are refusals that the page has to show. */
  expect(status: number, path: string): void;
  /** Takes the network away and gives it back. What fails meanwhile is what a person without a network expects. */
  offline(on: boolean): Promise<void>;
  /** Everything that went wrong so far: errors of the page, failed, unanswered and foreign requests. Waits for answers under way. */
  troubles(): Promise<string[]>;
  /** Violations of WCAG 2 A and AA on the page once it has come to rest: rule, how many, the first place. */
  barriers(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a window of its own: no cookie, no storage, nobody signed in unless `session` says so. */
export async function openVisit(browser: Browser, address: string, options: VisitOptions = {}): Promise<Visit> {
  const { language = 'zh', scheme = 'light', width = 1440, height = 900, script = true, session, position } = options;
  const settings: BrowserContextOptions = {
    baseURL: address,
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
    ...(position ? { geolocation: { ...position, accuracy: 10 }, permissions: ['geolocation'] } : {}),
  };
  const context = await browser.newContext(settings);
  if (session?.cookie) {
    const [name, ...value] = session.cookie.split('=');
    await context.addCookies([{ name: name as string, value: value.join('='), url: address }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const found: string[] = [];
  const expected: { status: number; path: string }[] = [];
  const waiting = new Set<Request>();
  const own = new URL(address).origin;
  let cut = false;
  const settle = (request: Request) => waiting.delete(request);
  const quiet = async () => {
    for (const until = Date.now() + 10_000; waiting.size > 0 && Date.now() < until; ) await new Promise((next) => setTimeout(next, 50));
  };

  page.on('pageerror', (error) => found.push(`page error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // The browser's own line about a refused answer is judged with the answer itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) found.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== own) found.push(`foreign request: ${request.url()}`);
    // The stream of events stays open for as long as the page does, and of a worker's script the end is never reported.
    if (url.origin === own && !url.pathname.endsWith('/events') && !/worker/.test(url.pathname)) waiting.add(request);
  });
  page.on('requestfinished', settle);
  page.on('requestfailed', (request) => {
    settle(request);
    // The page itself gives up questions whose answer nobody waits for any more.
    const reason = request.failure()?.errorText;
    // A browser without a script does not fetch any, though the page names them.
    if (reason === 'csp' && !script) return;
    if (reason === 'net::ERR_ABORTED' || (cut && reason === 'net::ERR_INTERNET_DISCONNECTED')) return;
    found.push(`failed request: ${request.method()} ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    const status = response.status();
    if (status < 400 || expected.some((one) => one.status === status && response.url().includes(one.path))) return;
    found.push(`answer ${status}: ${response.request().method()} ${response.url()}`);
  });

  return {
    page,
    async go(path) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      // A page that the server has written is taken over by the drawn one: what is looked for must not be there twice.
      if (script) await page.locator('#first-view').waitFor({ state: 'detached' });
    },
    expect(status, path) {
      expected.push({ status, path });
    },
    async offline(on) {
      cut ||= on;
      await context.setOffline(on);
    },
    async troubles() {
      await quiet();
      return [...found, ...[...waiting].map((request) => `unanswered: ${request.method()} ${request.url()}`)];
    },
    async barriers() {
      // Judged is the page as it comes to rest: what fades in or still loads has other colours for a moment.
      await quiet();
      await page.evaluate(`Promise.allSettled(
        document.getAnimations()
          .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
          .map((one) => one.finished)
      ).then(() => null)`);
      await page.evaluate(axeSource);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } };
        return (await axe.run({ runOnly: ['wcag2a', 'wcag2aa'] })).violations.map(({ id, nodes }) => ({
          id,
          count: nodes.length,
          first: nodes[0]?.html ?? '',
          why: nodes[0]?.failureSummary ?? '',
        }));
      });
      return violations.map(({ id, count, first, why }) => `${id} ×${count}: ${first.slice(0, 200)} — ${why.slice(0, 200)}`);
    },
    close: () => context.close(),
  };
}

interface AxeViolation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}
