import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDateOrder, instantOf, knowsTimezone, parseWhen, wallClock, whenReasons } from './index.ts';

const shanghai = { timezone: 'Asia/Shanghai' };
const read = (text: string, options: Parameters<typeof parseWhen>[1] = shanghai) => {
  const when = parseWhen(text, options);
  return when.ok ? when.when.toISOString() : when.reason;
};

describe('reading a date', () => {
  test.each([
    '2019/2/14 20:00:00',
    '2019-02-14 20:00',
    '2019-02-14T20:00:00',
    '2019-02-14T20:00:00+08:00',
    '2019-02-14 20:00:00 +0800',
    '2019-02-14T12:00:00Z',
    '2019-02-14T12:00:00.000Z',
    '2019.2.14 20:00',
    '2019年2月14日 20时',
    '2019年02月14日20时00分00秒',
    '2019年2月14日下午8:00',
    '2019 年 2 月 14 日 晚上 8 点',
    '2019年2月14日（星期四）20:00',
    '２０１９／２／１４　２０：００',
    '14.02.2019 20:00',
    '14/2/2019 8:00 pm',
    '2/14/2019 8:00:00 PM',
    'Feb 14, 2019 8:00 PM',
    '14 Feb 2019 20:00',
    'Thu, 14 Feb 2019 12:00:00 GMT',
    '20190214200000',
    '201902142000',
    '43510.8333333333',
  ])('%s is eight in the evening of 14 February 2019 in Shanghai', (text) => {
    expect(read(text)).toBe('2019-02-14T12:00:00.000Z');
  });

  test.each(['2019/2/14', '2019-02-14', '2019年2月14日', '14.02.2019', '20190214', '43510'])('%s is a day without a time', (text) => {
    expect(parseWhen(text, shanghai)).toEqual({ ok: true, when: new Date('2019-02-13T16:00:00Z'), dateOnly: true });
  });

  test('the order settles what could be either, and only that', () => {
    const american = { timezone: 'America/New_York', order: 'month-first' } as const;
    expect(read('04/12/2018 11:11:26 AM', american)).toBe('2018-04-12T15:11:26.000Z');
    expect(read('04/12/2018 12:00:00 AM', american)).toBe('2018-04-12T04:00:00.000Z');
    expect(read('04/12/2018 12:30:00 PM', american)).toBe('2018-04-12T16:30:00.000Z');
    expect(read('04/12/2018', { ...shanghai, order: 'day-first' })).toBe('2018-12-03T16:00:00.000Z');
    expect(read('04/12/2018')).toBe('order_unknown');
    expect(read('2018/4/12', american)).toBe('2018-04-12T04:00:00.000Z');
    expect(read('4.12.2018', american)).toBe('2018-12-04T05:00:00.000Z');
    expect(read('14/2/2018', american)).toBe('no_such_day');
  });

  test.each([
    ['', 'not_a_date'],
    ['明天', 'not_a_date'],
    ['2019/2', 'not_a_date'],
    ['2019/2/14 8', 'not_a_date'],
    ['2019-2/14', 'not_a_date'],
    ['13912345678', 'not_a_date'],
    ['A市2019年2月14日', 'not_a_date'],
    ['2019/2/30', 'no_such_day'],
    ['2019-13-01', 'no_such_day'],
    ['2019/0/1', 'no_such_day'],
    ['2100-02-29', 'no_such_day'],
    ['20190230', 'no_such_day'],
    ['2019/2/14 24:01', 'no_such_time'],
    ['2019/2/14 20:60', 'no_such_time'],
    ['2019/2/14 13:00 PM', 'no_such_time'],
    ['2019-02-14T20:00:00+19:00', 'no_such_time'],
    ['2/14/19', 'year_unclear'],
    ['1900/1/1', 'year_implausible'],
    ['0019/2/14', 'year_implausible'],
    ['99999', 'year_implausible'],
  ])('%j is refused: %s', (text, reason) => {
    expect(read(text)).toBe(reason);
    expect(whenReasons[reason as keyof typeof whenReasons].zh).not.toBe('');
  });

  test('midnight may be written as the end of a day', () => {
    expect(read('2019/2/14 24:00')).toBe('2019-02-14T16:00:00.000Z');
  });

  test('every minute survives being written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1) / 60_000, max: Date.UTC(2099, 11, 31) / 60_000 }), (minute) => {
        const when = new Date(minute * 60_000);
        const local = new Date(wallClock(when, 'Asia/Shanghai')).toISOString();
        expect(read(local.slice(0, 16).replace('T', ' '))).toBe(when.toISOString());
        const [year, month, day] = local.slice(0, 10).split('-').map(Number);
        expect(read(`${year}年${month}月${day}日 ${local.slice(11, 16)}`)).toBe(when.toISOString());
      }),
    );
  });

  test('no text makes it throw', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 40 });
    const near = fc.string({ unit: fc.constantFrom(...'0123456789/-.: 年月日时TZAPM+上下午'), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(any, near), (text) => {
        expect(typeof parseWhen(text, shanghai).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('wall clocks', () => {
  const local = (text: string) => Date.parse(`${text}Z`);
  test('a reading in the hour that is skipped moves on by the gap', () => {
    expect(instantOf(local('2019-03-10T02:30:00'), 'America/New_York').toISOString()).toBe('2019-03-10T07:30:00.000Z');
  });
  test('a reading that happens twice is the earlier one', () => {
    expect(instantOf(local('2018-11-04T01:30:00'), 'America/New_York').toISOString()).toBe('2018-11-04T05:30:00.000Z');
  });
  test('Shanghai had summer time until 1991', () => {
    expect(instantOf(local('1988-07-01T12:00:00'), 'Asia/Shanghai').toISOString()).toBe('1988-07-01T03:00:00.000Z');
  });
  test('a reading outside gaps comes back the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.constantFrom('America/New_York', 'Asia/Shanghai', 'Asia/Kathmandu'),
        (second, zone) => {
          const wall = second * 1000;
          const back = wallClock(instantOf(wall, zone), zone);
          expect([0, 3_600_000, 900_000]).toContain(back - wall);
        },
      ),
    );
  });
  test('names of zones are checked', () => {
    expect([knowsTimezone('Asia/Shanghai'), knowsTimezone('Mars/Olympus')]).toEqual([true, false]);
  });
});

describe('the order of day and month over a column', () => {
  test.each([
    [['04/12/2018', '04/13/2018', ''], 'month-first', 'certain'],
    [['04/12/2018', '13/04/2018'], 'day-first', 'certain'],
    [['04.12.2018'], 'day-first', 'certain'],
    [['2018/4/12', '2018-04-12 10:00'], 'year-first', 'certain'],
    [['04/12/2018 11:11:26 AM'], 'month-first', 'likely'],
    [['04/12/2018', '01/02/2018'], null, 'unsure'],
    [['13/04/2018', '14/04/2018', '04/15/2018'], 'day-first', 'unsure'],
    [[], 'year-first', 'unsure'],
  ] as const)('%j: %s, %s', (samples, order, certainty) => {
    expect(guessDateOrder(samples)).toMatchObject({ order, certainty });
  });
});
