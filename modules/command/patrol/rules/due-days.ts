/** How often the points of a plan are walked. Weekdays count from 1, Monday; they are those of a daily plan. */
export interface Rhythm {
  frequency: 'daily' | 'weekly' | 'monthly';
  weekdays: readonly number[];
}

const day = 86_400_000;
const zone = 8 * 3_600_000;

/** The day in Asia/Shanghai, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => new Date(at.getTime() + zone).toISOString().slice(0, 10);
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
export const addDays = (date: string, days: number): string =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + days * day).toISOString().slice(0, 10);

/** The first day of the period in which one visit is owed: the day itself, its Monday, or the first of its month. */
export function periodOf(rhythm: Pick<Rhythm, 'frequency'>, date: string): string {
  if (rhythm.frequency === 'daily') return date;
  return rhythm.frequency === 'weekly' ? addDays(date, 1 - weekdayOf(date)) : `${date.slice(0, 7)}-01`;
}

/** The day on which a period ends and what was not walked in it is missed. */
export function lastDayOf(rhythm: Pick<Rhythm, 'frequency'>, date: string): string {
  const start = periodOf(rhythm, date);
  if (rhythm.frequency === 'daily') return start;
  if (rhythm.frequency === 'weekly') return addDays(start, 6);
  const next = new Date(`${start}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return addDays(next.toISOString().slice(0, 10), -1);
}

/** Whether a point of the plan can be walked on this day: a daily plan rests on the other weekdays. */
export const isWalked = (rhythm: Rhythm, date: string): boolean =>
  rhythm.frequency !== 'daily' || rhythm.weekdays.length === 0 || rhythm.weekdays.includes(weekdayOf(date));

/** Whether a visit falls due on this day: the last day of its period. */
export const fallsDue = (rhythm: Rhythm, date: string): boolean => isWalked(rhythm, date) && lastDayOf(rhythm, date) === date;
