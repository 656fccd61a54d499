// One resident's request, from its first word to its public result, as each of the people who carry it sees it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let place: { longitude: number; latitude: number };
let number = '';
let title = '';
let followLink = '';

const words = '文昌桥头的路灯一连三个晚上不亮，台阶看不清，昨晚有老人险些摔倒，请尽快派人来修。';
const result = '已更换灯头和控制器，当晚恢复照明，并检查了沿线二十盏路灯。';
const reply = '您好，文昌桥头的路灯已经修好，感谢您的提醒。';
const department = '明湖区城市管理局';
const phone = { width: 390, height: 844 } as const;

beforeAll(async () => {
  stage = await openStage();
  const { body } = await stage.booted.call('dispatcher', 'GET', '/api/areas?level=grid&limit=3');
  const [longitude, latitude] = body.items[1].center;
  place = { longitude, latitude };
});
// Each step stands on the one before: after a failure the rest would only fail for the same reason.
let broken = false;
beforeEach(({ skip }) => skip(broken, 'an earlier step of the journey has failed'));
afterEach(async ({ task }) => {
  broken ||= task.result?.state === 'fail';
  await stage.expectCalm();
});
afterAll(() => stage?.close());

describe('one request, from its first word to its public result', () => {
  it('is reported on a phone with a photo and a place, and has a number at once', async () => {
    const visit = await stage.visit(null, { ...phone, position: place });
    const { page } = visit;
    await visit.go('/m/report');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('请用几个字说说是什么问题').waitFor();
    await page.getByRole('textbox', { name: '问题是什么' }).fill(words);
    const photo = { name: '路灯.png', mimeType: 'image/png', buffer: await page.screenshot() };
    await page.locator('input[type=file][multiple]').setInputFiles(photo);
    await page.getByRole('img', { name: '照片 1' }).waitFor();
    expect(await visit.barriers()).toEqual([]);

    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByRole('status').filter({ hasText: '·' }).first().waitFor();
    await page.getByLabel('详细位置').fill('文昌桥北侧台阶旁');
    expect(await visit.barriers()).toEqual([]);

    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请填写能联系上的电话号码').waitFor();
    await page.getByLabel('称呼').fill('陈阿姨');
    await page.getByLabel('手机或电话').fill('13900002222');
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();

    await page.getByRole('heading', { name: '已经收到' }).waitFor();
    number = /GZ\d{6,}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    expect(number).not.toBe('');
    followLink = (await page.getByRole('link', { name: '查看进度' }).getAttribute('href')) ?? '';
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('link', { name: '查看进度' }).click();
    await page.getByRole('list', { name: '办理进度' }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    const read = await stage.booted.call('dispatcher', 'GET', `/api/matters/${number}`);
    title = read.body.title;
    expect(read.body.files).toHaveLength(1);
  });

  it('is filed as suggested and dispatched to the department, with the way each deadline is computed', async () => {
    const visit = await stage.visit('dispatcher');
    const { page } = visit;
    await visit.go(`/console/cases/${number}`);
    await page.getByRole('button', { name: /^按建议立案/ }).click();
    // The rule of the category puts it on the wall once it is filed; the rules are gone through every minute.
    await page.getByRole('banner').or(page.getByRole('main')).getByText('已公开', { exact: true }).first().waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: '派单', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('主办单位').fill(department);
    await dialog.getByRole('option', { name: department, exact: false }).first().click();
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '派单', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('待签收').first().waitFor();
    await page.getByRole('button', { name: '怎么算的' }).first().click();
    await page.getByRole('dialog').getByText('开始计时').waitFor();
    expect(await visit.barriers()).toEqual([]);
  });

  it('is signed for and its reporter contacted by the department on the phone', async () => {
    const visit = await stage.visit('department-handler', phone);
    const { page } = visit;
    await visit.go('/m/tasks');
    await page.getByRole('button', { name: '待签收' }).click();
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '签收', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '签收', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('其他操作').click();
    await page.getByRole('button', { name: '联系诉求人' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '联系诉求人' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '反馈', exact: true }).waitFor();
  });

  it('is handled by the department and fed back on the case page, where nothing may be left out', async () => {
    const visit = await stage.visit('department-handler');
    const { page } = visit;
    await visit.go(`/console/cases/${number}`);
    await page.getByRole('button', { name: '反馈', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '反馈', exact: true }).click();
    await dialog.getByRole('alert').first().waitFor();
    await dialog.getByLabel('办理情况').fill(result);
    // The same words stand before it, folded away, among the templates.
    await dialog.getByText('已解决', { exact: true }).last().click();
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '反馈', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('待核查').first().waitFor();
  });

  it('is verified and closed with an official reply', async () => {
    const visit = await stage.visit('dispatcher');
    const { page } = visit;
    await visit.go(`/console/cases/${number}`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '核查通过', exact: true }).click();
    await dialog.getByRole('button', { name: '核查通过', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '结案', exact: true }).click();
    await dialog.getByLabel('正式答复').fill(reply);
    await dialog.getByRole('button', { name: '结案', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('已结案').first().waitFor();
    await page.getByRole('heading', { name: '办理结果' }).waitFor();
    expect(await visit.barriers()).toEqual([]);
  });

  it('is called back about, all from the keyboard', async () => {
    const visit = await stage.visit('callback-staff');
    const { page } = visit;
    await visit.go('/console/call-back');
    await page.getByRole('button', { name: title }).click();
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
    await page.keyboard.press('c');
    await page.keyboard.press('r');
    await page.keyboard.press('5');
    await expect.poll(() => page.getByRole('radio', { name: '是' }).first().isChecked()).toBe(true);
    expect(await visit.barriers()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(`已登记 ${number} 的回访`).waitFor();
    await page.getByRole('button', { name: title }).waitFor({ state: 'detached' });
  });

  it('is rated by its reporter through the link that came with the number', async () => {
    const visit = await stage.visit(null, phone);
    const { page } = visit;
    await visit.go(followLink);
    await page.getByRole('button', { name: '评价办理结果' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '提交评价' }).click();
    await dialog.getByText('请至少回答一项').waitFor();
    await dialog.getByRole('group', { name: '问题解决了吗' }).getByText('是', { exact: true }).click();
    await dialog.getByRole('radio', { name: '5 星 很满意' }).check({ force: true });
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '提交评价' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '您的评价' }).waitFor();
    await page.getByRole('img', { name: '5 星（满分 5 星）' }).waitFor();
  });

  it('stands on the echo wall with what was replied, and never with the name or number of who reported it', async () => {
    const visit = await stage.visit(null);
    const { page } = visit;
    await visit.go('/wall?wall=echoes');
    const card = page.getByRole('listitem').filter({ hasText: '文昌桥头的路灯' });
    await card.getByText(reply).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await card.getByRole('link').first().click();
    await page.getByText(reply).first().waitFor();
    await page.getByText('承办：').or(page.getByText(department)).first().waitFor();
    expect(await visit.barriers()).toEqual([]);
    const text = await page.locator('body').innerText();
    expect(text).not.toContain('13900002222');
    expect(text).not.toContain('陈阿姨');
  });

  it('counts in the figures of the department, which open the row behind them', async () => {
    const visit = await stage.visit('dispatcher');
    const { page } = visit;
    await expect
      .poll(
        async () => {
          await visit.go('/console/figures?by=unit');
          await page.getByRole('button', { name: /^区城管局 按时办结率/ }).click();
          const drawer = page.getByRole('dialog');
          await drawer.getByText('达到的', { exact: true }).click();
          await drawer.getByRole('link').first().waitFor();
          return drawer.getByRole('link', { name: title }).count();
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(1);
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('dialog').getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });
});
