import { dayOf } from '../../kit/dates.ts';

/** Lengths of the window that the slider moves, in days. */
export const spans = { week: 7, month: 30, quarter: 91 } as const;
export type Span = keyof typeof spans;
/** So many windows back the slider reaches: about two years. */
export const reach: Record<Span, number> = { week: 104, month: 24, quarter: 8 };
const dayMs = 86_400_000;

export interface TimeWindow {
  /** First and last day, both inclusive, of the place. */
  from: string;
  to: string;
  openedFrom: string;
  openedTo: string;
}

/** The window that ends so many of its lengths before the end of today; `now` in milliseconds. */
export function windowOf(span: Span, back: number, now: number): TimeWindow {
  const end = Date.parse(`${dayOf(now)}T00:00:00+08:00`) + dayMs - back * spans[span] * dayMs;
  const begin = end - spans[span] * dayMs;
  return {
    from: dayOf(begin),
    to: dayOf(end - 1),
    openedFrom: new Date(begin).toISOString(),
    openedTo: new Date(end).toISOString(),
  };
}

/** Span and place of the slider as they stand in the address; null for no window. */
export function windowIn(search: { span?: string | undefined; back?: string | undefined }): { span: Span; back: number } | null {
  const span = (Object.keys(spans) as Span[]).find((one) => one === search.span);
  if (!span) return null;
  const back = Number(search.back ?? 0);
  return { span, back: Number.isInteger(back) ? Math.min(Math.max(back, 0), reach[span]) : 0 };
}
