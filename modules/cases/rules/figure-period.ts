import { caseProblems } from '../problems.ts';

/** Days of Asia/Shanghai, both included; figures are kept by them. */
export interface Period {
  from: string;
  to: string;
}
/** Sums to be read: whole months where the period has them, days at its edges. Both ends included. */
export interface Spans {
  days: Period[];
  months: Period | null;
}

const dayMs = 86_400_000;
const mostDays = 3660;
/** A series by day is drawn; more points than this nobody reads. */
const mostDaysInSeries = 400;

export const nextDay = (day: string) => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
const previousDay = (day: string) => new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);
/** The moment at which a day begins in Asia/Shanghai. */
export const beginning = (day: string) => new Date(`${day}T00:00:00+08:00`);
export const dayIn = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const monthOf = (day: string) => day.slice(0, 7);
const firstOf = (day: string) => `${day.slice(0, 7)}-01`;
const lastOf = (day: string) => previousDay(firstOf(new Date(Date.parse(firstOf(day)) + 32 * dayMs).toISOString().slice(0, 10)));

/** Refuses a period that ends before it begins, and one of more than ten years. */
export function checkPeriod({ from, to }: Period, by?: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  if (!(days >= 1) || days > mostDays || from < '1990-01-01' || to > '2200-01-01') throw caseProblems['period-wrong']();
  if (by === 'day' && days > mostDaysInSeries)
    throw caseProblems['period-wrong']({ detail: `By day at most ${mostDaysInSeries} days; take months` });
}

/** Splits a period. Nothing happens after today, so a month that is not over is whole when the period reaches today. */
export function spansOf({ from, to }: Period, today: string): Spans {
  const end = to >= today ? lastOf(to) : to;
  const firstWhole = from === firstOf(from) ? from : nextDay(lastOf(from));
  const lastWhole = end === lastOf(end) ? end : previousDay(firstOf(end));
  if (firstWhole > lastWhole) return { days: [{ from, to: end }], months: null };
  const days: Period[] = [];
  if (from < firstWhole) days.push({ from, to: previousDay(firstWhole) });
  if (lastWhole < end) days.push({ from: nextDay(lastWhole), to: end });
  return { days, months: { from: firstWhole, to: firstOf(lastWhole) } };
}

/** The buckets of a series with the moment at which each ends. */
export function bucketsOf({ from, to }: Period, by: 'day' | 'month'): { key: string; end: Date }[] {
  const found = new Map<string, Date>();
  for (let day = from; day <= to; day = nextDay(day)) found.set(by === 'day' ? day : monthOf(day), beginning(nextDay(day)));
  return [...found].map(([key, end]) => ({ key, end }));
}
