import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  CalendarMissing,
  calendarFromRows,
  dueAt,
  isNever,
  type Limit,
  NEVER,
  statutoryCalendar,
  workingMinutes,
} from './index.ts';

const china = statutoryCalendar();
const at = (wall: string) => new Date(`${wall}+08:00`);
const shown = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const due = (start: string, amount: number, unit: Limit['unit']) => shown(dueAt(china, at(start), { amount, unit }));
const pause = (from: string, to: string | null) => ({ from: at(from), to: to === null ? null : at(to), reason: '等待反映人补充材料' });

describe('a limit in working time', () => {
  it('ends one working day after Tuesday 10:00 on Wednesday 10:00', () => {
    expect(due('2026-03-03T10:00', 1, 'working-day')).toBe('2026-03-04 10:00');
  });

  it('moves a start outside working hours to the next opening', () => {
    expect(due('2026-03-03T18:00', 1, 'working-day')).toBe('2026-03-04 18:00');
    expect(due('2026-03-03T12:30', 1, 'working-hour')).toBe('2026-03-03 15:00');
    expect(due('2026-03-03T03:00', 1, 'working-hour')).toBe('2026-03-03 09:00');
  });

  it('is stated at the closing when it would fall on the next opening', () => {
    expect(due('2026-03-03T08:00', 1, 'working-day')).toBe('2026-03-03 18:00');
    expect(due('2026-03-03T08:00', 4, 'working-hour')).toBe('2026-03-03 12:00');
  });

  it('skips the weekend', () => {
    expect(due('2026-03-06T17:00', 2, 'working-hour')).toBe('2026-03-09 09:00');
  });

  it('skips National Day and counts the make-up Saturday after it', () => {
    expect(due('2026-09-30T17:00', 1, 'working-day')).toBe('2026-10-08 17:00');
    expect(due('2026-10-09T17:00', 1, 'working-day')).toBe('2026-10-10 17:00');
  });

  it('keeps seconds', () => {
    const start = new Date('2026-03-03T10:00:30.250+08:00');
    expect(dueAt(china, start, { amount: 1, unit: 'working-hour' }).getTime() - start.getTime()).toBe(3_600_000);
  });

  it('takes part of a working day', () => {
    expect(due('2026-03-03T08:00', 0.5, 'working-day')).toBe('2026-03-03 12:00');
  });
});

describe('a limit in continuous time', () => {
  it('runs through nights, weekends and holidays', () => {
    expect(due('2026-09-30T23:30', 2, 'hour')).toBe('2026-10-01 01:30');
    expect(due('2026-09-30T23:30', 45, 'minute')).toBe('2026-10-01 00:15');
    expect(due('2026-09-30T23:30', 7, 'day')).toBe('2026-10-07 23:30');
  });

  it('needs no calendar for its years', () => {
    expect(due('2035-01-01T00:00', 15, 'day')).toBe('2035-01-16 00:00');
  });
});

describe('a pause', () => {
  const start = at('2026-03-03T10:00');
  const oneDay: Limit = { amount: 1, unit: 'working-day' };

  it('postpones by the working time it takes', () => {
    expect(shown(dueAt(china, start, oneDay, [pause('2026-03-03T16:00', '2026-03-04T09:00')]))).toBe('2026-03-04 15:00');
  });

  it('changes nothing in the night, before the start or after the end', () => {
    const idle = [
      pause('2026-03-03T19:00', '2026-03-04T07:00'),
      pause('2026-03-01T00:00', '2026-03-03T09:00'),
      pause('2026-03-05T00:00', '2026-03-06T00:00'),
    ];
    expect(dueAt(china, start, oneDay, idle)).toEqual(dueAt(china, start, oneDay));
  });

  it('counts once where two overlap, in any order', () => {
    const overlapping = [pause('2026-03-03T15:00', '2026-03-03T17:00'), pause('2026-03-03T14:00', '2026-03-03T16:00')];
    expect(dueAt(china, start, oneDay, overlapping)).toEqual(dueAt(china, start, oneDay, [pause('2026-03-03T14:00', '2026-03-03T17:00')]));
  });

  it('leaves the due moment unknown while it stands', () => {
    const held = dueAt(china, start, oneDay, [pause('2026-03-03T16:00', null)]);
    expect(isNever(held)).toBe(true);
    expect(held).toEqual(NEVER);
    expect(isNever(dueAt(china, start, oneDay))).toBe(false);
  });

  it('that opens only after the limit ran out changes nothing, even in a year without a calendar', () => {
    expect(dueAt(china, start, oneDay, [pause('2031-03-03T16:00', null)])).toEqual(dueAt(china, start, oneDay));
  });

  it('that ends before it begins is refused', () => {
    expect(() => dueAt(china, start, oneDay, [pause('2026-03-03T16:00', '2026-03-03T15:00')])).toThrow(RangeError);
  });
});

