// The phone without a network: residents report, staff act, and nothing is lost, doubled or overwritten.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

const phone = { width: 390, height: 844 };
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.expectCalm());
afterAll(() => stage?.close());

/** Until the pages are kept on the phone: the worker answers for this page from now on. */
const kept = (page: Page) =>
  page.evaluate(`navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ??
    new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))).then(() => null)`);

/** A place inside the district. */
async function somewhere(): Promise<{ longitude: number; latitude: number }> {
  const { body } = await stage.booted.call('dispatcher', 'GET', '/api/matters?kind=case&limit=50');
  return body.items.find((item: { location: object | null }) => item.location !== null).location;
}

/** A case that lies with the department and that it can note something on. */
async function caseInHand(): Promise<{ number: string; title: string }> {
  const { body } = await stage.booted.call('department-handler', 'GET', '/api/matters?mine=true&state=handling&limit=1');
  return body.items[0];
}

describe('a phone without a network', () => {
  it('opens, takes a report, keeps it through a reload and sends it once when the network is back', async () => {
    const visit = await stage.visit(null, { ...phone, position: await somewhere() });
    const { page } = visit;
    await visit.go('/m/report');
    await kept(page);
    await visit.offline(true);
    await page.reload();
    const words = '河边栏杆松了一段，孩子常在那里玩';
    await page.getByRole('textbox', { name: '问题是什么' }).fill(words);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByLabel('详细位置').fill('滨河路亲水平台旁');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('称呼').fill('周先生');
    await page.getByLabel('手机或电话').fill('13900003333');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已保存在这部手机上' }).waitFor();
    await page.goto('/m');
    await page.getByRole('heading', { name: '1 件还没有送达' }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.offline(false);
    await page.getByRole('heading', { name: '1 件还没有送达' }).waitFor({ state: 'detached' });
    // Words become searchable a moment after the report.
    const found = async () =>
      (await stage.booted.call('dispatcher', 'GET', `/api/matters?text=${encodeURIComponent(words.slice(0, 8))}`)).body.items;
    await expect.poll(found).toHaveLength(1);
    const [{ number }] = await found();
    await page.goto('/m/mine');
    await page.getByText(number).first().waitFor();
    await page.reload();
    await page.getByText(number).first().waitFor();
    expect(await found()).toHaveLength(1);
  });

  it('shows the tasks that were read before, keeps an act, and asks when somebody else was there first', async () => {
    const task = await caseInHand();
    const visit = await stage.visit('department-handler', phone);
    const { page } = visit;
    await visit.go('/m/tasks');
    await kept(page);
    await page.goto(`/m/task/${task.number}`);
    await page.getByRole('heading', { level: 1, name: task.title }).waitFor();
    await page.getByText('办理经过').waitFor();
    await visit.offline(true);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: task.title }).waitFor();
    await page.getByText('没有网络，看到的是').waitFor();
    await page.getByText('其他操作').click();
    await page.getByRole('button', { name: '到场', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .locator('input[type=file][multiple]')
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: await page.screenshot() });
    await dialog.getByRole('img', { name: '照片 1' }).waitFor();
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '1 件还没有送达' }).waitFor();
    expect(await visit.barriers()).toEqual([]);

    const { body: seen } = await stage.booted.call('dispatcher', 'GET', `/api/matters/${task.number}`);
    const reminded = await stage.booted.call('dispatcher', 'POST', `/api/matters/${task.number}/actions/note`, {
      version: seen.version,
      input: { note: '请注意夜间安全' },
    });
    expect(reminded.status).toBe(200);

    visit.expect(409, '/actions/');
    await visit.offline(false);
    await page.getByText('别人先办了，请您决定').first().waitFor();
    await page.getByText('请注意夜间安全').first().waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: /^仍然提交/ }).click();
    await page.getByText('别人先办了，请您决定').first().waitFor({ state: 'detached' });
    const after = async () => (await stage.booted.call('dispatcher', 'GET', `/api/matters/${task.number}`)).body;
    // Both people's acts stand there once; the product itself may have written beside them.
    const acts = async () => {
      const before = new Set(seen.entries.map((entry: { no: number }) => entry.no));
      const added = (await after()).entries.filter((entry: { no: number }) => !before.has(entry.no));
      return added.map((entry: { action: string }) => entry.action).filter((action: string) => ['note', 'arrive'].includes(action));
    };
    await expect.poll(acts).toEqual(expect.arrayContaining(['note', 'arrive']));
    expect(await acts()).toHaveLength(2);
    expect((await after()).files.length).toBe(seen.files.length + 1);
  });
});
