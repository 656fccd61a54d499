import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, calendarFromRows, deadline, dueAt, type Limit, type Pause, workingMinutes } from './index.ts';

// The reference knows nothing of tables, searches or offsets: it asks Intl for the wall clock of every minute and counts.
const MINUTE = 60_000;
const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Europe/London'];
const formats = new Map(zones.map((zone) => [zone, wallFormat(zone)]));
const walls = new Map<string, { date: string; weekend: boolean; minute: number }>();

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', weekday: 'short' },
  });
}

function wallAt(zone: string, instant: number) {
  // Clocks change on a quarter of an hour everywhere, so one answer serves fifteen minutes.
  const quarter = Math.floor(instant / (15 * MINUTE));
  const key = `${zone}${quarter}`;
  let wall = walls.get(key);
  if (!wall) {
    const part = Object.fromEntries(
      formats
        .get(zone)!
        .formatToParts(quarter * 15 * MINUTE)
        .map(({ type, value }) => [type, value]),
    );
    const date = `${part.year}-${part.month}-${part.day}`;
    wall = { date, weekend: part.weekday === 'Sat' || part.weekday === 'Sun', minute: Number(part.hour) * 60 + Number(part.minute) };
    walls.set(key, wall);
  }
  return { ...wall, minute: wall.minute + Math.floor(instant / MINUTE) - quarter * 15 };
}

function isWorkingMinute(calendar: Calendar, instant: number): boolean {
  const { date, weekend, minute } = wallAt(calendar.timezone, instant);
  const year = calendar.years.get(Number(date.slice(0, 4)));
  if (!year) throw new Error(`the reference left the years of the test: ${date}`);
  const works = year.makeUp.has(date) || (!weekend && !year.off.has(date));
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return works && calendar.hours.some(([opens, closes]) => opens <= clock && clock < closes);
}

function slowDue(calendar: Calendar, start: number, minutes: number, working: boolean, pauses: Pause[]): number {
  let left = minutes;
  for (let instant = start; ; instant += MINUTE) {
    const held = pauses.some(({ from, to }) => from.getTime() <= instant && (to === null || instant < to.getTime()));
    if (!held && (!working || isWorkingMinute(calendar, instant))) left--;
    if (left === 0) return instant + MINUTE;
  }
}

function slowWorkingMinutes(calendar: Calendar, from: number, to: number): number {
  let worked = 0;
  for (let instant = from; instant < to; instant += MINUTE) if (isWorkingMinute(calendar, instant)) worked++;
  return worked;
}

const hours: Calendar['hours'][] = [
  [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ],
  [['09:30', '17:15']],
  [['00:00', '24:00']],
  [
    ['00:00', '02:30'],
    ['02:45', '06:00'],
    ['22:00', '24:00'],
  ],
];
// Around these days clocks change, years turn, or nothing happens.
const turns = ['2025-12-29', '2026-03-05', '2026-03-27', '2026-04-02', '2026-06-15', '2026-10-01', '2026-10-29', '2026-12-29'];

const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    timezone: fc.constantFrom(...zones),
    hours: fc.constantFrom(...hours),
    odd: fc.uniqueArray(fc.integer({ min: 0, max: 3 * 365 - 1 }), { minLength: 0, maxLength: 250 }),
  })
  .map(({ odd, ...head }) => {
    // An odd weekday is off, an odd weekend day is worked.
    const rows = odd.map((offset) => {
      const day = new Date(Date.UTC(2025, 0, 1 + offset));
      const kind: 'off' | 'make-up' = day.getUTCDay() % 6 === 0 ? 'make-up' : 'off';
      return { date: day.toISOString().slice(0, 10), kind, name: '' };
    });
    const years = [2025, 2026, 2027].map((year) => [year, rows.filter(({ date }) => date.startsWith(`${year}`))] as const);
    return calendarFromRows({ id: 'drawn', ...head }, years);
  });

const moments = fc
  .record({ day: fc.constantFrom(...turns), minutes: fc.integer({ min: 0, max: 6 * 1440 }) })
  .map(({ day, minutes }) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE));
const minuteLimits = fc.integer({ min: 1, max: 1500 });
const units = fc.constantFrom<Limit['unit']>('minute', 'working-hour');
const limitOf = (minutes: number, unit: Limit['unit']): Limit => ({ amount: unit === 'minute' ? minutes : minutes / 60, unit });

const pausesFrom = (start: Date) =>
  fc.array(
    fc
      .record({ after: fc.integer({ min: -600, max: 4000 }), length: fc.integer({ min: 0, max: 2000 }) })
      .map(({ after, length }): Pause => {
        const from = new Date(start.getTime() + after * MINUTE);
        return { from, to: new Date(from.getTime() + length * MINUTE), reason: 'drawn' };
      }),
    { maxLength: 4 },
  );
