import { createHash } from 'node:crypto';
import { type DateOrder, parseWhen, type SheetRow, unguardFormula, wallClock } from '@gongzhi/platform/spreadsheets';
import { cleanLine, cleanText } from './clean-text.ts';
import type { CaseField } from './import-fields.ts';
import { type Bounds, readPlace, splitLocation } from './import-place.ts';
import type { RefusalReason, WarningReason } from './import-reasons.ts';
import { type ImportedChannel, type ImportedOutcome, type ImportedState, readChannel, readOutcome, readState } from './import-words.ts';
import type { ColumnOf } from './read-mapping.ts';

export interface ImportOptions {
  /** IANA zone of times that carry no offset. */
  timezone: string;
  dateOrder?: DateOrder;
  coordinateSystem: 'wgs84' | 'gcj02' | 'bd09';
  /** Where a row gives no usable area code; null leaves it to the place. */
  defaultAreaCode: string | null;
  /** What lies outside is taken without a place. */
  bounds?: Bounds;
  /** The moment against which the future is judged. */
  now: Date;
}

/** A case as the file tells it; times are instants, the place is in `system` and not yet converted. */
export interface ImportedCase {
  row: number;
  /** The file's own number or, where no column has one, a fingerprint of the row, so that importing twice is importing once. */
  externalNumber: string;
  title: string;
  body: string;
  openedAt: Date;
  dueAt: Date | null;
  /** Set exactly where the state is an ended one. */
  closedAt: Date | null;
  state: ImportedState;
  outcome: ImportedOutcome | null;
  channel: ImportedChannel;
  address: string | null;
  place: { longitude: number; latitude: number; system: ImportOptions['coordinateSystem'] } | null;
  reporter: { name: string | null; phone: string | null } | null;
  likes: number;
  dislikes: number;
  areaCode: string | null;
  /** The file's own words, to be matched with categories and units and kept with the case. */
  category: string | null;
  organisation: string | null;
  said: Partial<Record<'state' | 'outcome' | 'channel' | 'category' | 'organisation', string>>;
}

export interface Remark<Reason> {
  row: number;
  /** Name of the column as in the file; empty where it concerns the whole row. */
  column: string;
  /** The value at fault, at most 80 characters; contact data masked. */
  value: string;
  reason: Reason;
}
export type ReadRow =
  | { ok: true; case: ImportedCase; warnings: Remark<WarningReason>[] }
  | { ok: false; refusals: Remark<RefusalReason>[] };

const TITLE = 120;
const BODY = 8_000;
const ADDRESS = 200;

/**
 * Turns one row into a case, or says everything that stands against it at once. A row is refused for what would make its history or its
 * clocks untrue; anything less (a bad coordinate, an odd count) costs only that value and is warned of.
 */
