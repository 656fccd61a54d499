import { type Calendar, type CalendarRow, calendarFromRows } from '@gongzhi/platform/working-time';

/** The calendar that holds everywhere unless a place has its own, and that gives every other one the years it does not hold itself. */
export const statutoryId = 'cn-statutory';

/** A calendar as a place keeps it: its own years only, each with the days that differ from the plain week. */
export interface PlaceCalendar {
  id: string;
  areaCode: string | null;
  name: string;
  timezone: string;
  hours: [string, string][];
  years: Map<number, CalendarRow[]>;
}

/** All calendars together, each completed by the statutory years. */
export interface CalendarSet {
  /** As kept, with the years that are its own. */
  kept: ReadonlyMap<string, PlaceCalendar>;
  byId: ReadonlyMap<string, Calendar>;
  /** The calendar of the nearest area above or at the code, else the statutory one. */
  forArea(code: string): Calendar;
  /** Days of a year, the statutory ones where the calendar does not hold the year; undefined where neither does. */
  days(id: string, year: number): CalendarRow[] | undefined;
}

/** Puts the calendars together; throws CalendarInvalid where one of them is impossible. */
export function calendarSet(calendars: readonly PlaceCalendar[]): CalendarSet {
  const kept = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const statutory = kept.get(statutoryId)?.years ?? new Map<number, CalendarRow[]>();
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendarFromRows(calendar, new Map([...statutory, ...calendar.years]))]));
  const byArea = new Map(
    calendars.flatMap((calendar) => (calendar.areaCode === null ? [] : [[calendar.areaCode, byId.get(calendar.id)!]])),
  );
  return {
    kept,
    byId,
    forArea(code) {
      if (byArea.size > 0) {
        for (let length = code.length; length > 0; length--) {
          const found = byArea.get(code.slice(0, length));
          if (found) return found;
        }
      }
      return byId.get(statutoryId)!;
    },
    days: (id, year) => kept.get(id)?.years.get(year) ?? statutory.get(year),
  };
}
