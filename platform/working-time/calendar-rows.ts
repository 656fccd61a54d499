import { type Calendar, CalendarInvalid, dayNumber, type IsoDate, isWeekend, type YearCalendar } from './calendar.ts';
import { readOpeningHours } from './opening-hours.ts';

/** One decreed day as it is stored and edited: a day off, or a weekend day that is worked. `name` may be empty. */
export interface CalendarRow {
  date: IsoDate;
  kind: 'off' | 'make-up';
  name: string;
}

/** What a calendar is apart from its years. */
export type CalendarHead = Pick<Calendar, 'id' | 'timezone' | 'hours'>;

/**
 * A calendar from stored rows, by year. A year with an empty list is held and has no day off besides weekends; a year that
 * is not listed is not held. Throws CalendarInvalid, with the date at fault, for a row that is no date or lies in another
 * year, a day listed twice, a make-up day on a weekday; and for impossible hours or an unknown zone.
 */
export function calendarFromRows(head: CalendarHead, years: Iterable<readonly [year: number, rows: Iterable<CalendarRow>]>): Calendar {
  readOpeningHours(head.hours);
  checkZone(head.timezone);
  const held = new Map<number, YearCalendar>();
  for (const [year, rows] of years) held.set(year, yearFromRows(year, rows));
  return { id: head.id, timezone: head.timezone, hours: head.hours, years: held };
}

/** The rows of a calendar by year, in the order of dates: the reverse of {@link calendarFromRows}. */
export function toRows(calendar: Calendar): Map<number, CalendarRow[]> {
  const years = new Map<number, CalendarRow[]>();
  for (const [year, { off, makeUp, names }] of calendar.years) {
    const row = (date: IsoDate, kind: CalendarRow['kind']): CalendarRow => ({ date, kind, name: names?.get(date) ?? '' });
    const rows = [...[...off].map((date) => row(date, 'off')), ...[...makeUp].map((date) => row(date, 'make-up'))];
    years.set(
      year,
      rows.sort((a, b) => (a.date < b.date ? -1 : 1)),
    );
  }
  return years;
}

function yearFromRows(year: number, rows: Iterable<CalendarRow>): YearCalendar {
  const off = new Set<IsoDate>();
  const makeUp = new Set<IsoDate>();
  const names = new Map<IsoDate, string>();
  for (const { date, kind, name } of rows) {
    const midnight = dayNumber(date);
    if (Number(date.slice(0, 4)) !== year) throw new CalendarInvalid(`${date} does not lie in ${year}`, date);
    if (off.has(date) || makeUp.has(date)) throw new CalendarInvalid(`${date} is listed twice`, date);
    if (kind === 'make-up' && !isWeekend(midnight)) throw new CalendarInvalid(`${date} is a weekday, worked anyway`, date);
    (kind === 'off' ? off : makeUp).add(date);
    if (name) names.set(date, name);
  }
  return { off, makeUp, names };
}

function checkZone(timezone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw new CalendarInvalid(`Unknown time zone: ${timezone}`);
  }
}