const runs = fc
  .record({ calendar: calendars, start: moments, minutes: minuteLimits, unit: units })
  .chain((run) => pausesFrom(run.start).map((pauses) => ({ ...run, pauses })));

describe('working time, against a walk through every minute', () => {
  it('gives the same due moment in every zone, with any pauses', () => {
    fc.assert(
      fc.property(runs, ({ calendar, start, minutes, unit, pauses }) => {
        const expected = slowDue(calendar, start.getTime(), minutes, unit === 'working-hour', pauses);
        expect(dueAt(calendar, start, limitOf(minutes, unit), pauses).toISOString()).toBe(new Date(expected).toISOString());
      }),
      { numRuns: 400 },
    );
  });

  it('counts the same working minutes between two moments', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 0, max: 20_000 }), (calendar, from, length) => {
        const to = new Date(from.getTime() + length * MINUTE);
        expect(workingMinutes(calendar, from, to)).toBe(slowWorkingMinutes(calendar, from.getTime(), to.getTime()));
      }),
      { numRuns: 200 },
    );
  });

  it('explains every deadline with intervals that are working minutes, do not overlap and add up to the limit', () => {
    fc.assert(
      fc.property(runs, ({ calendar, start, minutes, unit, pauses }) => {
        const { due, steps } = deadline(calendar, start, limitOf(minutes, unit), pauses);
        const intervals = steps.flatMap((step) => (step.kind === 'counted' ? step.intervals : []));
        let previous = start.getTime();
        for (const { from, to } of intervals) {
          expect(from.getTime()).toBeGreaterThanOrEqual(previous);
          expect(to.getTime()).toBeGreaterThan(from.getTime());
          if (unit === 'working-hour') {
            expect(isWorkingMinute(calendar, from.getTime())).toBe(true);
            expect(isWorkingMinute(calendar, to.getTime() - MINUTE)).toBe(true);
          }
          previous = to.getTime();
        }
        expect(previous).toBe(due.getTime());
        expect(steps.reduce((sum, step) => sum + (step.kind === 'counted' ? step.minutes : 0), 0)).toBeCloseTo(minutes, 6);
      }),
      { numRuns: 400 },
    );
  });
});

describe('working time, against itself', () => {
  it('is only ever postponed by one more pause', () => {
    fc.assert(
      fc.property(runs, ({ calendar, start, minutes, unit, pauses }) => {
        const due = (held: Pause[]) => dueAt(calendar, start, limitOf(minutes, unit), held).getTime();
        for (let i = 0; i < pauses.length; i++) expect(due(pauses.slice(0, i + 1))).toBeGreaterThanOrEqual(due(pauses.slice(0, i)));
      }),
    );
  });

  it('reaches the same moment in one limit as in its two parts', () => {
    fc.assert(
      fc.property(runs, minuteLimits, ({ calendar, start, minutes, unit, pauses }, more) => {
        const halfway = dueAt(calendar, start, limitOf(minutes, unit), pauses);
        const inParts = dueAt(calendar, halfway, limitOf(more, unit), pauses);
        expect(inParts).toEqual(dueAt(calendar, start, limitOf(minutes + more, unit), pauses));
      }),
    );
  });

  it('never comes earlier for a later start or a longer limit', () => {
    fc.assert(
      fc.property(runs, minuteLimits, minuteLimits, ({ calendar, start, minutes, unit, pauses }, later, longer) => {
        const due = dueAt(calendar, start, limitOf(minutes, unit), pauses).getTime();
        const postponed = new Date(start.getTime() + later * 1000);
        expect(dueAt(calendar, postponed, limitOf(minutes, unit), pauses).getTime()).toBeGreaterThanOrEqual(due);
        expect(dueAt(calendar, start, limitOf(minutes + longer, unit), pauses).getTime()).toBeGreaterThan(due);
      }),
    );
  });

  it('finds between start and due exactly the working minutes of the limit', () => {
    fc.assert(
      fc.property(calendars, moments, minuteLimits, (calendar, start, minutes) => {
        const due = dueAt(calendar, start, limitOf(minutes, 'working-hour'));
        expect(workingMinutes(calendar, start, due)).toBeCloseTo(minutes, 6);
      }),
    );
  });

  it('adds working minutes over any moment in between', () => {
    fc.assert(
      fc.property(calendars, moments, moments, moments, (calendar, a, b, c) => {
        const whole = workingMinutes(calendar, a, c);
        expect(workingMinutes(calendar, a, b) + workingMinutes(calendar, b, c)).toBeCloseTo(whole, 6);
      }),
    );
  });
});
