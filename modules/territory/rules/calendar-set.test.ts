import { CalendarInvalid } from '@gongzhi/platform/working-time';
import { expect, test } from 'vitest';
import { calendarSet, type PlaceCalendar, statutoryId } from './calendar-set.ts';

const hours: [string, string][] = [['08:00', '12:00']];
const calendar = (id: string, areaCode: string | null, years: PlaceCalendar['years'] = new Map()): PlaceCalendar => ({
  id,
  areaCode,
  name: id,
  timezone: 'Asia/Shanghai',
  hours,
  years,
});
const holiday = { date: '2026-01-01', kind: 'off' as const, name: '元旦' };
const statutory = calendar(
  statutoryId,
  null,
  new Map([
    [2025, []],
    [2026, [holiday]],
  ]),
);

test('the nearest area with a calendar decides, its own code included, and the statutory one elsewhere', () => {
  const set = calendarSet([statutory, calendar('district', '990106'), calendar('community', '990106002001')]);
  expect(set.forArea('990106002001').id).toBe('community');
  expect(set.forArea('990106002001003').id).toBe('community');
  expect(set.forArea('990106002').id).toBe('district');
  expect(set.forArea('990107').id).toBe(statutoryId);
  expect(set.forArea('').id).toBe(statutoryId);
});

test('a place holds the years that it states itself and the statutory ones besides', () => {
  const set = calendarSet([
    statutory,
    calendar(
      'district',
      '990106',
      new Map([
        [2026, []],
        [2027, [{ ...holiday, date: '2027-01-01' }]],
      ]),
    ),
  ]);
  const years = set.byId.get('district')!.years;
  expect([...years.keys()].sort()).toEqual([2025, 2026, 2027]);
  expect(years.get(2026)!.off.size).toBe(0);
  expect(set.days('district', 2025)).toEqual([]);
  expect(set.days('district', 2028)).toBeUndefined();
  expect(set.byId.get(statutoryId)!.years.has(2027)).toBe(false);
});

test('an impossible calendar is refused', () => {
  expect(() => calendarSet([{ ...statutory, timezone: 'Asia/Nowhere' }])).toThrow(CalendarInvalid);
});
