// A grid officer's day: on duty, without a network, back in it; and what the leader then sees on the board.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let point = { name: '', longitude: 0, latitude: 0 };

beforeAll(async () => {
  stage = await openStage();
  const { body } = await stage.booted.call('grid-officer', 'GET', '/api/patrol/today');
  point = body.points.find((one: { visitedAt: string | null }) => one.visitedAt === null) ?? body.points[0];
});
// Each step stands on the one before: after a failure the rest would only fail for the same reason.
let broken = false;
beforeEach(({ skip }) => skip(broken, 'an earlier step of the journey has failed'));
afterEach(async ({ task }) => {
  broken ||= task.result?.state === 'fail';
  await stage.expectCalm();
});
afterAll(() => stage?.close());

describe('an officer’s day', () => {
  it('is written down without a network and arrives when it is back, the finding as a case', async () => {
    const visit = await stage.visit('grid-officer', { width: 390, height: 844, position: point });
    const { page } = visit;
    await visit.go('/m/patrol');
    await page.getByRole('button', { name: '开始值班' }).click();
    await page.getByRole('button', { name: '交班下岗' }).waitFor();
    expect(await visit.barriers()).toEqual([]);

    await visit.offline(true);
    await page
      .getByRole('button', { name: new RegExp(point.name) })
      .first()
      .click();
    await page.getByRole('button', { name: '取我的位置' }).click();
    await page.getByText('已取到位置').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '打卡', exact: true }).click();
    await page.getByRole('button', { name: '发现问题' }).click();
    await page.getByLabel('内容').fill('单元门口的井盖松动，走上去会响');
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '记下' }).click();
    const book = page.getByRole('region', { name: '今天写下的' });
    await expect.poll(() => book.getByText('待送出').count()).toBe(2);

    await visit.offline(false);
    await book.getByRole('link', { name: /已转为诉求 GZ/ }).waitFor();
    await expect.poll(() => book.getByText('待送出').count()).toBe(0);
    await page.getByRole('button', { name: '交班下岗' }).click();
    await page.getByLabel('留给下一班的话').fill('东门井盖已报，明早再看一眼');
    await page.getByRole('dialog').getByRole('button', { name: '交班' }).click();
    await page.getByRole('button', { name: '开始值班' }).waitFor();
  });

  it('stands in the book of whoever answers for patrols, with what came of it', async () => {
    const visit = await stage.visit('community-secretary');
    const { page } = visit;
    await visit.go('/console/patrol?tab=book');
    const row = page.getByRole('row').filter({ hasText: '井盖松动' });
    await row.getByRole('link', { name: /^GZ/ }).waitFor();
    await visit.go('/console/patrol');
    await page.getByText('覆盖率').first().waitFor();
    expect(await visit.barriers()).toEqual([]);
  });

  it('counts on the board, where a figure opens as many rows as it says', async () => {
    const visit = await stage.visit('district-leader');
    const { page } = visit;
    await visit.go('/screen');
    await page.getByText('实时').waitFor();
    const figure = page.getByRole('button', { name: /^今日诉求/ }).first();
    await figure.locator('strong').waitFor();
    await expect.poll(async () => Number(await figure.locator('strong').innerText())).toBeGreaterThan(0);
    const count = Number(await figure.locator('strong').innerText());
    expect(await visit.barriers()).toEqual([]);
    await figure.click();
    const rows = page.getByRole('dialog').getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(Math.min(50, count));
  });

  it('is told in the monthly report, which prints as it was issued', async () => {
    const visit = await stage.visit('supervisor');
    const { page } = visit;
    await visit.go('/console/reports');
    await page.getByRole('row').filter({ hasText: '已签发' }).first().click();
    await page.getByText('内容与签发时一致').waitFor();
    await page.getByRole('heading', { name: '五、网格巡查' }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.go('/console/themes');
    await page.getByRole('heading', { name: '背街小巷路灯专项治理' }).waitFor();
    expect(await visit.barriers()).toEqual([]);
  });
});
