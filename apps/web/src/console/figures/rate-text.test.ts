import type { RatesRow } from '@gongzhi/contract/cases';
import { expect, it } from 'vitest';
import { isSmall, percent, sheetOf } from './rate-text.ts';

const rate = (numerator: number, denominator: number) => ({ numerator, denominator, value: denominator ? numerator / denominator : null });
const row = {
  key: '990106',
  name: '区',
  volume: { reported: 40, filed: 38, dispatched: 36, closed: 30, open: 10, openOverdue: 2, reopened: 1, returned: 1 },
  rates: { onTime: rate(28, 32), composite: rate(91, 100) },
} as unknown as RatesRow;

it('a rate of nothing is a dash, not zero', () => {
  expect([percent(null), percent(0), percent(0.9123)]).toEqual(['—', '0.0%', '91.2%']);
});

it('few cases are marked as few, none at all are not', () => {
  expect([isSmall(rate(1, 3)), isSmall(rate(29, 29)), isSmall(rate(30, 30)), isSmall(rate(0, 0))]).toEqual([true, true, false, false]);
});

it('the sheet carries every rate with both sides, but no sides of the weighted one', () => {
  const sheet = sheetOf([row], ['onTime', 'composite'], {
    name: '名称',
    volume: { reported: '上报' },
    rate: (name) => name,
    numerator: '分子',
    denominator: '分母',
  });
  expect(sheet.columns.map(({ key }) => key)).toEqual([
    'key',
    'name',
    'reported',
    'onTime',
    'onTime.numerator',
    'onTime.denominator',
    'composite',
  ]);
  expect(sheet.rows[0]).toMatchObject({ reported: 40, onTime: 0.875, 'onTime.numerator': 28, 'onTime.denominator': 32, composite: 0.91 });
});
