import { describe, expect, it } from 'vitest';
import { agoText, dayOf, momentText, spanText } from './dates.ts';
import { dueTone } from './due-text.tsx';
import texts from './texts.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
type Tree = { [key: string]: string | Tree };
const t = (key: string, values: Record<string, unknown> = {}) => {
  const found = key
    .replace('kit:', '')
    .split('.')
    .reduce<string | Tree>((tree, part) => (tree as Tree)[part]!, texts.zh) as string;
  return found.replaceAll(/{{(\w+)}}/g, (_all, name) => String(values[name]));
};

describe('a length of time', () => {
  it.each([
    [20_000, '不到1分钟'],
    [35 * minute, '35分钟'],
    [2 * hour, '2小时'],
    [2 * hour + 5 * minute, '2小时5分'],
    [9 * hour + 40 * minute, '9小时'],
    [day + 5 * hour, '1天5小时'],
    [-2 * day, '2天'],
    [12 * day + 9 * hour, '12天'],
  ])('of %i ms is said as %s', (length, words) => expect(spanText(length, t)).toBe(words));
});

describe('a moment', () => {
  const now = Date.parse('2026-03-02T10:00:00+08:00');
  it.each([
    ['2026-03-02T09:59:40+08:00', '刚刚'],
    ['2026-03-02T09:20:00+08:00', '40分钟前'],
    ['2026-03-02T00:10:00+08:00', '今天 00:10'],
    ['2026-03-02T18:00:00+08:00', '今天 18:00'],
    ['2026-03-01T23:50:00+08:00', '昨天 23:50'],
    ['2026-03-03T08:30:00+08:00', '明天 08:30'],
    ['2026-01-05T08:30:00+08:00', '1月5日 08:30'],
    ['2025-12-31T08:30:00+08:00', '2025年12月31日 08:30'],
  ])('%s is said as %s', (at, words) => expect(agoText(at, 'zh', t, now)).toBe(words));

  it('belongs to the day of the place, not of the computer', () => {
    expect(dayOf('2026-03-01T17:00:00Z')).toBe('2026-03-02');
    expect(momentText('2026-03-01T17:00:00Z', 'en', now)).toBe('2 Mar 01:00');
  });
});

describe('a deadline', () => {
  const now = Date.parse('2026-03-02T10:00:00Z');
  const at = (hours: number) => new Date(now + hours * hour).toISOString();
  it('is late once past, soon within four hours, and calm before', () => {
    expect([dueTone(at(-0.1), now), dueTone(at(3.9), now), dueTone(at(4.1), now), dueTone(null, now)]).toEqual([
      'late',
      'soon',
      'calm',
      'none',
    ]);
  });
  it('that was met stays met, and one that was missed stays missed', () => {
    expect([dueTone(at(-5), now, at(-6)), dueTone(at(-5), now, at(-4))]).toEqual(['kept', 'late']);
  });
  it('whose clock stands is neither', () => expect(dueTone(at(-1), now, null, true)).toBe('paused'));
});
