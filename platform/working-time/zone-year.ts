import { DAY } from './calendar.ts';

/** A stretch of instants during which a zone keeps one offset from UTC (`offset` = wall clock − UTC, in milliseconds). */
export interface OffsetSpan {
  from: number;
  until: number;
  offset: number;
}

/** One year as a zone lives it: its first instant, the first instant of the next, and the offsets it keeps meanwhile. */
export interface ZoneYear {
  year: number;
  from: number;
  until: number;
  spans: OffsetSpan[];
}

const known = new Map<string, ZoneYear>();
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The year of a zone. Asking Intl for an offset takes microseconds, so each year is probed once a day's distance, the
 * changes found by bisection, and the result kept. Throws RangeError for an unknown zone.
 */
export function zoneYear(timezone: string, year: number): ZoneYear {
  const key = `${timezone} ${year}`;
  const found = known.get(key);
  if (found) return found;
  const start = Date.UTC(year, 0, 1);
  const end = Date.UTC(year + 1, 0, 1);
  const around = offsetSpans(timezone, start - 2 * DAY, end + 2 * DAY);
  const from = firstInstantAt(around, start);
  const until = firstInstantAt(around, end);
  const spans = around
    .filter((span) => span.from < until && span.until > from)
    .map((span) => ({ from: Math.max(span.from, from), until: Math.min(span.until, until), offset: span.offset }));
  const probed = { year, from, until, spans };
  known.set(key, probed);
  return probed;
}

/** The year of a zone in which an instant lies. */
export function zoneYearOf(timezone: string, instant: number): ZoneYear {
  const year = new Date(instant).getUTCFullYear();
  const found = zoneYear(timezone, year);
  if (instant < found.from) return zoneYear(timezone, year - 1);
  return instant < found.until ? found : zoneYear(timezone, year + 1);
}

/** What the clock on the wall shows at an instant, in milliseconds as if the place kept UTC. */
export function wallClock(timezone: string, instant: number): number {
  const { spans } = zoneYearOf(timezone, instant);
  return instant + spans.find((span) => instant < span.until)!.offset;
}

/** The first instant at which the wall clock has reached a time. Inside the hour that spring skips, that is the change itself. */
export function instantAt(timezone: string, wall: number): number {
  return firstInstantAt(zoneYear(timezone, new Date(wall).getUTCFullYear()).spans, wall);
}

function firstInstantAt(spans: OffsetSpan[], wall: number): number {
  for (const { from, until, offset } of spans) {
    const instant = Math.max(from, wall - offset);
    if (instant < until) return instant;
  }
  return spans.at(-1)!.until;
}

function offsetSpans(timezone: string, from: number, until: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [{ from, until, offset: offsetAt(timezone, from) }];
  for (let probe = from; probe < until; probe += DAY) {
    const last = spans.at(-1)!;
    const offset = offsetAt(timezone, probe);
    if (offset === last.offset) continue;
    let before = probe - DAY;
    let after = probe;
    // Zones change on a whole second.
    while (after - before > 1000) {
      const middle = before + Math.floor((after - before) / 2000) * 1000;
      if (offsetAt(timezone, middle) === last.offset) before = middle;
      else after = middle;
    }
    last.until = after;
    spans.push({ from: after, until, offset });
  }
  return spans;
}

function offsetAt(timezone: string, instant: number): number {
  let format = formats.get(timezone);
  if (!format) {
    const numeric = 'numeric';
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
    });
    formats.set(timezone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - instant;
}
