import statutory from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Calendar, IsoDate } from './calendar.ts';
import { type CalendarRow, calendarFromRows } from './calendar-rows.ts';

/** The years whose days off and make-up days the State Council has decreed and chinese-days holds. */
export const STATUTORY_YEARS = { first: 2004, last: 2026 } as const;

const built = new Map<string, Calendar>();

/**
 * The statutory calendar of mainland China, 2004 to 2026: Asia/Shanghai, 08:00–12:00 and 14:00–18:00. One object for each
 * id, so that its tables are computed once.
 *
 * The decreed days are read from the data of chinese-days and not asked of its functions: those take "YYYY-MM-DD" for
 * midnight UTC and answer for the day before on a machine west of Greenwich, call an unknown year's days workdays, and
 * their `isInLieu` is false on make-up workdays.
 */
export function statutoryCalendar(id = 'cn-statutory'): Calendar {
  let calendar = built.get(id);
  if (!calendar) {
    const years: [number, CalendarRow[]][] = [];
    for (let year = STATUTORY_YEARS.first; year <= STATUTORY_YEARS.last; year++) years.push([year, decreedDays(year)]);
    calendar = calendarFromRows({ id, timezone: 'Asia/Shanghai', hours: DEFAULT_HOURS }, years);
    built.set(id, calendar);
  }
  return calendar;
}

/** The usual working hours of a public office. A default: the hours of the place are data. */
export const DEFAULT_HOURS: Calendar['hours'] = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
];

function decreedDays(year: number): CalendarRow[] {
  const rows = [
    ...Object.entries(statutory.holidays).map(([date, label]) => ({ date, kind: 'off' as const, name: chineseName(label) })),
    ...Object.entries(statutory.workdays).map(([date, label]) => ({
      date,
      kind: 'make-up' as const,
      name: `${chineseName(label)}调休上班`,
    })),
  ];
  return rows.filter(({ date }) => date.startsWith(`${year}-`)).sort(byDate);
}

// The data names a day "National Day,国庆节,3": English, Chinese, days of leave.
function chineseName(label: string): string {
  return label.split(',')[1] ?? label;
}

function byDate(a: { date: IsoDate }, b: { date: IsoDate }): number {
  return a.date < b.date ? -1 : 1;
}
