import { type Calendar, DAY, dayKind, type IsoDate, isoDate, type Limit, MINUTE } from './calendar.ts';
import { countsWorkingTime, dueAt, inOrder, isNever, type Pause } from './due.ts';
import { stretchAt, type Timetable, tableAt, timetableOf } from './year-table.ts';
import { instantAt, wallClock } from './zone-year.ts';

export type SkipCause = 'night' | 'weekend' | 'holiday' | 'pause';

/** Time that counted: of one day for working time, of one unbroken stretch for continuous time. */
export interface CountedStep {
  kind: 'counted';
  /** The day on which it begins. */
  date: IsoDate;
  /** A weekend day that counted because it is worked. */
  makeUp: boolean;
  intervals: { from: Date; to: Date }[];
  minutes: number;
}

/**
 * Time that did not count. Consecutive days with one cause are one step. `night` stands for a workday of which nothing was
 * left because the start lay after closing; nights and lunch breaks between counted stretches are not listed.
 */
export interface SkippedStep {
  kind: 'skipped';
  cause: SkipCause;
  from: Date;
  /** Null while a pause stands open; the days are then unknown too. */
  to: Date | null;
  firstDate: IsoDate;
  lastDate: IsoDate | null;
  /** How many dates it touches. */
  days: number | null;
  /** What the holidays are called, where the calendar says. */
  names?: string[];
  /** Of a pause. */
  reason?: string;
  approvedBy?: string;
}

export type DeadlineStep = CountedStep | SkippedStep;

/** A due moment and how it came about, in the order of time. The counted minutes add up to the limit once it is known. */
export interface Deadline {
  due: Date;
  steps: DeadlineStep[];
}

interface Span {
  from: number;
  to: number;
}

/**
 * When a limit runs out, and the steps that explain it to the people bound by it. The rule and the failures are those of
 * {@link dueAt}, which answers without the explanation and much faster.
 */
export function deadline(calendar: Calendar, start: Date, limit: Limit, pauses: readonly Pause[] = []): Deadline {
  const due = dueAt(calendar, start, limit, pauses);
  const from = start.getTime();
  const ordered = inOrder(pauses);
  const open = isNever(due) ? ordered.find((pause) => pause.to === Number.POSITIVE_INFINITY) : undefined;
  const until = open ? Math.max(from, open.from) : due.getTime();
  const held = ordered.filter((pause) => pause.to > Math.max(from, pause.from) && (pause === open || pause.from < until));
  const steps = countsWorkingTime(limit.unit)
    ? workingSteps(timetableOf(calendar), { from, to: until }, held)
    : continuousSteps(calendar, { from, to: until }, held);
  const paused = held.map(({ pause, ...span }) => pauseStep(calendar, from, span, pause));
  return { due, steps: [...steps, ...paused].sort((a, b) => beginning(a) - beginning(b)) };
}

function continuousSteps(calendar: Calendar, window: Span, pauses: Span[]): DeadlineStep[] {
  return without(window, pauses).map((stretch) => counted(isoDate(wallClock(calendar.timezone, stretch.from)), false, [stretch]));
}

function workingSteps(timetable: Timetable, window: Span, pauses: Span[]): DeadlineStep[] {
  const { calendar } = timetable;
  const steps: DeadlineStep[] = [];
  const midnight = Math.floor(wallClock(calendar.timezone, window.from) / DAY) * DAY;
  for (let day = midnight; instantAt(calendar.timezone, day) < window.to; day += DAY) {
    const begins = Math.max(window.from, instantAt(calendar.timezone, day));
    const ends = Math.min(window.to, instantAt(calendar.timezone, day + DAY));
    const free = without({ from: begins, to: ends }, pauses);
    // Days wholly inside a pause are explained by the pause, and may lie in a year that the count never touches.
    if (free.length === 0) continue;
    const open = stretchesBetween(timetable, begins, ends);
    const worked = open.flatMap((stretch) => without(stretch, pauses));
    const kind = dayKind(calendar, isoDate(day));
    if (worked.length > 0) steps.push(counted(isoDate(day), kind === 'make-up', worked));
    else if (open.length === 0) {
      addSkipped(steps, calendar, day, kind === 'weekend' || kind === 'holiday' ? kind : 'night', { from: begins, to: ends });
    }
  }
  return steps;
}

function addSkipped(steps: DeadlineStep[], calendar: Calendar, day: number, cause: SkipCause, span: Span): void {
  const date = isoDate(day);
  const name = cause === 'holiday' ? calendar.years.get(Number(date.slice(0, 4)))?.names?.get(date) : undefined;
  const last = steps.at(-1);
  if (last?.kind === 'skipped' && last.cause === cause && last.to?.getTime() === span.from) {
    last.to = new Date(span.to);
    last.lastDate = date;
    last.days = (last.days ?? 0) + 1;
    if (name && !last.names?.includes(name)) last.names = [...(last.names ?? []), name];
    return;
  }
  const dates = { firstDate: date, lastDate: date, days: 1 };
  steps.push({ kind: 'skipped', cause, from: new Date(span.from), to: new Date(span.to), ...dates, ...(name ? { names: [name] } : {}) });
}

function pauseStep({ timezone }: Calendar, start: number, span: Span, { reason, approvedBy }: Pause): SkippedStep {
  const from = Math.max(start, span.from);
  const open = span.to === Number.POSITIVE_INFINITY;
  const firstDay = Math.floor(wallClock(timezone, from) / DAY);
  const lastDay = open ? firstDay : Math.floor(wallClock(timezone, span.to - 1) / DAY);
  return {
    kind: 'skipped',
    cause: 'pause',
    from: new Date(from),
    to: open ? null : new Date(span.to),
    firstDate: isoDate(firstDay * DAY),
    lastDate: open ? null : isoDate(lastDay * DAY),
    days: open ? null : lastDay - firstDay + 1,
    reason,
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}

function counted(date: IsoDate, makeUp: boolean, stretches: Span[]): CountedStep {
  const intervals = stretches.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  return { kind: 'counted', date, makeUp, intervals, minutes: stretches.reduce((sum, { from, to }) => sum + to - from, 0) / MINUTE };
}

/** The working stretches between two instants of one day. */
function stretchesBetween(timetable: Timetable, from: number, to: number): Span[] {
  const table = tableAt(timetable, from);
  const stretches: Span[] = [];
  for (let i = Math.max(0, stretchAt(table, from)); i < table.opens.length && table.opens[i]! < to; i++) {
    const stretch = { from: Math.max(from, table.opens[i]!), to: Math.min(to, table.closes[i]!) };
    if (stretch.to > stretch.from) stretches.push(stretch);
  }
  return stretches;
}

/** What is left of a span outside the pauses, which come by their beginning. */
function without(span: Span, pauses: Span[]): Span[] {
  const left: Span[] = [];
  let cursor = span.from;
  for (const pause of pauses) {
    if (pause.from >= span.to) break;
    if (pause.from > cursor) left.push({ from: cursor, to: pause.from });
    cursor = Math.max(cursor, pause.to);
  }
  if (cursor < span.to) left.push({ from: cursor, to: span.to });
  return left;
}

function beginning(step: DeadlineStep): number {
  return step.kind === 'counted' ? step.intervals[0]!.from.getTime() : step.from.getTime();
}
