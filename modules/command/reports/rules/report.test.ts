import type { ReportFigures } from '@gongzhi/contract/reports';
import { describe, expect, test } from 'vitest';
import { reportHash } from './report-hash.ts';
import { against, writeWords } from './write-words.ts';

const figures: ReportFigures = {
  at: '2026-04-01T00:00:00.000Z',
  total: { reported: 120, closed: 100, open: 30, openOverdue: 2, onTime: 0.9, response: 0.8, resolution: null, satisfaction: 0.912 },
  before: { month: { reported: 100 }, year: { reported: 0 } },
  days: [{ day: '2026-03-05', reported: 12, closed: 3 }],
  areas: [{ code: '1', name: '东街道', reported: 70, closed: 60, openOverdue: 2, onTime: 0.85, satisfaction: 0.9 }],
  categories: [{ code: '01', name: '路灯', reported: 30, share: 0.25 }],
  patrol: { planned: 200, missed: 10, findings: 5, solved: 3, cases: 2, visits: 40 },
  cases: [],
};

describe('a report written from the ledger', () => {
  test('says what the figures say, and that something is not known where it is not', () => {
    const { title, sections } = writeWords('示范区', '2026-03', figures);
    const words = sections.map((one) => one.text).join('\n');
    expect(title).toBe('示范区 2026 年 3 月群众诉求办理情况月报');
    for (const said of ['120 件，比上月增加 20 件（20.0%）', '去年同期没有可比数据', '解决率 暂无数据', '满意率 91.2%', '覆盖率 95.0%'])
      expect(words).toContain(said);
    expect(words).toContain('本月末没有超期未结的诉求');
  });
  test('compares in words', () => {
    expect([against(5, 5, '上月'), against(3, 4, '上月')]).toEqual(['与上月持平', '比上月减少 1 件（25.0%）']);
  });
  test('has the same hash whatever the order of keys, and another one after any change', () => {
    const content = { areaCode: '1', month: '2026-03', edition: 1, ...writeWords('示范区', '2026-03', figures), figures };
    const turned = JSON.parse(JSON.stringify(content), (_key, value) =>
      value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    );
    expect(reportHash(turned)).toBe(reportHash(content));
    expect(reportHash({ ...content, title: `${content.title}。` })).not.toBe(reportHash(content));
  });
});
