// The console from its hundredth hour: by keyboard through list, map, palette, desk and paper, with what others do meanwhile.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.expectCalm());
afterAll(() => stage?.close());

const call = (who: string, method: 'GET' | 'POST', path: string, body?: unknown) => stage.booted.call(who, method, path, body);

describe('the list of cases', () => {
  it('is walked by keyboard alone: to it, down it, into a case, on to the next one, and back to where one was', async () => {
    const visit = await stage.visit('dispatcher');
    const { page } = visit;
    const { keyboard } = page;
    await visit.go('/console');
    await keyboard.press('g');
    await keyboard.press('c');
    await page.waitForURL('**/console/cases');
    const rows = page.getByRole('table', { name: '诉求列表' }).locator('tr[data-row-key]');
    await rows.nth(3).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await keyboard.press('j');
    await keyboard.press('j');
    const second = await rows.nth(1).getAttribute('data-row-key');
    await page.locator(`tr[data-row-key="${second}"]:focus`).waitFor();
    await keyboard.press('Enter');
    await page.waitForURL(`**/console/cases/${second}`);
    const walk = page.getByRole('navigation', { name: '列表中的上一件和下一件' });
    await walk.getByText('2 / ').waitFor();
    await keyboard.press('j');
    await walk.getByText('3 / ').waitFor();
    expect(page.url()).not.toContain(second);
    await keyboard.press('u');
    await page.waitForURL('**/console/cases');
    await page.locator(`tr.row-cursor[data-row-key="${second}"]`).waitFor();
  });

  it('loads as far as one scrolls, and draws no more than what is in sight', async () => {
    const visit = await stage.visit('dispatcher');
    const { page } = visit;
    await visit.go('/console/cases');
    const rows = page.locator('tr[data-row-key]');
    await rows.nth(3).waitFor();
    await page.keyboard.press('j');
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return page.getByText('已经到底了').count();
      })
      .toBe(1);
    const loaded = Number(/\d+/.exec(await page.getByText(/^已载入 \d+ 条$/).innerText())?.[0]);
    expect(loaded).toBeGreaterThan(200);
    expect(await rows.count()).toBeLessThan(80);
  });

  it('keeps columns in a view that is shared, in the order and width that were chosen', async () => {
    const visit = await stage.visit('dispatcher', { language: 'en', scheme: 'dark' });
    const { page } = visit;
    await visit.go('/console/cases?open=true');
    await page.locator('tr[data-row-key]').first().waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'Move “Due” earlier' }).click();
    await page.getByRole('slider', { name: 'Width of “State”' }).fill('200');
    expect(await visit.barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('Open, by due');
    await page.getByLabel('Share with my unit').check();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('View saved').waitFor();
    const { body } = await call('dispatcher', 'GET', '/api/views');
    expect(body.items).toMatchObject([{ name: 'Open, by due', shared: true, query: { open: 'true' } }]);
    expect(body.items[0].columns.slice(0, 3)).toEqual(['title', 'due', 'state:200']);
    const colleague = await stage.visit('supervisor', { language: 'en' });
    await colleague.go('/console/cases');
    await colleague.page.getByRole('button', { name: 'Views' }).click();
    await colleague.page.getByRole('button', { name: /^Open, by due/ }).click();
    await colleague.page.waitForURL('**/console/cases?open=true');
    await expect
      .poll(() => colleague.page.getByRole('columnheader').allInnerTexts())
      .toEqual(expect.arrayContaining([expect.stringMatching(/^Due/)]));
    expect((await colleague.page.getByRole('columnheader').allInnerTexts())[2]).toMatch(/^Due/);
  });

  it('stays still while others act, says what has come, and shows it when asked; the map beside it shows the row in hand', async () => {
    const visit = await stage.visit('dispatcher', { scheme: 'dark' });
    const { page } = visit;
    await visit.go('/console/cases?map=on&state=recorded');
    const rows = page.locator('tr[data-row-key]');
    await rows.first().waitFor();
    await page.getByRole('region', { name: '列表中的诉求所在位置' }).getByText('标在图上').waitFor();
    await page.keyboard.press('j');
    await page.locator('.maplibregl-marker').waitFor();
    expect(await visit.barriers()).toEqual([]);
    const first = await rows.first().getAttribute('data-row-key');
    const opened = await call('hotline-operator', 'POST', '/api/cases', {
      body: '河边栏杆断了一截，小孩容易掉下去。',
      areaCode: await someGrid(),
    });
    const news = page.getByRole('button', { name: '1 件新到 · 显示' });
    await news.waitFor();
    expect(await rows.first().getAttribute('data-row-key')).toBe(first);
    await news.click();
    await page.locator(`tr[data-row-key="${opened.body.number}"]`).waitFor();
  });

  it('rehearses an act on many, does it, and takes it back where the act allows it', async () => {
    const visit = await stage.visit('dispatcher', { language: 'en' });
    const { page } = visit;
    await visit.go('/console/cases?state=filed,recorded');
    const rows = page.locator('tr[data-row-key]');
    await rows.nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const numbers = [await rows.nth(0).getAttribute('data-row-key'), await rows.nth(1).getAttribute('data-row-key')];
    await page.getByRole('button', { name: 'Act on all' }).click();
    const dialog = page.getByRole('dialog', { name: /Act on 2 cases/ });
    await dialog.getByText('Confidentiality').click();
    await dialog.getByRole('checkbox').check();
    await dialog.getByLabel('Reason').fill('Asked for on the telephone');
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await dialog.getByText('2 will be acted on').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Act on these 2' }).click();
    await dialog.getByText('Done: 2').waitFor();
    const isProtected = async () =>
      (await call('dispatcher', 'GET', `/api/matters?numbers=${numbers.join(',')}`)).body.items.map(
        (row: { confidential: boolean }) => row.confidential,
      );
    expect(await isProtected()).toEqual([true, true]);
    await dialog.getByRole('button', { name: 'Take this act back' }).click();
    await page.getByText('2 taken back').waitFor();
    expect(await isProtected()).toEqual([false, false]);
  });
});

