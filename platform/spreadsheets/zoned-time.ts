const DAY = 86_400_000;
const MOST_REMEMBERED = 50_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const remembered = new Map<string, Map<number, number>>();

/** Whether the machine knows an IANA zone by this name. */
export function knowsTimezone(timezone: string): boolean {
  try {
    formatOf(timezone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a wall clock reading in a zone. `local` holds the reading as if it were UTC, in milliseconds. A reading that happens
 * twice (clocks set back) is the earlier one; one that never happens (clocks set forward) moves on by the gap, as calendars do:
 * systems write due times like 02:30 on that night by adding days to a wall clock.
 */
export function instantOf(local: number, timezone: string): Date {
  const before = local - offsetAt(local - DAY, timezone);
  if (before + offsetAt(before, timezone) === local) return new Date(before);
  const after = local - offsetAt(local + DAY, timezone);
  if (after + offsetAt(after, timezone) === local) return new Date(after);
  return new Date(before);
}

/** The wall clock of an instant in a zone, as if it were UTC, in milliseconds. */
export function wallClock(instant: Date, timezone: string): number {
  return instant.getTime() + offsetAt(instant.getTime(), timezone);
}

/**
 * What a zone's clocks are ahead of UTC at an instant, in milliseconds. Asking the engine is slow and files repeat their days: a day that
 * begins and ends alike has one answer for all of it (no zone has ever changed twice in a day).
 */
function offsetAt(instant: number, timezone: string): number {
  const known = remembered.get(timezone) ?? new Map<number, number>();
  remembered.set(timezone, known);
  const day = Math.floor(instant / DAY);
  const begins = atMidnight(day);
  return begins === atMidnight(day + 1) ? begins : measure(instant, timezone);

  function atMidnight(number: number): number {
    const hit = known.get(number);
    if (hit !== undefined) return hit;
    if (known.size > MOST_REMEMBERED) known.clear();
    const offset = measure(number * DAY, timezone);
    known.set(number, offset);
    return offset;
  }
}

function measure(instant: number, timezone: string): number {
  const at: Record<string, number> = {};
  for (const { type, value } of formatOf(timezone).formatToParts(instant)) at[type] = Number(value);
  return Date.UTC(at.year!, at.month! - 1, at.day!, at.hour!, at.minute!, at.second!) - Math.floor(instant / 1000) * 1000;
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timezone, format);
  }
  return format;
}