export function importRow(row: SheetRow, columns: ColumnOf, options: ImportOptions): ReadRow {
  const refusals: Remark<RefusalReason>[] = [];
  const warnings: Remark<WarningReason>[] = [];
  const raw = (field: CaseField) => unguardFormula(row.cells[columns.get(field)?.index ?? -1] ?? '');
  const line = (field: CaseField) => cleanLine(raw(field));
  const remark = <Reason>(field: CaseField, reason: Reason): Remark<Reason> => ({
    row: row.row,
    column: columns.get(field)?.column ?? '',
    value: shown(field, raw(field)),
    reason,
  });
  const refuse = (field: CaseField, reason: RefusalReason) => refusals.push(remark(field, reason));
  const warn = (field: CaseField, reason: WarningReason) => warnings.push(remark(field, reason));

  const words = readWords();
  const times = readTimes();
  const number = readNumber();
  if (refusals.length > 0) return { ok: false, refusals };

  const said: ImportedCase['said'] = {};
  for (const field of ['state', 'outcome', 'channel', 'category', 'organisation'] as const) {
    const text = line(field);
    if (text !== '') said[field] = text.slice(0, 200);
  }
  const name = line('reporter_name');
  if (name.length > 40) warn('reporter_name', 'name_too_long');
  const phone = readPhone();
  const reporter = { name: name.length <= 40 && name !== '' ? name : null, phone };
  return {
    ok: true,
    warnings,
    case: {
      row: row.row,
      externalNumber: number,
      ...words,
      ...times!,
      channel: readChannel(line('channel')),
      place: place(),
      reporter: reporter.name || reporter.phone ? reporter : null,
      likes: count('likes'),
      dislikes: count('dislikes'),
      areaCode: areaCode(),
      category: line('category') || null,
      organisation: line('organisation') || null,
      said,
    },
  };

  function readWords(): Pick<ImportedCase, 'title' | 'body' | 'address'> {
    const title = line('title');
    let body = cleanText(raw('body'));
    const address = line('address');
    for (const field of ['title', 'body', 'address'] as const) if (raw(field).includes('\ufffd')) warn(field, 'undecodable_text');
    // Service requests of some cities have no text at all: there the type is what was asked for.
    const textless = !columns.has('title') && !columns.has('body');
    const heading = title || (textless ? line('category') : headingOf(body));
    if (heading === '') refuse(columns.has('body') ? 'body' : columns.has('title') ? 'title' : 'category', 'missing_text');
    if (body === '') body = title || heading;
    else if (title.length > TITLE) body = `${title}\n\n${body}`;
    if (title.length > TITLE) warn('title', 'title_shortened');
    if (address.length > ADDRESS) {
      warn('address', 'address_shortened');
      body = `${body}\n\n${address}`;
    }
    if (body.length > BODY) refuse('body', 'text_too_long');
    return { title: shorten(heading, TITLE), body, address: address === '' ? null : shorten(address, ADDRESS) };
  }

  function readTimes(): Pick<ImportedCase, 'openedAt' | 'dueAt' | 'closedAt' | 'state' | 'outcome'> | null {
    const opened = when('opened_at');
    const due = when('due_at');
    const closed = when('closed_at');
    const status = line('state');
    const known = readState(status);
    if (status !== '' && !known) warn('state', 'unknown_state');
    if (known?.openDuplicate) warn('state', 'duplicate_still_open');
    if (!opened) {
      if (line('opened_at') === '') refuse('opened_at', 'missing_opened_at');
      return null;
    }
    const openedAt = opened.at;
    // A day without a time lasts until its end for a promise, and begins no earlier than the case for a closing.
    const dueAt = due && (due.dateOnly ? new Date(due.at.getTime() + 86_400_000 - 1000) : due.at);
    let closedAt = closed?.at ?? null;
    if (closed?.dateOnly && sameDay(closed.at, openedAt) && closed.at < openedAt) closedAt = openedAt;
    const state = known?.state ?? (line('closed_at') === '' ? 'filed' : 'closed');
    const ended = state !== 'filed' && state !== 'handling';
    if (!ended && closedAt) {
      warn('closed_at', 'close_time_ignored');
      closedAt = null;
    }
    if (ended && line('closed_at') === '') refuse(columns.has('closed_at') ? 'closed_at' : 'state', 'closed_without_time');
    if (openedAt > options.now) refuse('opened_at', 'opened_in_future');
    if (closedAt && closedAt > options.now) refuse('closed_at', 'closed_in_future');
    if (closedAt && closedAt < openedAt) refuse('closed_at', 'closed_before_opened');
    if (dueAt && dueAt < openedAt) refuse('due_at', 'due_before_opened');
    return { openedAt, dueAt, closedAt, state, outcome: ended ? (known?.outcome ?? readOutcome(line('outcome'))) : null };
  }

  function when(field: CaseField): { at: Date; dateOnly: boolean } | null {
    const text = line(field);
    if (text === '') return null;
    const read = parseWhen(text, { timezone: options.timezone, order: options.dateOrder });
    if (read.ok) return { at: read.when, dateOnly: read.dateOnly };
    refuse(field, read.reason);
    return null;
  }

  function sameDay(a: Date, b: Date): boolean {
    const day = (at: Date) => Math.floor(wallClock(at, options.timezone) / 86_400_000);
    return day(a) === day(b);
  }

  function readNumber(): string {
    if (!columns.has('external_number')) return fingerprint(row.cells, columns);
    const text = line('external_number');
    if (text === '') refuse('external_number', 'missing_number');
    if (text.length > 80) refuse('external_number', 'number_too_long');
    return text;
  }

  function readPhone(): string | null {
    const text = line('reporter_phone').normalize('NFKC');
    if (text === '') return null;
    if (/^\+?\d[\d -]{5,18}\d$/.test(text)) return text;
    warn('reporter_phone', 'phone_unreadable');
    return null;
  }

  function count(field: 'likes' | 'dislikes'): number {
    const text = line(field);
    if (text === '') return 0;
    if (/^\d{1,9}(\.0+)?$/.test(text)) return Number.parseInt(text, 10);
    warn(field, 'number_unreadable');
    return 0;
  }

  function areaCode(): string | null {
    const text = line('area_code');
    if (text === '') return options.defaultAreaCode;
    if (/^(\d{6}|\d{9}|\d{12}|\d{15})$/.test(text)) return text;
    warn('area_code', 'area_code_unreadable');
    return options.defaultAreaCode;
  }

  function place(): ImportedCase['place'] {
    const combined = line('location');
    const apart = line('longitude') !== '' || line('latitude') !== '';
    const split = apart ? { longitude: line('longitude'), latitude: line('latitude') } : combined === '' ? null : splitLocation(combined);
    const field: CaseField = apart ? (line('latitude') === '' ? 'longitude' : 'latitude') : 'location';
    if (!split) {
      if (combined !== '') warn('location', 'coordinate_unreadable');
      return null;
    }
    const read = readPlace(split.longitude, split.latitude, options.bounds);
    if (read?.warning) warn(field, read.warning);
    return read?.longitude === undefined ? null : { longitude: read.longitude, latitude: read.latitude, system: options.coordinateSystem };
  }
}

/** The first sentence of a text, as a heading where there is none. */
function headingOf(body: string): string {
  const sentence = /^[^。！？!?\n]{2,60}[。！？!?]?/.exec(body)?.[0] ?? body;
  return shorten(sentence.trim(), 60);
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Only mapped columns count: a running number or a download date in the others must not make a row new. */
function fingerprint(cells: readonly string[], columns: ColumnOf): string {
  const mapped = [...columns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, { index }]) => [field, cleanLine(cells[index] ?? '')]);
  return `row-${createHash('sha256').update(JSON.stringify(mapped)).digest('hex').slice(0, 32)}`;
}

function shown(field: CaseField, value: string): string {
  if ((field === 'reporter_phone' || field === 'reporter_name') && value !== '') return '***';
  return cleanLine(value).slice(0, 80);
}
