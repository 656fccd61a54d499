import type { matters } from '@gongzhi/contract/matters';
import type { QueryInput } from '@gongzhi/contract/route';
import { dayOf } from '../../kit/dates.ts';

export type Search = Readonly<Record<string, string | undefined>>;
type ListQuery = QueryInput<typeof matters.list>;
export type CaseQuery = Omit<ListQuery, 'cursor' | 'limit' | 'sort'>;

/** Filters of the address that the server takes as they stand. */
const plainKeys = [
  'text',
  'state',
  'area',
  'category',
  'organisation',
  'channel',
  'urgency',
  'mine',
  'open',
  'overdue',
  'pending',
  'numbers',
  'bbox',
  'within',
] as const;
/** What of the address narrows the list. */
export const filterKeys = [...plainKeys, 'due', 'from', 'to'] as const;

/** Midnight at the beginning of a day of the place, `days` later. */
function midnight(day: string, days = 0): string {
  const at = new Date(`${day}T00:00:00+08:00`);
  return new Date(at.getTime() + days * 86_400_000).toISOString();
}
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The address as the server's filter. `from` and `to` are days of the place, both inclusive; `due=today` is what is still in time
 * and due before tonight.
 */
export function filterOf(search: Search, now: number = Date.now()): CaseQuery {
  const query: Record<string, string> = { kind: 'case' };
  for (const key of plainKeys) if (search[key]) query[key] = search[key];
  if (isDay(search.from)) query.openedFrom = midnight(search.from);
  if (isDay(search.to)) query.openedTo = midnight(search.to, 1);
  if (search.due === 'today') Object.assign(query, { open: 'true', overdue: 'false', dueBefore: midnight(dayOf(now), 1) });
  return query as CaseQuery;
}

/** The sort that stands in the address, where the server knows it. */
export function sortOf(search: Search): NonNullable<ListQuery['sort']> {
  const sorts = ['-openedAt', 'openedAt', 'dueAt', '-stateSince'] as const;
  return sorts.find((sort) => sort === search.sort) ?? '-openedAt';
}

/** A change of the address that leaves only these filters on. */
export function only(search: Search): Record<string, string | undefined> {
  return { ...Object.fromEntries(filterKeys.map((key) => [key, undefined])), ...search };
}

/** Quick filters: what of the address each one sets. `which` says of what count it shows. */
export const quickFilters = [
  { key: 'all', set: {}, which: 'total' },
  { key: 'mine', set: { mine: 'true', open: 'true' }, which: 'mine' },
  { key: 'recorded', set: { state: 'recorded' }, which: 'recorded' },
  { key: 'filed', set: { state: 'filed' }, which: 'filed' },
  { key: 'dispatched', set: { state: 'dispatched' }, which: 'dispatched' },
  { key: 'handling', set: { state: 'handling' }, which: 'handling' },
  { key: 'answered', set: { state: 'answered,verified' }, which: 'answered' },
  { key: 'overdue', set: { open: 'true', overdue: 'true' }, which: 'overdue' },
] as const;
const quickKeys = ['state', 'mine', 'open', 'overdue', 'pending', 'due'] as const;

/** The filter without what the quick filters set: what their counts are counted on. */
export function withoutQuick(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([key]) => !(quickKeys as readonly string[]).includes(key)));
}
/** Turns a quick filter on, and the others off. */
export function quickChange(set: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return { ...Object.fromEntries(quickKeys.map((key) => [key, undefined])), ...set };
}
export function isQuick(search: Search, set: Readonly<Record<string, string>>): boolean {
  return quickKeys.every((key) => (search[key] ?? undefined) === set[key]);
}
