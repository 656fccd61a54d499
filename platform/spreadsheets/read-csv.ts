import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Delimiter } from './detect-delimiter.ts';
import { type Encoding, textOf } from './detect-encoding.ts';
import type { SheetRow, SpreadsheetLimits, SpreadsheetSource } from './source.ts';
import { SpreadsheetRefused } from './spreadsheet-refused.ts';

/**
 * Rows of a CSV file, blank ones left out but counted. Rows may be shorter or longer than the header.
 * Stray quotation marks inside a cell are kept as text; one that opens a cell and never closes is refused with the row it began in.
 */
export async function* readCsv(
  source: SpreadsheetSource,
  options: { encoding: Encoding; delimiter: Delimiter },
  limits: SpreadsheetLimits,
): AsyncGenerator<SheetRow> {
  const text = Readable.from(textOf(source, options.encoding), { objectMode: true });
  const parser = parse({
    delimiter: options.delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.textLength,
  });
  // pipe() does not carry failures over; without this a read error would leave the loop waiting for ever.
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++;
      if (cells.length > limits.columns) throw new SpreadsheetRefused('too-many-columns', `row ${row}: ${cells.length}`);
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SpreadsheetRefused('broken-csv', `row ${row + 1}`, error);
    throw error;
  } finally {
    text.destroy();
    parser.destroy();
  }
}
