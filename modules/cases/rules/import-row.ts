import { createHash } from 'node:crypto';
import type { SheetRow } from '@gongzhi/platform/spreadsheets';
import { cleanLine } from './clean-text.ts';
import { type Cells, cellsOf } from './import-cells.ts';
import { readPlace, splitLocation } from './import-place.ts';
import { readText } from './import-text.ts';
import { readTimes } from './import-times.ts';
import { readChannel } from './import-words.ts';
import type { ImportedCase, ImportOptions, ReadRow } from './imported-case.ts';
import type { ColumnOf } from './read-mapping.ts';

/**
 * Turns one row into a case, or says everything that stands against it at once. A row is refused for what would make its history or its
 * clocks untrue; anything less (a bad coordinate, an odd count) costs only that value and is warned of.
 */
export function importRow(row: SheetRow, columns: ColumnOf, options: ImportOptions): ReadRow {
  const cells = cellsOf(row, columns);
  const text = readText(cells);
  const times = readTimes(cells, options);
  const externalNumber = cells.has('external_number') ? ownNumber(cells) : fingerprint(row.cells, columns);
  const rest = {
    channel: readChannel(cells.line('channel')),
    place: placeOf(cells, options),
    reporter: reporterOf(cells),
    likes: count(cells, 'likes'),
    dislikes: count(cells, 'dislikes'),
    areaCode: areaCode(cells, options),
    said: saidIn(cells),
  };
  if (!times || cells.refusals.length > 0) return { ok: false, refusals: cells.refusals };
  return { ok: true, warnings: cells.warnings, case: { row: row.row, externalNumber, ...text, ...times, ...rest } };
}

function ownNumber(cells: Cells): string {
  const number = cells.line('external_number');
  if (number === '') cells.refuse('external_number', 'missing_number');
  if (number.length > 80) cells.refuse('external_number', 'number_too_long');
  return number;
}

/** Only mapped columns count: a running number or a date of download in the others must not make a row new. */
function fingerprint(cells: readonly string[], columns: ColumnOf): string {
  const mapped = [...columns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, { index }]) => [field, cleanLine(cells[index] ?? '')]);
  return `row-${createHash('sha256').update(JSON.stringify(mapped)).digest('hex').slice(0, 32)}`;
}

/** Longitude and latitude of their own columns or, where those are empty, of the combined one. */
function placeOf(cells: Cells, options: ImportOptions): ImportedCase['place'] {
  const [longitude, latitude] = [cells.line('longitude'), cells.line('latitude')];
  const apart = longitude !== '' || latitude !== '';
  const combined = apart ? '' : cells.line('location');
  const written = apart ? { longitude, latitude } : splitLocation(combined);
  if (!written) {
    if (combined !== '') cells.warn('location', 'coordinate_unreadable');
    return null;
  }
  const read = readPlace(written.longitude, written.latitude, options.bounds);
  if (read?.warning) cells.warn(apart ? (latitude === '' ? 'longitude' : 'latitude') : 'location', read.warning);
  return read?.longitude === undefined ? null : { longitude: read.longitude, latitude: read.latitude, system: options.coordinateSystem };
}

function reporterOf(cells: Cells): ImportedCase['reporter'] {
  let name: string | null = cells.line('reporter_name') || null;
  if (name && name.length > 40) {
    cells.warn('reporter_name', 'name_too_long');
    name = null;
  }
  let phone: string | null = cells.line('reporter_phone').normalize('NFKC') || null;
  if (phone && !/^\+?\d[\d -]{5,18}\d$/.test(phone)) {
    cells.warn('reporter_phone', 'phone_unreadable');
    phone = null;
  }
  return name || phone ? { name, phone } : null;
}

function count(cells: Cells, field: 'likes' | 'dislikes'): number {
  const text = cells.line(field);
  if (text === '') return 0;
  if (/^\d{1,9}(\.0+)?$/.test(text)) return Number.parseInt(text, 10);
  cells.warn(field, 'number_unreadable');
  return 0;
}

function areaCode(cells: Cells, options: ImportOptions): string | null {
  const text = cells.line('area_code');
  if (/^(\d{6}|\d{9}|\d{12}|\d{15})$/.test(text)) return text;
  if (text !== '') cells.warn('area_code', 'area_code_unreadable');
  return options.defaultAreaCode;
}

function saidIn(cells: Cells): ImportedCase['said'] {
  const said: ImportedCase['said'] = {};
  for (const field of ['state', 'outcome', 'channel', 'category', 'organisation'] as const) {
    const text = cells.line(field);
    if (text !== '') said[field] = text.slice(0, 200);
  }
  return said;
}
