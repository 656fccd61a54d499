import { dayOf } from '../../kit/dates.ts';

export const periodNames = ['this-month', 'last-month', '30-days', 'year', 'custom'] as const;
export type PeriodName = (typeof periodNames)[number];
export interface Period {
  from: string;
  to: string;
}

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
/** A day so many days later; both as YYYY-MM-DD. */
function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The period that a name means today, first and last day inclusive, on the calendar of the place. */
export function periodOf(name: string | undefined, custom: { from?: string | undefined; to?: string | undefined }, now: number): Period {
  const today = dayOf(now);
  const first = `${today.slice(0, 8)}01`;
  switch (name) {
    case 'last-month': {
      const last = later(first, -1);
      return { from: `${last.slice(0, 8)}01`, to: last };
    }
    case '30-days':
      return { from: later(today, -29), to: today };
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'custom': {
      const from = isDay(custom.from) ? custom.from : first;
      const to = isDay(custom.to) ? custom.to : today;
      return from <= to ? { from, to } : { from: to, to: from };
    }
    default:
      return { from: first, to: today };
  }
}
