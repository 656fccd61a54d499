// What the administrators change, and that the audit log tells it afterwards.
import { demoAccounts } from '@gongzhi/scenarios';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.expectCalm());
afterAll(() => stage?.close());

/** A member of staff without an account whose name nobody else bears. */
async function somebodyWithoutAccount(): Promise<string> {
  const taken = new Set(demoAccounts().map(({ personId }) => personId));
  const { body } = await stage.booted.call('system-administrator', 'GET', '/api/persons?limit=50');
  for (const { id, name } of body.items as { id: string; name: string }[]) {
    const found = await stage.booted.call('system-administrator', 'GET', `/api/persons?limit=50&text=${encodeURIComponent(name)}`);
    if (!taken.has(id) && found.body.items.length === 1) return name;
  }
  throw new Error('everybody has an account or a namesake');
}

describe('administration', { sequential: true }, () => {
  it('makes an account whose password is told once and must be changed at the first sign-in', async () => {
    const person = await somebodyWithoutAccount();
    const visit = await stage.visit('system-administrator');
    const { page } = visit;
    await visit.go('/console/admin/accounts');
    await page.getByRole('table').getByText('dispatcher', { exact: true }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '新建账号' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('人员').fill(person);
    await dialog.getByRole('option', { name: person }).click();
    await dialog.getByLabel('用户名').fill('dispatcher');
    await dialog.getByLabel('用户名').press('Enter');
    visit.expect(409, '/api/accounts');
    await dialog.getByRole('alert').first().waitFor();
    await dialog.getByLabel('用户名').fill('new-colleague');
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '新建账号' }).click();
    const password = await page.getByLabel('一次性密码').inputValue();
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.getByRole('table').getByText('new-colleague', { exact: true }).waitFor();

    const first = await stage.visit(null);
    await first.go('/login');
    await first.page.getByLabel('用户名', { exact: true }).fill('new-colleague');
    await first.page.getByLabel('密码', { exact: true }).fill(password);
    await first.page.getByRole('button', { name: '登录', exact: true }).click();
    await first.page.waitForURL('**/console/account');
    expect(await first.barriers()).toEqual([]);
  });

  it('makes a token that is shown once, opens the interface, and opens it no more when revoked', async () => {
    const visit = await stage.visit('system-administrator');
    const { page } = visit;
    await visit.go('/console/admin/tokens');
    await page.getByRole('button', { name: '新建令牌' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('数据局对接');
    await dialog.getByText('读取诉求').click();
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '新建令牌' }).click();
    const token = await page.getByLabel('令牌', { exact: true }).inputValue();
    await page.getByRole('button', { name: '我已保存' }).click();
    stage.booted.introduce('partner', { authorization: `Bearer ${token}` });
    expect((await stage.booted.call('partner', 'GET', '/api/matters?limit=1')).status).toBe(200);
    await page.getByRole('row').filter({ hasText: '数据局对接' }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '吊销令牌 数据局对接' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click();
    await page.getByText('已吊销').first().waitFor();
    expect((await stage.booted.call('partner', 'GET', '/api/matters?limit=1')).status).toBe(401);
  });

  it('makes a day of the calendar a holiday, saved whole', async () => {
    const visit = await stage.visit('system-administrator');
    const { page } = visit;
    await visit.go('/console/admin/calendars?year=2026');
    const counts = page.getByText(/^放假 \d+ 天，补班 6 天/);
    const before = Number(/\d+/.exec(await counts.innerText())?.[0]);
    await page.getByLabel('点选的日子叫作').fill('建区纪念日');
    await page.getByRole('button', { name: '2026-12-08' }).click();
    await page.getByText('有 1 天改动尚未保存').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '保存这一年' }).click();
    await page.getByText('2026 年的日历已保存').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: '2026-12-08 放假 建区纪念日', pressed: true }).waitFor();
    expect(Number(/\d+/.exec(await counts.innerText())?.[0])).toBe(before + 1);
  });

  it('stands in the audit log entry by entry, whose chain holds, for the audit administrator alone', async () => {
    const visit = await stage.visit('audit-administrator');
    const { page } = visit;
    await visit.go('/console/admin/audit');
    const log = page.getByRole('table', { name: '审计日志' }).or(page.getByRole('table')).first();
    for (const action of ['新建账号', '新建令牌', '吊销令牌', '修改日历年份'])
      await log.getByText(action, { exact: true }).first().waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '校验哈希链' }).click();
    await page.getByText('哈希链完整').waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('数据局对接 gz_');
    await visit.go('/console/admin/accounts');
    await page.getByRole('heading', { name: '您的岗位没有这项权限' }).waitFor();
  });
});
