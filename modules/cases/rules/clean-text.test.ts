import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';

test.each([
  ['a&nbsp;&amp;&lt;b&gt;&ldquo;c&rdquo;&#20013;&#x6587;', 'a &<b>“c”中文'],
  ['&amp;lt;', '&lt;'],
  ['&unknown; &#0; &#99999999; AT&T; &', '&unknown; &#0; &#99999999; AT&T; &'],
  ['第一行<br/>第二行<BR>第三行<p>段</p>', '第一行\n第二行\n第三行\n段'],
  ['<A市征地补偿办法>', '<A市征地补偿办法>'],
  ['\u3000\u3000尊敬的领导：\u00a0\u00a0\t您好\r\n\r\n\r\n\r\n 谢谢 \r', '尊敬的领导： 您好\n\n谢谢'],
  ['a\u0000b\u0007c\u200bd\ufeffe\u202ef', 'abcdef'],
  ['a\ud800b', 'a\ufffdb'],
  ['家👨‍👩‍👧好', '家👨‍👩‍👧好'],
])('%j becomes %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('a line has no breaks', () => {
  expect(cleanLine(' 路灯\n\n不亮\r\n了 ')).toBe('路灯 不亮 了');
});

test('nothing that can be seen is lost, and cleaning twice changes nothing more', () => {
  const blank = /[\s\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu;
  const letters = fc.constantFrom(...'路灯Aa1<>《》.,!？ \n\t\r\u3000\u00a0\u200b\u0001😀'.match(/./gsu)!);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
      fc.pre(!/&|<\/?(br|p|div)/i.test(text));
      const clean = cleanText(text);
      expect(clean.replace(blank, '')).toBe(text.replace(blank, ''));
      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 1000 },
  );
});
