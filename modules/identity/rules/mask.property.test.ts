import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskName, maskPhone } from './mask.ts';
import { normalisePhone } from './phone-number.ts';

const phone = fc.stringMatching(/^\d{7,15}$/);

test('at least four digits of any telephone stay hidden, and never more than seven show', () => {
  fc.assert(
    fc.property(phone, (digits) => {
      const masked = maskPhone(digits);
      const shown = masked.replaceAll('*', '');
      expect(shown.length).toBeLessThanOrEqual(Math.min(7, digits.length - 4));
      const [front = '', back = ''] = masked.split('****');
      expect(digits.startsWith(front) && digits.endsWith(back)).toBe(true);
    }),
  );
});

test('of any name at most one character shows, never a digit, and its length does not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      const masked = maskName(name);
      const [first] = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name.trim());
      expect(masked.endsWith('**')).toBe(true);
      expect([first?.segment ?? '', '']).toContain(masked.slice(0, -2));
      expect(masked).not.toMatch(/\d/);
      expect(name.trim() === '' || masked.slice(0, -2) !== name.trim()).toBe(true);
    }),
  );
});

test('names and telephones look as people expect', () => {
  expect([maskName('张三'), maskName('欧阳娜娜'), maskName(' John Smith '), maskName('张'), maskName(''), maskName('13812345678')]).toEqual(
    ['张**', '欧**', 'J**', '**', '**', '**'],
  );
  expect([maskPhone('13812341234'), maskPhone('01088889999'), maskPhone('88889999'), maskPhone('8888999')]).toEqual([
    '138****1234',
    '010****9999',
    '88****99',
    '****99',
  ]);
});

test('a telephone has one form however it is written, and what is none has none', () => {
  for (const raw of ['13812345678', '+86 138 1234 5678', '86-138-1234-5678', '(0086)13812345678', '１３８１２３４５６７８'])
    expect(normalisePhone(raw)).toBe('13812345678');
  expect(normalisePhone('+1 (202) 555-0100')).toBe('12025550100');
  for (const raw of ['', '12345', '1-----2', '1234567890123456', '138x2345678', '13812345678 转 2', '+', '１２３'])
    expect(normalisePhone(raw)).toBeNull();
});
