import { isWorkday as isWorkdayOfLibrary } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import {
  CalendarInvalid,
  CalendarMissing,
  type CalendarRow,
  calendarFromRows,
  dayKind,
  isWorkday,
  statutoryCalendar,
  toRows,
} from './index.ts';

const china = statutoryCalendar();
const office = { id: 'office', timezone: 'Asia/Shanghai', hours: china.hours };

describe('the statutory calendar', () => {
  it('holds 2004 to 2026 and refuses the years around them', () => {
    expect([...china.years.keys()]).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
    expect(() => isWorkday(china, '2003-12-31')).toThrow(CalendarMissing);
    expect(() => isWorkday(china, '2027-01-01')).toThrow(CalendarMissing);
  });

  it('makes up for the holidays of 2026 on six weekend days', () => {
    const expected = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
    expect([...china.years.get(2026)!.makeUp]).toEqual(expected);
    for (const date of expected) expect(dayKind(china, date)).toBe('make-up');
  });

  // The 33 of the decree counts every day of the seven holidays, the weekend days inside them too: 19 of them are weekdays.
  it('gives 33 days off in 2026, of which 19 would have been worked', () => {
    const off = [...china.years.get(2026)!.off];
    expect(off).toHaveLength(33);
    expect(off.filter((date) => new Date(date).getUTCDay() % 6 !== 0)).toHaveLength(19);
  });

  it('agrees with chinese-days about every day of its 23 years', () => {
    for (let day = new Date(2004, 0, 1, 12); day.getFullYear() < 2027; day.setDate(day.getDate() + 1)) {
      const date = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
      expect(isWorkday(china, date), date).toBe(isWorkdayOfLibrary(day));
    }
  });

  it('is one object, so that what was computed from it is kept', () => {
    expect(statutoryCalendar()).toBe(china);
  });

  it('refuses what is not a date', () => {
    for (const date of ['2026-02-30', '2026-13-01', '2026-1-1', '20260101', ''])
      expect(() => isWorkday(china, date)).toThrow(CalendarInvalid);
  });
});

describe('a calendar as rows', () => {
  it('comes back as it went', () => {
    const rows = toRows(china);
    expect(rows.get(2026)).toHaveLength(39);
    expect(rows.get(2026)![0]).toEqual({ date: '2026-01-01', kind: 'off', name: '元旦' });
    expect(rows.get(2026)![3]).toEqual({ date: '2026-01-04', kind: 'make-up', name: '元旦调休上班' });
    expect(toRows(calendarFromRows(china, rows))).toEqual(rows);
  });

  it('holds a year without any day off when its list is empty', () => {
    const plain = calendarFromRows(office, [[2030, []]]);
    expect(isWorkday(plain, '2030-01-01')).toBe(true);
    expect(isWorkday(plain, '2030-01-05')).toBe(false);
  });

  it.each<[string, CalendarRow[]]>([
    ['lies in another year', [{ date: '2025-01-01', kind: 'off', name: '' }]],
    ['is no date', [{ date: '2026-02-29', kind: 'off', name: '' }]],
    ['makes up on a weekday', [{ date: '2026-01-05', kind: 'make-up', name: '' }]],
    [
      'is off and worked at once',
      [
        { date: '2026-01-04', kind: 'off', name: '' },
        { date: '2026-01-04', kind: 'make-up', name: '' },
      ],
    ],
  ])('refuses a row that %s, and names its date', (_, rows) => {
    expect(() => calendarFromRows(office, [[2026, rows]])).toThrow(
      expect.objectContaining({ name: 'CalendarInvalid', date: rows.at(-1)!.date }),
    );
  });

  it.each([
    [[]],
    [[['12:00', '08:00']]],
    [[['08:00', '25:00']]],
    [[['8:00', '12:00']]],
    [
      [
        ['08:00', '12:00'],
        ['11:00', '13:00'],
      ],
    ],
  ])('refuses working hours %j', (hours) => {
    expect(() => calendarFromRows({ ...office, hours: hours as unknown as typeof office.hours }, [])).toThrow(CalendarInvalid);
  });

  it('refuses an unknown time zone', () => {
    expect(() => calendarFromRows({ ...office, timezone: 'Asia/Peking' }, [])).toThrow(CalendarInvalid);
  });
});
