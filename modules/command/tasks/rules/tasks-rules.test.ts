import type { TaskField } from '@gongzhi/contract/tasks';
import { describe, expect, test } from 'vitest';
import { checkLists, type ListedItem } from './duty-lists.ts';
import { answeredWhole, fits, heldFields, plainLabel } from './held-data.ts';
import { turnsOf } from './schedule.ts';
import { answerFaults, formSchema } from './task-form.ts';

const items: ListedItem[] = [
  { code: 'Z-01', list: 'autonomy', title: '组织居民议事', basis: null },
  { code: 'X-03', list: 'assistance', title: '协助开展燃气安全入户检查', basis: '燃气管理条例' },
  { code: 'G-11', list: 'purchasable', title: '独居老人助餐服务', basis: null },
  { code: 'J-23', list: 'forbidden', title: '出具居民无犯罪记录证明', basis: '基层减负清单' },
];
const field = (key: string, label: string, type: TaskField['type'] = 'text', options: string[] = []): TaskField => ({
  key,
  label,
  type,
  options,
  required: true,
});

describe('work held against the four lists', () => {
  test('is decided by the item that was named', () => {
    expect(checkLists('冬季燃气安全检查', 'X-03', items)).toMatchObject({
      verdict: 'assistance',
      findings: [{ code: 'X-03', named: true }],
    });
  });
  test('is found by its words where no item was named', () => {
    expect(checkLists('请各社区协助开展燃气安全入户检查，每月一次', null, items).verdict).toBe('assistance');
  });
  test('stays forbidden when it comes under the name of another item', () => {
    expect(checkLists('为办理入职的居民出具居民无犯罪记录证明', 'Z-01', items).verdict).toBe('forbidden');
  });
  test('is unlisted where nothing fits', () => {
    expect(checkLists('统计辖区商铺招牌颜色', null, items)).toEqual({ verdict: 'unlisted', findings: [] });
  });
});

describe('a form held against data', () => {
  test('is matched by the whole label, whatever its numbering, brackets and punctuation', () => {
    expect(plainLabel('1. 网格数量（个）：')).toBe('网格数量');
    expect(heldFields([field('a', '1. 网格数量（个）：', 'whole'), field('b', '网格数量变化的原因')])).toEqual([
      { key: 'a', label: '1. 网格数量（个）：', source: 'grids', word: '网格数量' },
    ]);
  });
  test('knows what the same community answered before', () => {
    expect(heldFields([field('a', '独居老人数', 'whole')], new Set(['独居老人数']))).toMatchObject([{ source: 'earlier' }]);
  });
  test('is answered whole only when no question is left', () => {
    const asked = [field('a', '社区名称'), field('b', '所属街道')];
    expect(answeredWhole(asked, heldFields(asked))).toBe(true);
    expect(answeredWhole([...asked, field('c', '空置房屋数', 'whole')], heldFields(asked))).toBe(false);
    expect(answeredWhole([], [])).toBe(false);
  });
  test('takes a value held only where it is of the type that is asked', () => {
    expect(fits(field('a', '网格数', 'whole'), 7)).toBe(true);
    expect(fits(field('a', '网格数', 'whole'), '7')).toBe(false);
    expect(fits(field('a', '类别', 'choice', ['甲', '乙']), '丙')).toBe(false);
  });
});

describe('the answers to a form', () => {
  const asked = [
    field('count', '隐患数', 'whole'),
    field('kind', '类别', 'choice', ['甲', '乙']),
    field('on', '日期', 'day'),
    field('why', '说明'),
  ];
  test('are taken as the form asks for them', () => {
    expect(answerFaults(asked, { count: 0, kind: '乙', on: '2026-03-01', why: '无' })).toEqual([]);
  });
  test('are refused field by field, with what would be accepted', () => {
    expect(answerFaults(asked, { count: -1, kind: '丙', on: '2026-13-01', more: 1 }).map((fault) => fault.field)).toEqual([
      'answers.more',
      'answers.count',
      'answers.kind',
      'answers.on',
      'answers.why',
    ]);
  });
  test('need not repeat what was filled in from data held', () => {
    expect(answerFaults(asked, { count: 1, kind: '甲', on: '2026-03-01' }, new Set(['why']))).toEqual([]);
    expect(Object.keys(formSchema(asked, new Set(['why'])).properties as object)).toEqual(['count', 'kind', 'on']);
  });
});

describe('a schedule', () => {
  test('has one turn where the work is done once', () => {
    expect(turnsOf('once', '2026-03-01', '2026-03-31')).toEqual([{ period: 1, opensOn: '2026-03-01', dueOn: '2026-03-31' }]);
  });
  test('has turns that touch without overlapping, the last cut off at the end', () => {
    expect(turnsOf('monthly', '2026-01-31', '2026-03-15')).toEqual([
      { period: 1, opensOn: '2026-01-31', dueOn: '2026-02-27' },
      { period: 2, opensOn: '2026-02-28', dueOn: '2026-03-15' },
    ]);
    expect(turnsOf('weekly', '2026-03-02', '2026-03-18').map((turn) => turn.dueOn)).toEqual(['2026-03-08', '2026-03-15', '2026-03-18']);
  });
  test('that ends before it begins has none, and no schedule has more than sixty', () => {
    expect(turnsOf('weekly', '2026-03-02', '2026-03-01')).toEqual([]);
    expect(turnsOf('weekly', '2026-01-01', '2030-01-01')).toHaveLength(60);
  });
});
