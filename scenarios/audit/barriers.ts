import { openVisit, type Page, type Visit } from '../browser/browser.ts';
import type { Ground } from './ground.ts';
import type { AuditedPage } from './pages.ts';

export interface Barriers {
  path: string;
  /** How often axe looked: the page at rest in its looks, and with each thing opened that opens. */
  looks: number;
  violations: string[];
}

const sizes = { console: { width: 1440, height: 900 }, mobile: { width: 390, height: 844 }, public: { width: 390, height: 844 } };
/** Both themes and both languages in two looks. */
const looks = [
  { language: 'zh', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
] as const;
const openers = '[aria-haspopup]:visible, button[aria-expanded="false"]:visible, summary:visible, main button[type="button"]:visible';
const open =
  'dialog[open], [role="dialog"]:visible, [role="menu"]:visible, [role="listbox"]:visible, :popover-open, details[open], [aria-expanded="true"]';
const mostOpeners = 14;
/** What takes the page away, or something of the district. */
const leaves = /退出|删除|移除|吊销|下载|导出|打印|sign out|delete|remove|revoke|download|export|print/i;

/** Looks at a page with axe, at rest and after each menu, drawer and dialog of it was opened. */
export async function barriersOf(ground: Ground, page: AuditedPage): Promise<Barriers> {
  const found = new Set<string>();
  let count = 0;
  for (const look of looks) {
    const visit = await openVisit(ground.browser, ground.address, {
      ...look,
      ...sizes[page.area],
      session: await ground.client.headersOf(page.who),
    });
    const see = async (state: string) => {
      count += 1;
      for (const barrier of await visit.barriers()) found.add(`${look.language} ${look.scheme} ${state}: ${barrier}`);
    };
    try {
      await visit.go(page.path);
      await see('at rest');
      await openEach(visit, page, see);
    } catch (error) {
      found.add(`${look.language} ${look.scheme}: ${(error as Error).message.split('\n')[0]}`);
    }
    await visit.close();
  }
  return { path: page.path, looks: count, violations: [...found] };
}

async function openEach({ page, go }: Visit, { path }: AuditedPage, see: (state: string) => Promise<void>): Promise<void> {
  const names = await page
    .locator(openers)
    .evaluateAll((all) => all.map((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()));
  for (const [index, name] of names.slice(0, mostOpeners).entries()) {
    if (leaves.test(name)) continue;
    const opener = page.locator(openers).nth(index);
    const before = await opened(page);
    const pressed = await opener.click({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (!pressed) continue;
    if (new URL(page.url()).pathname !== new URL(path, page.url()).pathname) {
      await go(path);
      continue;
    }
    if ((await opened(page)) === before) continue;
    await see(`“${name.slice(0, 30)}” opened`);
    await page.keyboard.press('Escape');
    // What Escape does not close hides the next one: the page starts anew.
    if ((await opened(page)) !== before) await go(path);
  }
}

/** How much stands open now: dialogs, popovers, menus, unfolded parts. */
const opened = (page: Page): Promise<number> => page.locator(open).count();
