import type { dimensions } from '@gongzhi/contract/cases';
import type { Period } from './period.ts';

export type Dimension = (typeof dimensions)[number];
export interface Narrowing {
  area?: string | undefined;
  unit?: string | undefined;
  category?: string | undefined;
  channel?: string | undefined;
}

/** Last day of a month, `2026-02` → `2026-02-28`. */
const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

/**
 * The question for the cases behind one row of the table: the narrowing of the table, and what the row adds to it. `key` is null for the
 * row of the total. A month at the edge of the period is cut there.
 */
export function behindRow(by: Dimension, key: string | null, period: Period, narrowing: Narrowing): Period & Narrowing {
  const given = Object.fromEntries(Object.entries(narrowing).filter(([, value]) => value)) as Narrowing;
  if (key === null) return { ...period, ...given };
  if (by === 'day') return { ...given, from: key, to: key };
  if (by === 'month') {
    const [first, last] = [`${key.slice(0, 7)}-01`, lastDay(key)];
    // Days sort as text.
    const [from] = [first, period.from].sort().reverse() as [string, string];
    const [to] = [last, period.to].sort() as [string, string];
    return { ...given, from, to };
  }
  return { ...period, ...given, [by]: key };
}

/** Level below that of an area code, for going deeper into it; null at the grid. */
export function levelBelow(code: string): 'subdistrict' | 'community' | 'grid' | null {
  if (code.length < 9) return 'subdistrict';
  if (code.length < 12) return 'community';
  return code.length < 15 ? 'grid' : null;
}
