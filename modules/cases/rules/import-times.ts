import { parseWhen, wallClock } from '@gongzhi/platform/spreadsheets';
import type { Cells } from './import-cells.ts';
import type { CaseField } from './import-fields.ts';
import { readOutcome, readState } from './import-words.ts';
import type { ImportedCase, ImportOptions } from './imported-case.ts';

const DAY = 86_400_000;

/**
 * Times and state, which have to agree: what has ended has a closing time, what is open has none. Null where there is no opening time;
 * the refusals say why.
 */
export function readTimes(
  cells: Cells,
  options: ImportOptions,
): Pick<ImportedCase, 'openedAt' | 'dueAt' | 'closedAt' | 'state' | 'outcome'> | null {
  const opened = when(cells, 'opened_at', options);
  const due = when(cells, 'due_at', options);
  const closed = when(cells, 'closed_at', options);
  const known = readState(cells.line('state'));
  if (cells.line('state') !== '' && !known) cells.warn('state', 'unknown_state');
  if (known?.openDuplicate) cells.warn('state', 'duplicate_still_open');
  if (!opened) {
    if (cells.line('opened_at') === '') cells.refuse('opened_at', 'missing_opened_at');
    return null;
  }
  const openedAt = opened.at;
  // A day without a time lasts to its last second for a promise; a closing on the day of opening is not before the opening.
  const dueAt = due && (due.dateOnly ? new Date(due.at.getTime() + DAY - 1000) : due.at);
  const sameDay = closed?.dateOnly && dayOf(closed.at, options) === dayOf(openedAt, options);
  let closedAt = closed ? (sameDay ? openedAt : closed.at) : null;
  const state = known?.state ?? (cells.line('closed_at') === '' ? 'filed' : 'closed');
  const ended = state !== 'filed' && state !== 'handling';
  if (!ended && closedAt) {
    cells.warn('closed_at', 'close_time_ignored');
    closedAt = null;
  }
  if (ended && cells.line('closed_at') === '') cells.refuse(cells.has('closed_at') ? 'closed_at' : 'state', 'closed_without_time');
  if (openedAt > options.now) cells.refuse('opened_at', 'opened_in_future');
  if (closedAt && closedAt > options.now) cells.refuse('closed_at', 'closed_in_future');
  if (closedAt && closedAt < openedAt) cells.refuse('closed_at', 'closed_before_opened');
  if (dueAt && dueAt < openedAt) cells.refuse('due_at', 'due_before_opened');
  return { openedAt, dueAt, closedAt, state, outcome: ended ? (known?.outcome ?? readOutcome(cells.line('outcome'))) : null };
}

function when(cells: Cells, field: CaseField, options: ImportOptions): { at: Date; dateOnly: boolean } | null {
  const text = cells.line(field);
  if (text === '') return null;
  const read = parseWhen(text, { timezone: options.timezone, order: options.dateOrder });
  if (read.ok) return { at: read.when, dateOnly: read.dateOnly };
  cells.refuse(field, read.reason);
  return null;
}

function dayOf(at: Date, { timezone }: ImportOptions): number {
  return Math.floor(wallClock(at, timezone) / DAY);
}
