/** ISO day of the Gregorian calendar, `YYYY-MM-DD`, as the clock on the wall of the place has it. */
export type IsoDate = string;

/**
 * `minute`, `hour` and `day` run continuously (urgent working hours, natural days: a day is 24 hours).
 * `working-hour` and `working-day` run only in working time: nights, weekends and holidays do not count, make-up days do.
 */
export type LimitUnit = 'minute' | 'hour' | 'day' | 'working-hour' | 'working-day';

/** How long something may take. `amount` is positive and may be a fraction (half a working day). */
export interface Limit {
  amount: number;
  unit: LimitUnit;
}

/**
 * The working calendar of a place. Treat it as immutable: tables computed from it are kept for as long as the object
 * lives, so an edited calendar is a new object, and one that is used often should be loaded once and kept.
 */
export interface Calendar {
  id: string;
  /** IANA zone, for example `Asia/Shanghai`. */
  timezone: string;
  /** Opening and closing on a working day, ascending, not overlapping, `24:00` allowed as the last closing. */
  hours: ReadonlyArray<readonly [opens: string, closes: string]>;
  years: ReadonlyMap<number, YearCalendar>;
}

/** What one year departs in from the plain week of Monday to Friday. */
export interface YearCalendar {
  /** Statutory days off. Those that fall on a weekend may be listed too: a deadline then names the holiday, not the weekend. */
  off: ReadonlySet<IsoDate>;
  /** Weekend days that are worked to make up for a day off. */
  makeUp: ReadonlySet<IsoDate>;
  /** What each listed day is called, for explanations. */
  names?: ReadonlyMap<IsoDate, string>;
}

/** The kinds of day that a calendar knows. `make-up` is a weekend day that is worked. */
export type DayKind = 'workday' | 'make-up' | 'weekend' | 'holiday';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/**
 * A computation touched a year that the calendar does not hold. Days off are decreed a year at a time, so a deadline in
 * an undecreed year cannot be known; guessing it would bind people to a date that later turns out to be a holiday.
 */
export class CalendarMissing extends Error {
  readonly calendarId: string;
  readonly year: number;

  constructor(calendarId: string, year: number) {
    super(`Calendar "${calendarId}" does not hold the year ${year}`);
    this.name = 'CalendarMissing';
    this.calendarId = calendarId;
    this.year = year;
  }
}

/** A calendar contradicts itself or holds something that is not a date or an hour. `date` names the row at fault, if one is. */
export class CalendarInvalid extends Error {
  readonly date: IsoDate | undefined;

  constructor(message: string, date?: IsoDate) {
    super(message);
    this.name = 'CalendarInvalid';
    this.date = date;
  }
}

/** Midnight of an ISO day as if the place kept UTC. Throws {@link CalendarInvalid} for what is not a day of the calendar. */
export function dayNumber(date: IsoDate): number {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse refuses 13 months but lets 30 February run over into March.
  if (Number.isNaN(midnight) || isoDate(midnight) !== date) throw new CalendarInvalid(`Not a date (YYYY-MM-DD): ${date}`, date);
  return midnight;
}

/** The ISO day on which a wall-clock time (milliseconds as if the place kept UTC) falls. */
export function isoDate(wall: number): IsoDate {
  return new Date(wall).toISOString().slice(0, 10);
}

/** What kind of day it is. Throws {@link CalendarMissing} for a year that the calendar does not hold. */
export function dayKind(calendar: Calendar, date: IsoDate): DayKind {
  const midnight = dayNumber(date);
  const year = calendar.years.get(Number(date.slice(0, 4)));
  if (!year) throw new CalendarMissing(calendar.id, Number(date.slice(0, 4)));
  if (year.makeUp.has(date)) return 'make-up';
  if (year.off.has(date)) return 'holiday';
  return isWeekend(midnight) ? 'weekend' : 'workday';
}

/** Whether people work on that day: Monday to Friday and make-up days, without the days off. Throws {@link CalendarMissing}. */
export function isWorkday(calendar: Calendar, date: IsoDate): boolean {
  const kind = dayKind(calendar, date);
  return kind === 'workday' || kind === 'make-up';
}

/** Saturday or Sunday, of a midnight as if the place kept UTC. */
export function isWeekend(midnight: number): boolean {
  const weekday = new Date(midnight).getUTCDay();
  return weekday === 0 || weekday === 6;
}
