import { type Calendar, CalendarInvalid, MINUTE } from './calendar.ts';

/** One stretch of working time within a day, in milliseconds after midnight on the wall clock. */
export interface Opening {
  opens: number;
  closes: number;
}

/**
 * Reads `[['08:00','12:00'],['14:00','18:00']]`. Throws {@link CalendarInvalid} when nothing is open, an hour is not one,
 * or stretches overlap or stand out of order. A shift over midnight is written as two stretches, each in its own day.
 */
export function readOpeningHours(hours: Calendar['hours']): Opening[] {
  const openings = hours.map(([opens, closes]) => ({ opens: timeOfDay(opens), closes: timeOfDay(closes) }));
  if (openings.length === 0) throw new CalendarInvalid('A calendar needs at least one stretch of working hours');
  let previous = 0;
  for (const { opens, closes } of openings) {
    if (opens < previous || closes <= opens)
      throw new CalendarInvalid(`Working hours must ascend and not overlap: ${JSON.stringify(hours)}`);
    previous = closes;
  }
  return openings;
}

/** The working minutes of one full working day: what "1 working day" is worth. */
export function minutesPerWorkingDay(calendar: Calendar): number {
  return readOpeningHours(calendar.hours).reduce((sum, { opens, closes }) => sum + closes - opens, 0) / MINUTE;
}

function timeOfDay(text: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= 24 * 60)) throw new CalendarInvalid(`Not a time of day (HH:MM, up to 24:00): ${text}`);
  return minutes * MINUTE;
}