describe('the palette', () => {
  it('finds a case by two characters of its words, and pages and commands by a few letters', async () => {
    const { body } = await call('dispatcher', 'GET', '/api/matters?limit=1');
    const [row] = body.items;
    const visit = await stage.visit('dispatcher', { scheme: 'dark' });
    const { page } = visit;
    await visit.go('/console');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: '查找页面、诉求或命令' });
    await field.waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.keyboard.type(row.title.slice(0, 2));
    await page.getByRole('option', { name: row.number }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await field.fill(row.number);
    await expect.poll(() => page.getByRole('option', { selected: true }).innerText()).toContain(row.number);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/console/cases/${row.number}`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('浅色');
    await page.keyboard.press('Enter');
    await page.locator('html[data-scheme="light"]').waitFor();
    await page.getByRole('heading', { level: 2, name: '办理状态' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘快捷键' }).getByText('查找页面、诉求或命令').waitFor();
    expect(await visit.barriers()).toEqual([]);
  });
});

describe('a case', () => {
  it('is answered from a template, and printed in the layout of official documents with one press', async () => {
    const { body } = await call('dispatcher', 'GET', '/api/matters?state=handling,answered,verified&limit=1');
    const { number, title } = body.items[0];
    const visit = await stage.visit('dispatcher', { language: 'en' });
    const { page } = visit;
    await page.addInitScript(() => {
      const seen = globalThis as unknown as { printed: number; print: () => void };
      seen.printed = 0;
      seen.print = () => {
        seen.printed += 1;
      };
    });
    await visit.go(`/console/cases/${number}`);
    await page.getByRole('button', { name: 'Reply officially' }).click();
    const dialog = page.getByRole('dialog', { name: /Reply officially/ });
    await dialog.locator('summary').click();
    await dialog.getByText('政策解释').click();
    await dialog.getByLabel('政策依据').fill('《物业管理条例》');
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Take it over' }).click();
    const words = await dialog.getByLabel('Official reply').inputValue();
    expect(words).toContain(title);
    expect(words).toContain('根据《物业管理条例》');
    expect(words).toContain('{解释内容}');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('p');
    await page.waitForURL(`**/console/cases/${number}/print`);
    const sheet = page.getByRole('article', { name: 'Case file' });
    await sheet.getByText(number).first().waitFor();
    await page.waitForFunction(() => (globalThis as unknown as { printed: number }).printed === 1);
    expect(await page.title()).toContain(number);
    expect(await visit.barriers()).toEqual([]);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the desks', () => {
  it('have a call again after the page was lost, with the case that it is to join', async () => {
    const words = '幸福路路灯不亮已经一个星期，晚上走路很危险。';
    const areaCode = await someGrid();
    const earlier = await call('hotline-operator', 'POST', '/api/cases', { body: words, areaCode });
    const visit = await stage.visit('hotline-operator', { scheme: 'dark' });
    const { page } = visit;
    await visit.go('/console/desk');
    await page.getByLabel('来电号码').fill('13900007777');
    await page.getByLabel('诉求内容').fill(words);
    await page.getByText(earlier.body.number).first().waitFor();
    await page.keyboard.press('Alt+j');
    await page.getByRole('checkbox', { name: earlier.body.number, checked: true }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.reload();
    expect(await page.getByLabel('诉求内容').inputValue()).toBe(words);
    await page.getByRole('checkbox', { name: earlier.body.number, checked: true }).waitFor();
  });

  it('show in the queue what is suggested and how surely, and take cases about one thing together', async () => {
    const areaCode = await someGrid();
    const both = await Promise.all(
      ['井盖不见了，路中间一个大洞。', '井盖破损，车轮会陷进去。'].map((body) =>
        call('hotline-operator', 'POST', '/api/cases', { body, areaCode }),
      ),
    );
    const visit = await stage.visit('dispatcher', { language: 'en', scheme: 'dark' });
    const { page } = visit;
    await visit.go('/console/dispatch?queue=recorded');
    const one = page.locator(`[data-number="${both[0]!.body.number}"]`);
    await one.getByText(/\d+% → /).waitFor();
    await one.getByRole('button').click();
    await page
      .getByRole('article')
      .getByRole('button', { name: /^Dispatch as suggested to/ })
      .waitFor();
    await page.keyboard.press('t');
    for (const { body } of both) await page.getByRole('checkbox', { name: `Select ${body.number}`, checked: true }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Act otherwise on all' }).click();
    await page.getByRole('dialog').getByText('Note', { exact: true }).waitFor();
    expect(await visit.barriers()).toEqual([]);
  });

  it('show figures with their course, the small numbers apart, and the cases behind them', async () => {
    const visit = await stage.visit('district-leader', { scheme: 'dark' });
    const { page } = visit;
    await visit.go('/console/figures?by=unit&period=year');
    await page.getByRole('img', { name: '按时办结率 · 承办单位' }).locator('svg').waitFor();
    await page.getByRole('img', { name: '按时办结率走势' }).locator('svg').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.locator('.figures-open').first().click();
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    expect(await visit.barriers()).toEqual([]);
  });
});

let grid: string | null = null;
/** Some grid of the district. */
async function someGrid(): Promise<string> {
  if (grid === null) grid = (await call('dispatcher', 'GET', '/api/areas?level=grid&limit=1')).body.items[0].code as string;
  return grid;
}
