import { demoAccounts } from '@gongzhi/scenarios';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.expectCalm());
afterAll(() => stage?.close());

const account = demoAccounts().find(({ role }) => role === 'dispatcher')!;

describe('the doors', () => {
  it('lead residents, onlookers and staff each to their place', async () => {
    const { page, go, barriers } = await stage.visit(null);
    await go('/');
    await page.getByRole('link', { name: '反映问题' }).waitFor();
    await page.getByRole('link', { name: '问题墙与回音壁' }).waitFor();
    expect(await barriers()).toEqual([]);
    await page.getByRole('link', { name: '工作人员入口' }).click();
    await page.getByRole('form', { name: '工作人员登录' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/login');
  });

  it('say what is missing, and refuse a wrong password without saying which half is wrong', async () => {
    const visit = await stage.visit(null);
    const { page } = visit;
    visit.expect(401, '/api/session');
    await visit.go('/login');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('请填写用户名').waitFor();
    await expect.poll(() => page.locator(':focus').getAttribute('autocomplete')).toBe('username');
    await page.getByLabel('用户名', { exact: true }).fill(account.username);
    await page.getByLabel('密码', { exact: true }).fill('Wrong-Password-1');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('用户名或密码不正确');
    expect(await visit.barriers()).toEqual([]);
    await page.getByLabel('密码', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console');
  });

  it('bring a person who signs in back to the page that was asked for, and out again', async () => {
    const { page } = await stage.visit(null);
    await page.goto('/console/cases?state=filed');
    await page.getByLabel('用户名', { exact: true }).fill(account.username);
    await page.getByLabel('密码', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL('**/console/cases?state=filed');
    await page.getByRole('button', { name: '我的账号' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL('**/login');
    await page.goto('/console/cases');
    await page.waitForURL('**/login?back=*');
  });

  it('offer every demo account in a demonstration, one click away', async () => {
    const { page, go } = await stage.visit(null);
    await go('/login');
    const demo = page.getByRole('region', { name: '演示账号' });
    await demo.getByRole('button').first().waitFor();
    await expect.poll(() => demo.getByRole('button').count()).toBe(demoAccounts().length);
    await demo.getByRole('searchbox').fill('dispatcher');
    await demo.getByRole('button').first().click();
    await page.waitForURL('**/console');
  });

  it('tell a person without the permission so, and somebody lost that there is no such page', async () => {
    const { page, go, barriers } = await stage.visit('hotline-operator');
    await go('/console/admin/audit');
    await page.getByRole('heading', { name: '您的岗位没有这项权限' }).waitFor();
    expect(await barriers()).toEqual([]);
    await go('/console/nowhere');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    expect(await barriers()).toEqual([]);
  });

  it('change language and appearance at once, and remember both', async () => {
    const { page, go } = await stage.visit('dispatcher');
    await go('/console/cases');
    const html = page.locator('html');
    await expect.poll(() => html.getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await expect.poll(() => html.getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await expect.poll(() => html.getAttribute('data-scheme')).toBe('dark');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await expect.poll(() => html.getAttribute('data-scheme')).toBe('dark');
  });
});
