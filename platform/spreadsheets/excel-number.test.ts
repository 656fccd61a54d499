import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateFormatOf, numberText, serialText, serialToCalendar } from './excel-number.ts';

test('the text of a number always denotes the same double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
      for (const stored of [String(value), value.toPrecision(17), value.toExponential()])
        expect(Number(numberText(stored)) + 0).toBe(value + 0);
    }),
  );
});

test('whole numbers of any length keep every digit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (value) => {
      expect(numberText(String(value))).toBe(String(value));
    }),
  );
});

test('what is no number is left alone', () => {
  expect(numberText(' 1.2.3 ')).toBe('1.2.3');
});

test('every day from March 1900 to 2100 comes back from its serial', () => {
  for (let day = Date.UTC(1900, 2, 1); day < Date.UTC(2100, 0, 1); day += 86_400_000) {
    const at = serialToCalendar(day / 86_400_000 + 25_569)!;
    expect(Date.UTC(at.year, at.month - 1, at.day)).toBe(day);
  }
});

test('a second is never lost to the double behind a serial', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_399 }), (second) => {
      const expected = new Date(second * 1000).toISOString().slice(11, 19);
      expect(serialText(String(43_510 + second / 86_400), 'time', false)).toBe(`2019-02-14T${expected}`);
    }),
  );
});

test('January and February 1900 and the day that never was', () => {
  expect(serialText('1', 'date', false)).toBe('1900-01-01');
  expect(serialText('59', 'date', false)).toBe('1900-02-28');
  expect(serialText('60', 'date', false)).toBe('60');
  expect(serialText('61', 'date', false)).toBe('1900-03-01');
});

test('durations, times and what is outside the calendar', () => {
  expect(serialText('1.0625', 'duration', false)).toBe('25:30:00');
  expect(serialText('0.75', 'date', false)).toBe('18:00:00');
  expect(serialText('-3', 'date', false)).toBe('-3');
  expect(serialText('9999999', 'date', false)).toBe('9999999');
});

test.each([
  [14, undefined, 'date'],
  [22, undefined, 'time'],
  [46, undefined, 'duration'],
  [0, undefined, null],
  [2, undefined, null],
  [200, 'General', null],
  [200, '0.00E+00', null],
  [200, '[Red]#,##0.00', null],
  [200, '"day "0', null],
  [200, '\\d0', null],
  [200, 'yyyy/m/d', 'date'],
  [200, '[$-F800]dddd, mmmm dd, yyyy', 'date'],
  [200, 'm/d/yy h:mm AM/PM', 'time'],
  [200, '[mm]:ss', 'duration'],
])('number format %s %s shows %s', (id, code, expected) => {
  expect(dateFormatOf(id, code)).toBe(expected);
});
