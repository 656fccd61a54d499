import { type Delimiter, delimiters, detectDelimiter } from './detect-delimiter.ts';
import { type DetectedEncoding, detectEncoding, type Encoding, encodings, textOf } from './detect-encoding.ts';
import { detectFormat } from './detect-format.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx, sheetNames } from './read-xlsx.ts';
import { defaultLimits, type SheetRow, type SpreadsheetLimits, type SpreadsheetSource } from './source.ts';
import { SpreadsheetRefused } from './spreadsheet-refused.ts';

/** What a person may say better than the detection; everything left out is detected. */
export interface ReadingChoices {
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** Name of the sheet of a workbook. */
  sheet?: string;
  limits?: Partial<SpreadsheetLimits>;
}

export interface SniffedSpreadsheet {
  format: 'csv' | 'xlsx';
  encoding: Encoding | null;
  encodingCertainty: DetectedEncoding['certainty'] | 'chosen' | null;
  delimiter: Delimiter | null;
  sheet: string | null;
  sheets: string[];
  /** The line that holds the column names; titles that stand above it are passed over. */
  headerRow: number;
  /** Column names, trimmed, each once: an empty one is named by its letter, a repeated one numbered. */
  header: string[];
  sampleRows: SheetRow[];
}

/** What a file is and how its first rows read; shown to the person, who may choose otherwise. Throws SpreadsheetRefused. */
export async function sniff(source: SpreadsheetSource, choices: ReadingChoices & { samples?: number } = {}): Promise<SniffedSpreadsheet> {
  const limits = { ...defaultLimits, ...choices.limits };
  const reading = await settle(source, choices, limits);
  const first: SheetRow[] = [];
  for await (const row of rowsOf(source, reading, limits)) {
    first.push(row);
    if (first.length >= (choices.samples ?? 50) + 1) break;
  }
  if (first.length === 0) throw new SpreadsheetRefused('empty');
  const at = headerAt(first);
  return {
    ...reading,
    headerRow: first[at]!.row,
    header: columnNames(first[at]!.cells),
    sampleRows: first.slice(at + 1),
  };
}

/**
 * All rows that hold anything, in order, in constant memory (a workbook's shared strings excepted). The header and what stands above
 * it come too: compare `row` with `headerRow` of sniff(). Throws SpreadsheetRefused, which may come after rows have been given.
 */
export async function* readRows(source: SpreadsheetSource, choices: ReadingChoices = {}): AsyncGenerator<SheetRow> {
  const limits = { ...defaultLimits, ...choices.limits };
  yield* rowsOf(source, await settle(source, choices, limits), limits);
}

type Reading = Pick<SniffedSpreadsheet, 'format' | 'encoding' | 'encodingCertainty' | 'delimiter' | 'sheet' | 'sheets'>;

async function settle(source: SpreadsheetSource, choices: ReadingChoices, limits: SpreadsheetLimits): Promise<Reading> {
  if (choices.encoding && !encodings.includes(choices.encoding)) throw new SpreadsheetRefused('unknown-encoding', choices.encoding);
  if ((await detectFormat(source, limits)) === 'xlsx') {
    const sheets = await sheetNames(source, limits);
    const sheet = choices.sheet ?? sheets[0]!;
    if (!sheets.includes(sheet)) throw new SpreadsheetRefused('sheet-missing', sheet);
    return { format: 'xlsx', encoding: null, encodingCertainty: null, delimiter: null, sheet, sheets };
  }
  const detected = choices.encoding ? { encoding: choices.encoding, certainty: 'chosen' as const } : await detectEncoding(source, limits);
  const delimiter =
    choices.delimiter && delimiters.includes(choices.delimiter) ? choices.delimiter : await delimiterOf(source, detected.encoding);
  return { format: 'csv', encoding: detected.encoding, encodingCertainty: detected.certainty, delimiter, sheet: null, sheets: [] };
}

async function delimiterOf(source: SpreadsheetSource, encoding: Encoding): Promise<Delimiter> {
  let sample = '';
  for await (const text of textOf(source, encoding)) {
    sample += text;
    if (sample.length >= 64 * 1024) return detectDelimiter(sample.slice(0, 64 * 1024), false);
  }
  return detectDelimiter(sample, true);
}

function rowsOf(source: SpreadsheetSource, reading: Reading, limits: SpreadsheetLimits): AsyncGenerator<SheetRow> {
  return reading.format === 'xlsx'
    ? readXlsx(source, reading.sheet, limits)
    : readCsv(source, { encoding: reading.encoding!, delimiter: reading.delimiter! }, limits);
}

/** Official tables like to carry a title and a date above the names: the header is the first row nearly as wide as the widest. */
function headerAt(rows: readonly SheetRow[]): number {
  const filled = rows.slice(0, 20).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(...filled);
  return filled.findIndex((count) => count >= widest * 0.6);
}

function columnNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `列 ${letters(at)}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}
