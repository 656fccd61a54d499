import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { guardFormula } from './formula-guard.ts';
import { type OutCell, type SheetToWrite, wallClockText } from './sheet-to-write.ts';

/**
 * A CSV file as a stream: UTF-8 with a byte order mark, without which Excel shows Chinese as noise, commas, CRLF (RFC 4180), formulas
 * disarmed. A failure of the rows destroys the stream with it; a reader that leaves early ends the rows.
 */
export function writeCsv(sheet: SheetToWrite): Readable {
  const text = stringify({ bom: true, record_delimiter: 'windows' });
  // The callback only keeps the failure from being thrown twice: the reader meets it on the stream.
  return pipeline(Readable.from(lines(sheet)), text, () => {}) as unknown as Readable;
}

async function* lines(sheet: SheetToWrite): AsyncGenerator<string[]> {
  yield sheet.header.map(guardFormula);
  for await (const row of sheet.rows) yield row.map((cell) => written(cell, sheet.timezone));
}

function written(cell: OutCell, timezone: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return guardFormula(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : wallClockText(cell, timezone);
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}
