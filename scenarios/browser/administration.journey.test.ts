// What the administrators change, and that the audit log tells it afterwards.
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
  const accounts = await stage.booted.call('system-administrator', 'GET', '/api/accounts?limit=50');
  const taken = new Set(accounts.body.items.map(({ name }: { name: string }) => name));
  const { body } = await stage.booted.call('system-administrator', 'GET', '/api/persons?limit=50');
  for (const { name } of body.items as { name: string }[]) {
    const found = await stage.booted.call('system-administrator', 'GET', `/api/persons?limit=50&text=${encodeURIComponent(name)}`);
    if (!taken.has(name) && found.body.items.length === 1) return name;
  }
  throw new Error('everybody has an account or a namesake');
}

describe('administration', () => {
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
    visit.expect(409, '/api/accounts');
    await dialog.getByLabel('用户名').press('Enter');
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
    await page.getByRole('button', { name: /^2026年12月8日/ }).click();
    await page.getByText('有 1 天改动尚未保存').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '保存这一年' }).click();
    await page.getByText('2026 年的日历已保存').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^2026年12月8日.*放假 建区纪念日$/, pressed: true }).waitFor();
    expect(Number(/\d+/.exec(await counts.innerText())?.[0])).toBe(before + 1);
  });

  it('gives a grid another name from today on, and keeps the tree and the map beside it', async () => {
    const { body } = await stage.booted.call('system-administrator', 'GET', '/api/areas?level=grid&limit=1');
    const [grid] = body.items as [{ code: string; name: string }];
    const visit = await stage.visit('system-administrator');
    const { page } = visit;
    await visit.go(`/console/admin/areas?area=${grid.code.slice(0, 12)}`);
    await page.getByText('下级区域恰好铺满，没有缝隙和重叠。').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('navigation', { name: '区域树' }).getByLabel('名称或代码').fill(grid.code);
    await page.getByRole('navigation', { name: '区域树' }).getByRole('button', { name: grid.name }).click();
    await page.getByRole('button', { name: '改名或重划' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('文昌网格');
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('区域已保存').waitFor();
    await page.getByRole('region', { name: '文昌网格' }).waitFor();
    const read = await stage.booted.call('system-administrator', 'GET', `/api/areas/${grid.code}`);
    expect(read.body.name).toBe('文昌网格');
  });

  it('says who answers for a category at an area, and who gets a case from there', async () => {
    const visit = await stage.visit('system-administrator');
    const { page } = visit;
    await visit.go('/console/admin/responsibility?tab=list');
    await page.getByRole('table').getByRole('row').nth(2).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '新增一行' }).click();
    const dialog = page.getByRole('dialog');
    const pick = async (label: string, text: string) => {
      await dialog.getByLabel(label).fill(text);
      await dialog.getByRole('option', { name: text }).first().click();
    };
    await pick('类别', '路灯不亮');
    await pick('区域', '南薰街道');
    await pick('主办单位', '明湖区南薰街道办事处');
    await dialog.getByRole('textbox', { name: '办理时限' }).or(dialog.getByLabel('办理时限')).first().fill('2');
    expect(await visit.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('责任清单已保存').waitFor();
    await page
      .getByRole('button', { name: /^修改：路灯不亮，.*南薰街道/ })
      .first()
      .waitFor();
  });

  it('stands in the audit log entry by entry, whose chain holds, for the audit administrator alone', async () => {
    const visit = await stage.visit('audit-administrator');
    const { page } = visit;
    await visit.go('/console/admin/audit');
    const log = page.getByRole('table', { name: '审计日志' }).or(page.getByRole('table')).first();
    for (const action of ['新建账号', '新建令牌', '吊销令牌', '修改日历年份', '修改区域', '修改责任清单'])
      await log.getByText(action, { exact: true }).first().waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('button', { name: '校验哈希链' }).click();
    await page.getByText('哈希链完整').waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).not.toContain('数据局对接 gz_');
    await visit.go('/console/admin/accounts');
    await page.getByRole('heading', { name: '您的岗位没有这项权限' }).waitFor();
  });
});