describe('a year that the calendar does not hold', () => {
  it('is refused by name when the count reaches it', () => {
    const late = () => dueAt(china, at('2026-12-31T17:00'), { amount: 2, unit: 'working-hour' });
    expect(late).toThrow(CalendarMissing);
    expect(late).toThrow(expect.objectContaining({ year: 2027, calendarId: 'cn-statutory' }));
    expect(() => dueAt(china, at('2003-06-01T08:00'), { amount: 1, unit: 'working-hour' })).toThrow(
      expect.objectContaining({ year: 2003 }),
    );
  });

  it('is not asked for when the limit ends with the last hour before it', () => {
    expect(due('2026-12-31T17:00', 1, 'working-hour')).toBe('2026-12-31 18:00');
  });

  it('is not asked for when a pause spans it', () => {
    const gap = calendarFromRows({ id: 'gap', timezone: 'Asia/Shanghai', hours: china.hours }, [
      [2026, []],
      [2028, []],
    ]);
    const held = dueAt(gap, at('2026-12-31T17:00'), { amount: 2, unit: 'working-hour' }, [pause('2026-12-31T18:00', '2028-01-03T00:00')]);
    expect(shown(held)).toBe('2028-01-03 09:00');
  });
});

describe('working minutes between two moments', () => {
  it('count only working time, and say how late something is as a negative number', () => {
    const [friday, monday] = [at('2026-03-06T17:00'), at('2026-03-09T09:00:30')];
    expect(workingMinutes(china, friday, monday)).toBe(120.5);
    expect(workingMinutes(china, monday, friday)).toBe(-120.5);
  });

  it('are zero from a moment to itself', () => {
    expect(workingMinutes(china, at('2026-03-06T17:00'), at('2026-03-06T17:00'))).toBe(0);
  });
});

describe('a limit that makes no sense', () => {
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('of %s is refused', (amount) => {
    expect(() => dueAt(china, at('2026-03-03T10:00'), { amount, unit: 'working-day' })).toThrow(RangeError);
    expect(() => dueAt(china, at('2026-03-03T10:00'), { amount, unit: 'hour' })).toThrow(RangeError);
  });

  it('from an invalid date is refused', () => {
    expect(() => dueAt(china, new Date('nonsense'), { amount: 1, unit: 'hour' })).toThrow(RangeError);
  });
});

describe('a place that changes its clocks', () => {
  const changes = ['2026-03-08', '2026-11-01'].map((date) => ({ date, kind: 'make-up' as const, name: '' }));
  const office = (hours: Calendar['hours']) => calendarFromRows({ id: 'ny', timezone: 'America/New_York', hours }, [[2026, changes]]);
  const spring = [new Date('2026-03-08T00:00:00-05:00'), new Date('2026-03-09T00:00:00-04:00')] as const;
  const autumn = [new Date('2026-11-01T00:00:00-04:00'), new Date('2026-11-02T00:00:00-05:00')] as const;

  it.each<[string, Calendar['hours'], number, number]>([
    ['a whole day', [['00:00', '24:00']], 23 * 60, 25 * 60],
    ['the hour that spring skips', [['02:00', '03:00']], 0, 60],
    ['the hour that autumn repeats', [['01:00', '02:00']], 60, 120],
    ['a stretch cut by the change', [['01:30', '03:30']], 60, 150],
  ])('works as long as the wall clock stands within %s', (_, hours, inSpring, inAutumn) => {
    expect(workingMinutes(office(hours), ...spring)).toBe(inSpring);
    expect(workingMinutes(office(hours), ...autumn)).toBe(inAutumn);
  });

  it('opens at the same hour on the wall before and after the change', () => {
    const start = new Date('2026-03-06T16:00:00-05:00');
    const counted = dueAt(office([['09:00', '17:00']]), start, { amount: 2, unit: 'working-hour' });
    expect(counted.toISOString()).toBe('2026-03-08T14:00:00.000Z'); // Sunday, worked, 10:00 daylight time
  });

  it('has 24 hours in a natural day', () => {
    const start = new Date('2026-03-07T16:00:00-05:00');
    const counted = dueAt(office([['09:00', '17:00']]), start, { amount: 1, unit: 'day' });
    expect(counted.getTime() - start.getTime()).toBe(24 * 3_600_000);
  });
});
