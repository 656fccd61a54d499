import { type Calendar, DAY, type Limit, type LimitUnit, MINUTE } from './calendar.ts';
import { instantAfter, type Timetable, tableAt, timetableOf, workedBefore } from './year-table.ts';

/** Time that does not count, because somebody allowed it. `to` is null while the pause stands. */
export interface Pause {
  from: Date;
  to: Date | null;
  reason: string;
  approvedBy?: string;
}

/**
 * The due moment of a clock that stands in an open pause: not known yet, later than every real moment. It sorts last and
 * is never past, and both database engines store it.
 */
export const NEVER = new Date('9999-12-31T23:59:59.999Z');

/** Whether a due moment is unknown because a pause is open. */
export function isNever(due: Date): boolean {
  return due.getTime() >= NEVER.getTime();
}

/**
 * When a limit that starts now runs out.
 *
 * - `minute`, `hour` and `day` run continuously; a day is 24 hours. No calendar year is needed.
 * - `working-hour` runs only in working time. A start outside it moves to the next opening.
 * - `working-day` is a full working day's worth of hours counted from the start, not "by the end of a later day":
 *   1 working day from Tuesday 10:00 ends Wednesday 10:00, from Tuesday 18:00 it ends Wednesday 18:00.
 * - The due moment is the earliest at which the limit is used up. What would fall on an opening is therefore stated at the
 *   closing before it, and the last hour of a year needs no calendar for the next.
 * - Pauses may overlap and come in any order; time in a pause does not count. While an open pause (`to: null`) holds the
 *   clock, the due moment is {@link NEVER}.
 *
 * Throws CalendarMissing for a year that the count reaches and the calendar does not hold, RangeError for a limit that is
 * not positive, an invalid date, or a pause that ends before it begins.
 */
export function dueAt(calendar: Calendar, start: Date, limit: Limit, pauses: readonly Pause[] = []): Date {
  const timetable = timetableOf(calendar);
  const pace = paceOf(limit.unit);
  let remaining = milliseconds(timetable, limit);
  let cursor = moment(start, 'start');
  for (const pause of inOrder(pauses)) {
    if (pause.from > cursor) {
      const run = pace(timetable, cursor, remaining, pause.from);
      if (run.due !== null) return new Date(run.due);
      remaining = run.left;
    }
    if (pause.to > cursor) cursor = pause.to;
    if (cursor === Number.POSITIVE_INFINITY) return new Date(NEVER.getTime());
  }
  return new Date(pace(timetable, cursor, remaining, Number.POSITIVE_INFINITY).due!);
}

/**
 * Working minutes between two moments, with fractions for seconds; negative when `to` lies before `from`, so that it also
 * says by how much something is late. Throws CalendarMissing for a year in between that the calendar does not hold.
 */
export function workingMinutes(calendar: Calendar, from: Date, to: Date): number {
  const [start, end] = [moment(from, 'from'), moment(to, 'to')];
  if (end < start) return -workingMinutes(calendar, to, from);
  const timetable = timetableOf(calendar);
  let worked = 0;
  for (let cursor = start; cursor < end; ) {
    const table = tableAt(timetable, cursor);
    worked += workedBefore(table, Math.min(end, table.until)) - workedBefore(table, cursor);
    cursor = table.until;
  }
  return worked / MINUTE;
}

/** Whether a unit counts working time only. */
export function countsWorkingTime(unit: LimitUnit): boolean {
  return unit === 'working-hour' || unit === 'working-day';
}

/** Pauses by their beginning, an open one ending at infinity. Throws RangeError for one that ends before it begins. */
export function inOrder(pauses: readonly Pause[]): { from: number; to: number; pause: Pause }[] {
  const spans = pauses.map((pause) => {
    const from = moment(pause.from, 'pause.from');
    const to = pause.to === null ? Number.POSITIVE_INFINITY : moment(pause.to, 'pause.to');
    if (to < from) throw new RangeError(`A pause ends before it begins: ${pause.from.toISOString()}`);
    return { from, to, pause };
  });
  return spans.sort((a, b) => a.from - b.from);
}

/** Runs a clock from `cursor` until `remaining` milliseconds are used up or `bound` is reached, whichever comes first. */
type Pace = (timetable: Timetable, cursor: number, remaining: number, bound: number) => { due: number | null; left: number };

function paceOf(unit: LimitUnit): Pace {
  return countsWorkingTime(unit) ? runInWorkingTime : runContinuously;
}

const runContinuously: Pace = (_, cursor, remaining, bound) =>
  cursor + remaining <= bound ? { due: cursor + remaining, left: 0 } : { due: null, left: remaining - (bound - cursor) };

const runInWorkingTime: Pace = (timetable, cursor, remaining, bound) => {
  let left = remaining;
  for (let from = cursor; from < bound; ) {
    const table = tableAt(timetable, from);
    const already = workedBefore(table, from);
    const available = (bound < table.until ? workedBefore(table, bound) : table.total) - already;
    if (left <= available) return { due: instantAfter(table, already + left), left: 0 };
    left -= available;
    from = table.until;
  }
  return { due: null, left };
};

function milliseconds(timetable: Timetable, { amount, unit }: Limit): number {
  const each = { minute: MINUTE, hour: 60 * MINUTE, day: DAY, 'working-hour': 60 * MINUTE, 'working-day': timetable.workingDay }[unit];
  if (each === undefined) throw new RangeError(`Unknown unit of time: ${unit}`);
  const total = Math.round(amount * each);
  if (!(total > 0 && total < Number.MAX_SAFE_INTEGER)) throw new RangeError(`A limit must be positive: ${amount} ${unit}`);
  return total;
}

function moment(date: Date, name: string): number {
  const instant = date.getTime();
  if (Number.isNaN(instant)) throw new RangeError(`${name} is not a valid date`);
  return instant;
}
