import { type Calendar, CalendarMissing, DAY, dayKind, isoDate } from './calendar.ts';
import { type Opening, readOpeningHours } from './opening-hours.ts';
import { type ZoneYear, zoneYearOf } from './zone-year.ts';

/**
 * All working time of one year as instants: stretch `i` runs from `opens[i]` to `closes[i]`, after `before[i]` milliseconds
 * of working time have passed since the year began. A deadline is then two binary searches, in any zone.
 */
export interface YearTable {
  from: number;
  until: number;
  opens: Float64Array;
  closes: Float64Array;
  before: Float64Array;
  total: number;
}

/** A calendar with what was computed from it. */
export interface Timetable {
  calendar: Calendar;
  openings: Opening[];
  /** Milliseconds of one full working day. */
  workingDay: number;
  years: Map<number, YearTable>;
}

const timetables = new WeakMap<Calendar, Timetable>();

/** The timetable of a calendar, read once for each calendar object. Throws CalendarInvalid for impossible hours. */
export function timetableOf(calendar: Calendar): Timetable {
  let timetable = timetables.get(calendar);
  if (!timetable) {
    const openings = readOpeningHours(calendar.hours);
    const workingDay = openings.reduce((sum, { opens, closes }) => sum + closes - opens, 0);
    timetable = { calendar, openings, workingDay, years: new Map() };
    timetables.set(calendar, timetable);
  }
  return timetable;
}

/** The table of the year in which an instant lies. Throws {@link CalendarMissing} when the calendar does not hold that year. */
export function tableAt(timetable: Timetable, instant: number): YearTable {
  const guess = timetable.years.get(new Date(instant).getUTCFullYear());
  if (guess && instant >= guess.from && instant < guess.until) return guess;
  const year = zoneYearOf(timetable.calendar.timezone, instant);
  const known = timetable.years.get(year.year);
  if (known) return known;
  const table = buildTable(timetable, year);
  timetable.years.set(year.year, table);
  return table;
}

/** The last stretch that begins at or before an instant, −1 before the first. */
export function stretchAt(table: YearTable, instant: number): number {
  return countWhile(table.opens, (opens) => opens <= instant) - 1;
}

/** Working milliseconds since the year began. */
export function workedBefore(table: YearTable, instant: number): number {
  const i = stretchAt(table, instant);
  return i < 0 ? 0 : table.before[i]! + Math.min(instant, table.closes[i]!) - table.opens[i]!;
}

/** The earliest instant at which `worked` (more than 0, at most `total`) milliseconds have passed: a closing, never an opening. */
export function instantAfter(table: YearTable, worked: number): number {
  const i = countWhile(table.before, (before) => before < worked) - 1;
  return table.opens[i]! + worked - table.before[i]!;
}

function countWhile(ascending: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(ascending[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

// An instant is working time when the wall clock there stands within the hours of a workday. Taking each span of constant
// offset by itself makes that hold through a change of the clocks: a skipped hour vanishes, a repeated hour counts twice.
function buildTable(timetable: Timetable, { year, from, until, spans }: ZoneYear): YearTable {
  const { calendar, openings } = timetable;
  if (!calendar.years.has(year)) throw new CalendarMissing(calendar.id, year);
  const workdays: number[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY) {
    const kind = dayKind(calendar, isoDate(day));
    if (kind === 'workday' || kind === 'make-up') workdays.push(day);
  }
  const opens: number[] = [];
  const closes: number[] = [];
  const before: number[] = [];
  let total = 0;
  for (const span of spans) {
    for (const day of workdays) {
      for (const opening of openings) {
        const start = Math.max(span.from, day + opening.opens - span.offset);
        const end = Math.min(span.until, day + opening.closes - span.offset);
        if (end <= start) continue;
        opens.push(start);
        closes.push(end);
        before.push(total);
        total += end - start;
      }
    }
  }
  return { from, until, opens: Float64Array.from(opens), closes: Float64Array.from(closes), before: Float64Array.from(before), total };
}
