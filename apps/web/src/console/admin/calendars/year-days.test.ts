import { expect, it } from 'vitest';
import { monthCells, toggled, workdays } from './year-days.ts';

it('a month begins under its weekday and holds all its days', () => {
  const cells = monthCells(2026, 2);
  expect(cells.slice(0, 7)).toEqual([null, null, null, null, null, null, '2026-02-01']);
  expect(cells.filter(Boolean)).toHaveLength(28);
  expect(monthCells(2024, 2).at(-1)).toBe('2024-02-29');
});

it('a click makes a working day off and a weekend a make-up day, a second click takes it back', () => {
  const off = toggled(new Map(), '2026-10-01', '国庆节');
  expect(off.get('2026-10-01')).toEqual({ date: '2026-10-01', kind: 'off', name: '国庆节' });
  expect(toggled(new Map(), '2026-10-10', '国庆节').get('2026-10-10')?.kind).toBe('make-up');
  expect(toggled(off, '2026-10-01', '').size).toBe(0);
});

it('counts the days on which work is done', () => {
  expect(workdays(2026, new Map())).toBe(261);
  expect(workdays(2026, toggled(toggled(new Map(), '2026-10-01', ''), '2026-10-10', ''))).toBe(261);
  expect(workdays(2026, toggled(new Map(), '2026-10-01', ''))).toBe(260);
});
