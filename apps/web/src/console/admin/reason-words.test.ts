import { expect, it } from 'vitest';
import { reasonWords } from './reason-words.ts';

it('a reason told in both languages is shown in the reader’s', () => {
  const reason = '没有这一天 no such day in the calendar';
  expect(reasonWords(reason, 'zh')).toBe('没有这一天');
  expect(reasonWords(reason, 'en')).toBe('no such day in the calendar');
});

it('a mark at the seam belongs to the side that it stands on', () => {
  expect(reasonWords('坐标精度不足（约一公里以上），未采用 the coordinate is cut', 'zh')).toBe('坐标精度不足（约一公里以上），未采用');
});

it('a reason in English alone is said in Chinese with what it names', () => {
  expect(reasonWords('stands in row 7 already', 'zh')).toBe('与第 7 行重复');
  expect(reasonWords('stands in row 7 already', 'en')).toBe('stands in row 7 already');
});

it('a reason in Chinese alone stands as it came', () => {
  expect(reasonWords('没有这一天', 'en')).toBe('没有这一天');
});
