import { numberText, serialText } from './excel-number.ts';
import { openArchive } from './open-archive.ts';
import { walkXml } from './read-xml.ts';
import type { SheetRow, SpreadsheetLimits, SpreadsheetSource } from './source.ts';
import { SpreadsheetRefused } from './spreadsheet-refused.ts';
import { readWorkbook, unescapeXlsx, type Workbook } from './workbook.ts';

/** The sheets of a workbook in their order, hidden ones last. */
export async function sheetNames(source: SpreadsheetSource, limits: SpreadsheetLimits): Promise<string[]> {
  const archive = await openArchive(source, limits);
  try {
    return ordered(await readWorkbook(archive, { strings: false })).map(({ name }) => name);
  } finally {
    archive.close();
  }
}

/**
 * Rows of one sheet (the first that is shown, unless named), blank ones left out; `row` is the row of the sheet. Dates come as ISO
 * text without zone, numbers as they were typed, formulas as their last result, booleans as TRUE and FALSE, errors as #N/A and so on.
 */
export async function* readXlsx(source: SpreadsheetSource, sheet: string | null, limits: SpreadsheetLimits): AsyncGenerator<SheetRow> {
  const archive = await openArchive(source, limits);
  try {
    const workbook = await readWorkbook(archive);
    const chosen = sheet === null ? ordered(workbook)[0] : workbook.sheets.find(({ name }) => name === sheet);
    if (!chosen) throw new SpreadsheetRefused('sheet-missing', sheet);
    const gathered = new RowGatherer(workbook, limits);
    for await (const _ of walkXml(archive, chosen.part, gathered)) yield* gathered.take();
  } finally {
    archive.close();
  }
}

function ordered({ sheets }: Workbook) {
  return [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
}

/** Turns the events of a sheet into rows. Cells and rows may leave out their reference, which then follows the one before. */
class RowGatherer {
  private rows: SheetRow[] = [];
  private cells: string[] = [];
  private row = 0;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private taking = false;
  private phonetic = false;
  private readonly workbook: Workbook;
  private readonly limits: SpreadsheetLimits;

  constructor(workbook: Workbook, limits: SpreadsheetLimits) {
    this.workbook = workbook;
    this.limits = limits;
  }

  take(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.row = attributes.r ? Number(attributes.r) : this.row + 1;
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
      if (!(this.column >= 0 && this.column < this.limits.columns)) throw new SpreadsheetRefused('too-many-columns', `row ${this.row}`);
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? 0);
      this.value = '';
    } else if (name === 'rPh') this.phonetic = true;
    else if (name === 'v' || name === 't') this.taking = !this.phonetic;
  }

  text(text: string): void {
    if (!this.taking) return;
    this.value += text;
    if (this.value.length > this.limits.textLength) throw new SpreadsheetRefused('text-too-long', `row ${this.row}`);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.taking = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') {
      while (this.cells.length < this.column) this.cells.push('');
      this.cells[this.column] = this.shown();
    } else if (name === 'row' && this.cells.some((cell) => cell.trim() !== '')) this.rows.push({ row: this.row, cells: this.cells });
  }

  private shown(): string {
    const { value } = this;
    if (value === '') return '';
    if (this.type === 's') return this.workbook.sharedStrings.at(Number(value));
    if (this.type === 'inlineStr' || this.type === 'str') return unescapeXlsx(value);
    if (this.type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (this.type !== 'n') return value;
    const format = this.workbook.dateFormats[this.style];
    return format ? serialText(value, format, this.workbook.from1904) : numberText(value);
  }
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
