import { describe, expect, it } from 'vitest';
import { behindRow, levelBelow } from './drill.ts';

const period = { from: '2026-01-15', to: '2026-02-20' };

describe('the question behind a row', () => {
  it('adds the row to what the table is narrowed to', () => {
    expect(behindRow('area', '990106001', period, { category: '0103', unit: undefined })).toEqual({
      ...period,
      category: '0103',
      area: '990106001',
    });
    expect(behindRow('unit', null, period, { area: '990106' })).toEqual({ ...period, area: '990106' });
  });

  it('of a day or a month asks for its days, cut at the ends of the period', () => {
    expect(behindRow('day', '2026-02-01', period, {})).toEqual({ from: '2026-02-01', to: '2026-02-01' });
    expect(behindRow('month', '2026-01', period, {})).toEqual({ from: '2026-01-15', to: '2026-01-31' });
    expect(behindRow('month', '2026-02', period, {})).toEqual({ from: '2026-02-01', to: '2026-02-20' });
    expect(behindRow('month', '2028-02', { from: '2028-01-01', to: '2028-12-31' }, {}).to).toBe('2028-02-29');
  });
});

it('an area opens into the level below it, down to the grid', () => {
  expect(['990106', '990106001', '990106001002', '990106001002003'].map(levelBelow)).toEqual(['subdistrict', 'community', 'grid', null]);
});
