/** What a day of the year is: as the plain week has it, off though the week works, or worked though the week rests. */
export type DayKind = 'off' | 'make-up';
export interface DifferingDay {
  date: string;
  kind: DayKind;
  name: string;
}
export type Days = ReadonlyMap<string, DifferingDay>;

const utc = (date: string) => new Date(`${date}T00:00:00Z`);
const text = (date: Date) => date.toISOString().slice(0, 10);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: string): number => utc(date).getUTCDay() || 7;
export const isWeekend = (date: string): boolean => weekdayOf(date) > 5;
export const shifted = (date: string, days: number): string => {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return text(moved);
};

/** The days of a month, with as many nulls before the first as the week has days before it. */
export function monthCells(year: number, month: number): (string | null)[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [...Array<null>(weekdayOf(first) - 1).fill(null), ...Array.from({ length }, (_, at) => shifted(first, at))];
}

/**
 * What a click on a day makes of it. A working day becomes off, a weekend becomes a make-up day; a second click gives the
 * plain week back. A make-up day lies on a weekend always, so nothing else can come of it.
 */
export function toggled(days: Days, date: string, name: string): Days {
  const next = new Map(days);
  if (next.has(date)) next.delete(date);
  else next.set(date, { date, kind: isWeekend(date) ? 'make-up' : 'off', name });
  return next;
}

/** Days on which work is done in the year. */
export function workdays(year: number, days: Days): number {
  let count = 0;
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = shifted(date, 1)) {
    const kind = days.get(date)?.kind;
    if (kind === 'make-up' || (kind === undefined && !isWeekend(date))) count += 1;
  }
  return count;
}
