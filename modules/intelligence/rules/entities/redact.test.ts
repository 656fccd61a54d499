import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksPersonal, mark, redact } from './redact.ts';

describe('redaction', () => {
  test.each([
    ['电话13800138000请回复', `电话${mark}请回复`],
    ['电话138-0013-8000', `电话${mark}`],
    ['电话１３８ ００１３ ８０００。', `电话${mark}。`],
    ['幺三八零零幺三八零零零', mark],
    ['座机027-87654321找我', `座机${mark}找我`],
    ['身份证11010519491231002X', `身份证${mark}`],
    ['邮箱 zhang.san@example.com 谢谢', `邮箱 ${mark} 谢谢`],
    ['车牌鄂A·12345挡路', `车牌${mark}挡路`],
    ['新能源车粤BD12345占道', `新能源车${mark}占道`],
    ['银行卡6222 0212 3456 7890 123', `银行卡${mark}`],
    ['微信号abc_12345', `微信号${mark}`],
    ['我叫张三，住在中山路', `我叫${mark}，住在中山路`],
    ['姓名：欧阳小明', `姓名：${mark}`],
    ['本人李四，反映如下', `本人${mark}，反映如下`],
    ['已联系赵小满（住户），请赵小满核对', `已联系${mark}（住户），请${mark}核对`],
    ['段先生来电，向阳女士也来电', `${mark}先生来电，${mark}女士也来电`],
    ['王先生来电', `${mark}先生来电`],
    ['中山路12号3栋2单元501室漏水', `中山路${mark}号${mark}栋${mark}单元${mark}室漏水`],
    ['五号楼三单元', `${mark}号楼${mark}单元`],
    ['3-2-501漏水', `${mark}漏水`],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  test.each([
    '中山路与解放大道路口井盖缺失',
    '3月12号晚上10点半还在施工',
    '2026-03-01 08:30 停水',
    '20260301停水',
    '地铁2号线出口积水，小区2号门堵塞',
    '三室一厅的房子',
    '本人多次反映无果',
    '已联系施工单位，并告知物业公司、通知商户',
    '已联系管理处，回复如下',
    '本人家住附近',
    '罚款1,200元，共300户，拖欠12个月',
    '第12345次投诉',
    '2019-11-07 17:57:47骑车经过',
    '2019.5.31之前，（2010）295号文件，2018——2019年计划，补偿1317401.4元',
    '这一栋楼和几十栋居民楼，建一座天桥',
    '联系方式、通知和说明、一个来自外地的业主，安全问题请安排老师处理',
  ])('leaves “%s” as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  const separator = fc.constantFrom(
    '',
    '',
    ' ',
    '-',
    '－',
    '\u00a0',
    '\u3000',
    '.',
    '·',
    '—',
    '_',
    '\u200b',
    ', ',
    '，',
    '、',
    ':',
    '\n',
    ' - ',
  );
  const width = fc.constantFrom(
    (digit: string) => digit,
    (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    (digit: string) => '零一二三四五六七八九'[Number(digit)] ?? digit,
    (digit: string) => String.fromCodePoint(0x1d7ce + Number(digit)),
  );
  const around = fc.constantFrom('', '我的电话', '号码：', '请拨打', 'tel', '。谢谢', 'abc', '7', '房间3', '\n');
  const disguised = (number: fc.Arbitrary<string>) =>
    fc
      .tuple(number, around, around, width, fc.array(separator, { minLength: 18, maxLength: 18 }))
      .map(
        ([digits, before, after, write, gaps]) =>
          before +
          [...digits].map((digit, i) => (/\d/.test(digit) ? write(digit) : digit) + (i < digits.length - 1 ? gaps[i] : '')).join('') +
          after,
      );
  const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const mobile = fc.tuple(fc.constantFrom('13', '14', '15', '16', '17', '18', '19'), digits(9)).map((parts) => parts.join(''));
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const citizen = fc
    .tuple(
      fc.integer({ min: 110000, max: 659999 }),
      fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
      digits(3),
    )
    .map(([area, born, order]) => `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`)
    .map((body) => body + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11]);
  /** An independent reader: what is left of a text when only numerals are looked at. */
  const numerals = (text: string) =>
    [...text.normalize('NFKC')]
      .map((c) => ('零一二三四五六七八九'.includes(c) ? String('零一二三四五六七八九'.indexOf(c)) : c))
      .filter((c) => /[\dXx▇]/.test(c))
      .join('')
      .toUpperCase();

  test('no mobile number survives, however it is spaced or written', () => {
    fc.assert(
      fc.property(disguised(mobile), (text) => {
        expect(numerals(redact(text))).not.toMatch(/1[3-9]\d{9}/);
        expect(looksPersonal(redact(text))).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test('no valid citizen number survives', () => {
    fc.assert(
      fc.property(
        citizen.chain((number) => disguised(fc.constant(number)).map((text) => [number, text] as const)),
        ([number, text]) => {
          expect(numerals(redact(text))).not.toContain(number);
          expect(numerals(redact(text)).replaceAll('▇', ' ')).not.toMatch(/\d{17}[\dX]/);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('what is redacted once is not changed again', () => {
    const piece = fc.oneof(
      disguised(mobile),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('我叫', '王小', '先生', '12', '栋', '3-', '2-501', '路', '号', 'A', '京', '@a.b', '本人', '▇', '室', '-', '1'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const first = redact(pieces.join(''));
        expect(redact(first)).toBe(first);
      }),
      { numRuns: 1000 },
    );
  });

  test('eight thousand characters are redacted in well under a second', () => {
    const text = '我叫张三，家住中山路12号3栋，电话138 0013 8000，井盖坏了没人管。'.repeat(220).slice(0, 8000);
    redact(text);
    const started = performance.now();
    redact(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test('what still looks personal is told', () => {
  expect(looksPersonal('请加微信：zhangsan88')).toBe(true);
  expect(looksPersonal('请联系微信：老地方见')).toBe(true);
  expect(looksPersonal('拨打 8765 4321')).toBe(true);
  expect(looksPersonal('井盖已于2026-03-01修好')).toBe(false);
});
