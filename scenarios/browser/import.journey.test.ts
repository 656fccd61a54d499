// A file from another system: what its columns are, a dry run that names the row that is wrong, and the import.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.expectCalm());
afterAll(() => stage?.close());

const rows = [
  ['编号', '标题', '内容', '受理时间', '办结时间', '状态'],
  ['A-001', '井盖松动', '人行道上的井盖松动，走过去会响。', '2026-03-02 09:10', '2026-03-04 16:00', '已办结'],
  ['A-002', '树枝遮挡信号灯', '路口的树枝挡住了信号灯。', '2026-02-30 10:00', '', '办理中'],
  ['A-003', '楼道堆物', '二单元楼道堆了杂物，影响通行。', '2026-03-05 14:20', '', '办理中'],
];
const file = { name: '12345平台.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.map((row) => row.join(',')).join('\r\n')) };

describe('an import of cases', () => {
  it('names the row, the column, the value and the reason of what is wrong, and takes the rest once', async () => {
    const visit = await stage.visit('dispatcher');
    const { page } = visit;
    await visit.go('/console/import');
    await page.getByText('还没有导入过').waitFor();
    // While a table loads its rows stand back; judged is what it comes to.
    await expect.poll(() => visit.barriers(), { timeout: 30_000 }).toEqual([]);
    await page.getByLabel('选择文件').setInputFiles(file);
    await page.getByText('CSV，编码 UTF-8，6 列').waitFor();
    await expect.poll(() => page.getByLabel('“受理时间”导入为').inputValue()).toBe('opened_at');
    await expect.poll(() => page.getByLabel('“编号”导入为').inputValue()).toBe('external_number');
    expect(await visit.barriers()).toEqual([]);

    await page.getByRole('button', { name: '试运行' }).click();
    await page.getByText('试运行完成').waitFor();
    const report = page.getByRole('region', { name: '处理结果' });
    await expect.poll(() => report.getByRole('definition').allInnerTexts()).toEqual(['3', '2', '0', '1']);
    const line = report.getByRole('row').filter({ hasText: '2026-02-30' });
    await expect.poll(() => line.innerText()).toMatch(/^3\s+受理时间\s+2026-02-30 10:00\s+没有这一天$/);
    expect(await visit.barriers()).toEqual([]);

    await page.getByRole('button', { name: '正式导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '正式导入' }).click();
    await page.getByText('导入完成。').waitFor();
    await expect.poll(() => report.getByRole('definition').allInnerTexts()).toEqual(['3', '2', '0', '1']);
    await page.getByRole('region', { name: '导入记录' }).getByText('读取 3，导入 2，已有 0，未通过 1').first().waitFor();

    await page.getByRole('button', { name: '正式导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '正式导入' }).click();
    await page.getByRole('region', { name: '导入记录' }).getByText('读取 3，导入 0，已有 2，未通过 1').first().waitFor();
    await page.getByRole('link', { name: '查看诉求列表' }).click();
    await page.getByRole('heading', { level: 1, name: '诉求' }).waitFor();
    const { body } = await stage.booted.call('dispatcher', 'GET', `/api/matters?text=${encodeURIComponent('井盖松动')}&limit=5`);
    expect(body.items.filter(({ title }: { title: string }) => title === '井盖松动')).toHaveLength(1);
  });
});
