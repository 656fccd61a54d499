import { type Calendar, CalendarMissing, deadline, dueAt, type Limit } from '@gongzhi/platform/working-time';
import { uuidv7 } from 'uuidv7';
import { matterProblems } from '../problems.ts';
import type { Change, ClockStart } from './change.ts';
import type { ClockRow, PauseRow, Snapshot } from './snapshot.ts';

/** How the clocks of one matter stand after an act, and which of them changed. */
export interface ClockMoves {
  started: ClockRow[];
  changed: ClockRow[];
  newPauses: { clockId: string; from: Date; reason: string; approvedBy: string | null }[];
  endedPauses: { clockId: string; from: Date; to: Date }[];
  /** All clocks after the act. */
  all: ClockRow[];
}

interface Wishes {
  starts: ClockStart[];
  stops: { name: string; organisationId?: string; at?: Date }[];
  pauses: readonly string[];
  resumes: readonly string[];
  pause: Change['pause'];
  extend: Change['extend'];
}

/** When a clock falls due, with its pauses; a year without a calendar is a refusal, not a guess. */
export function computeDue(calendar: Calendar, start: Date, limit: Limit, pauses: PauseRow[] = []): Date {
  try {
    return dueAt(calendar, start, limit, pauses.map(asPause));
  } catch (error) {
    throw missingCalendar(error);
  }
}

/** The same with the steps that led there, for the page. */
export function explainDue(calendar: Calendar, clock: ClockRow) {
  try {
    return deadline(calendar, clock.startedAt, clock.limit, clock.pauses.map(asPause));
  } catch (error) {
    throw missingCalendar(error);
  }
}

function asPause(pause: PauseRow) {
  return { from: pause.from, to: pause.to, reason: pause.reason, ...(pause.approvedBy ? { approvedBy: pause.approvedBy } : {}) };
}

function missingCalendar(error: unknown): unknown {
  return error instanceof CalendarMissing
    ? matterProblems['calendar-missing']({ detail: `No calendar for ${error.year}`, more: { year: error.year } })
    : error;
}

export function startClock(calendar: Calendar, start: ClockStart, now: Date): ClockRow {
  const startedAt = start.since?.startedAt ?? now;
  const pauses = (start.since?.pauses ?? []).map((pause) => ({ ...pause, to: pause.to ?? now }));
  return {
    id: uuidv7(),
    name: start.name,
    organisationId: start.organisationId ?? null,
    rule: start.rule,
    calendar: calendar.id,
    limit: start.limit,
    startedAt,
    dueAt: computeDue(calendar, startedAt, start.limit, pauses),
    stoppedAt: null,
    breached: false,
    paused: false,
    pauses,
  };
}

/** Moves the clocks of a matter as an act wishes. Pure. A clock started again while it runs begins anew. */
export function moveClocks(matter: Snapshot, calendar: Calendar, wishes: Wishes, now: Date): ClockMoves {
  const clocks = matter.clocks.map((clock) => ({ ...clock, pauses: [...clock.pauses] }));
  const touched = new Set<ClockRow>();
  const moves: ClockMoves = { started: [], changed: [], newPauses: [], endedPauses: [], all: clocks };
  const running = (name: string, organisationId?: string | null) =>
    clocks.filter(
      (clock) =>
        clock.name === name && clock.stoppedAt === null && (organisationId === undefined || clock.organisationId === organisationId),
    );
  const resume = (clock: ClockRow) => {
    const pause = clock.pauses.find((item) => item.to === null);
    if (!pause) return;
    pause.to = now;
    clock.paused = false;
    clock.dueAt = computeDue(calendar, clock.startedAt, clock.limit, clock.pauses);
    moves.endedPauses.push({ clockId: clock.id, from: pause.from, to: now });
    touched.add(clock);
  };
  const stop = (clock: ClockRow, at: Date = now) => {
    resume(clock);
    clock.stoppedAt = at;
    clock.breached = at > clock.dueAt;
    touched.add(clock);
  };

  for (const { name, organisationId, at } of wishes.stops) for (const clock of running(name, organisationId)) stop(clock, at);
  for (const name of wishes.resumes) running(name).forEach(resume);
  for (const name of wishes.pauses)
    for (const clock of running(name).filter((item) => !item.paused)) {
      clock.paused = true;
      clock.pauses.push({ from: now, to: null, reason: wishes.pause?.reason ?? '', approvedBy: wishes.pause?.approvedBy ?? null });
      moves.newPauses.push({
        clockId: clock.id,
        from: now,
        reason: wishes.pause?.reason ?? '',
        approvedBy: wishes.pause?.approvedBy ?? null,
      });
      touched.add(clock);
    }
  if (wishes.extend)
    for (const clock of running(wishes.extend.clock)) {
      // An extension in the clock's own unit lengthens its limit; in another unit it is counted on from the due time, so that
      // the deadline can still be explained from one start and one limit.
      clock.limit = sameUnit(clock.limit, wishes.extend.by);
      clock.dueAt = computeDue(calendar, clock.startedAt, clock.limit, clock.pauses);
      touched.add(clock);
    }
  for (const start of wishes.starts) {
    for (const clock of running(start.name, start.organisationId ?? null)) stop(clock);
    const clock = startClock(calendar, start, now);
    clocks.push(clock);
    moves.started.push(clock);
    for (const { from, to, reason, approvedBy } of clock.pauses) {
      moves.newPauses.push({ clockId: clock.id, from, reason, approvedBy });
      moves.endedPauses.push({ clockId: clock.id, from, to: to as Date });
    }
  }
  moves.changed = [...touched].filter((clock) => !moves.started.includes(clock));
  return moves;
}

function sameUnit(limit: Limit, by: Limit): Limit {
  if (limit.unit !== by.unit)
    throw matterProblems['action-not-now']({ detail: `An extension is given in the unit of the clock: ${limit.unit}` });
  return { amount: limit.amount + by.amount, unit: limit.unit };
}

/** The due time of the matter: that of the first running main clock; none while it is paused. */
export function mainDue(clocks: ClockRow[], mainClocks: readonly string[], before: Date | null): Date | null {
  for (const name of mainClocks) {
    const clock = clocks.filter((item) => item.name === name).findLast((item) => item.stoppedAt === null);
    if (clock) return clock.paused ? null : clock.dueAt;
  }
  const last = mainClocks.flatMap((name) => clocks.filter((item) => item.name === name).slice(-1))[0];
  return last ? last.dueAt : before;
}
