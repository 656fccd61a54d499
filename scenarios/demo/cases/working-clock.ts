import type { Limit } from '@gongzhi/contract/primitives';
import { type Calendar, dueAt, statutoryCalendar } from '@gongzhi/platform/working-time';
import type { DemoPause } from './rows.ts';

/** Milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

/**
 * The calendar on which the story is told. Years that are not decreed yet count as plain weeks here: a demo must start in any year,
 * while the product itself refuses to promise a date in such a year.
 */
export function storyCalendar(from: Date, to: Date): Calendar {
  const statutory = statutoryCalendar();
  const years = new Map(statutory.years);
  for (let year = from.getUTCFullYear() - 1; year <= to.getUTCFullYear() + 2; year++) {
    if (!years.has(year)) years.set(year, { off: new Set(), makeUp: new Set() });
  }
  return { ...statutory, years };
}

/** When a share of a limit is used up, counted from `start`. */
export function usedUp(calendar: Calendar, start: number, limit: Limit, share: number, pauses: readonly DemoPause[] = []): number {
  // Continuous time without a pause needs no calendar; it is most of what is asked.
  if (pauses.length === 0 && isContinuous(limit)) return start + Math.round(minutesOf(limit) * share * MINUTE);
  const used = share === 1 ? limit : { amount: limit.amount * share, unit: limit.unit };
  if (pauses.length === 0) return dueAt(calendar, new Date(start), used).getTime();
  const ended = pauses.flatMap(({ from, to, reason }) => (to === null ? [] : [{ from, to, reason }]));
  return dueAt(calendar, new Date(start), used, ended).getTime();
}

/** `minutes` of working time after a moment: when somebody at a desk gets to it. */
export function atDesk(calendar: Calendar, from: number, minutes: number): number {
  return dueAt(calendar, new Date(from), { amount: minutes / 60, unit: 'working-hour' }).getTime();
}

const MINUTES = { minute: 1, hour: 60, day: 1440, 'working-hour': 60, 'working-day': 480 };

/** Minutes of a limit if it ran without a break; a working day counts as eight hours. */
export function minutesOf({ amount, unit }: Limit): number {
  return amount * MINUTES[unit];
}

export function isContinuous({ unit }: Limit): boolean {
  return unit === 'minute' || unit === 'hour' || unit === 'day';
}

/** Hour of the day in Shanghai, 0 to 23. */
export function hourOf(milliseconds: number): number {
  return Math.floor(((milliseconds + SHANGHAI) % DAY) / HOUR);
}

/** Month in Shanghai, 1 to 12, and day of the month. */
export function monthAndDay(milliseconds: number): [month: number, day: number] {
  const date = new Date(milliseconds + SHANGHAI);
  return [date.getUTCMonth() + 1, date.getUTCDate()];
}

/** 0 for Sunday. */
export function weekdayOf(milliseconds: number): number {
  return (Math.floor((milliseconds + SHANGHAI) / DAY) + 4) % 7;
}

const stamps = new Map<number, string>();
/** `YYYYMMDD` in Shanghai. */
export function dayStamp(milliseconds: number): string {
  const day = Math.floor((milliseconds + SHANGHAI) / DAY);
  let stamp = stamps.get(day);
  if (!stamp) {
    stamp = new Date(day * DAY).toISOString().slice(0, 10).replaceAll('-', '');
    stamps.set(day, stamp);
  }
  return stamp;
}
