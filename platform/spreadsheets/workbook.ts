import { posix } from 'node:path';
import { type DateFormat, dateFormatOf } from './excel-number.ts';
import type { Archive } from './open-archive.ts';
import { readXml } from './read-xml.ts';
import { SpreadsheetRefused } from './spreadsheet-refused.ts';
import { StringTable } from './string-table.ts';

/** What the cells of a workbook refer to. */
export interface Workbook {
  sheets: { name: string; part: string; hidden: boolean }[];
  from1904: boolean;
  /** By style index: how a number is shown when it is a date. */
  dateFormats: (DateFormat | null)[];
  sharedStrings: StringTable;
}

/** Reads the directory of the workbook and its shared strings, which have to be in memory because cells point into them. */
export async function readWorkbook(archive: Archive, only: { strings: boolean } = { strings: true }): Promise<Workbook> {
  const main = await mainPart(archive);
  const targets = await relations(archive, main);
  const workbook: Workbook = { sheets: [], from1904: false, dateFormats: [], sharedStrings: new StringTable() };
  await readXml(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = targets.get(id ?? '')?.part;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      if (part && archive.has(part)) workbook.sheets.push({ name: attributes.name ?? '', part, hidden });
    },
  });
  if (workbook.sheets.length === 0) throw new SpreadsheetRefused('broken-workbook', 'no sheet');
  for (const { type, part } of targets.values()) {
    if (!archive.has(part)) continue;
    if (type.endsWith('/styles')) workbook.dateFormats = await readStyles(archive, part);
    if (type.endsWith('/sharedStrings') && only.strings) workbook.sharedStrings = await readStrings(archive, part);
  }
  return workbook;
}

async function mainPart(archive: Archive): Promise<string> {
  if (archive.has('mimetype') && archive.has('content.xml')) throw new SpreadsheetRefused('open-document');
  if (archive.has('xl/workbook.bin')) throw new SpreadsheetRefused('binary-workbook');
  if (!archive.has('_rels/.rels')) throw new SpreadsheetRefused('not-a-spreadsheet');
  const office = [...(await relations(archive, '')).values()].find(({ type }) => type.endsWith('/officeDocument'));
  // A Word or PowerPoint file is built the same way up to here.
  if (!office || !archive.has(office.part) || archive.has('word/document.xml') || archive.has('ppt/presentation.xml')) {
    throw new SpreadsheetRefused('not-a-spreadsheet');
  }
  return office.part;
}

/** The relations of a part: identifier to the type and the name of the part that it points at. */
async function relations(archive: Archive, of: string): Promise<Map<string, { type: string; part: string }>> {
  const folder = posix.dirname(of || 'x');
  const file = posix.join(folder, '_rels', `${posix.basename(of)}.rels`);
  const found = new Map<string, { type: string; part: string }>();
  if (!archive.has(file)) return found;
  await readXml(archive, file, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
      found.set(Id, { type: Type ?? '', part: Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target) });
    },
  });
  return found;
}

async function readStyles(archive: Archive, part: string): Promise<(DateFormat | null)[]> {
  const codes = new Map<number, string>();
  const formats: (DateFormat | null)[] = [];
  let inCells = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells)
        formats.push(dateFormatOf(Number(attributes.numFmtId ?? 0), codes.get(Number(attributes.numFmtId))));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

async function readStrings(archive: Archive, part: string): Promise<StringTable> {
  const strings = new StringTable();
  let current = '';
  let taking = false;
  let phonetic = false;
  await readXml(archive, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') taking = !phonetic;
    },
    text(text) {
      if (taking) current += text;
    },
    close(name) {
      if (name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.add(unescapeXlsx(current));
    },
  });
  return strings;
}

/** Characters that XML cannot hold are written _xHHHH_ in a workbook (ECMA-376 part 1, 22.9.2.19). */
export function unescapeXlsx(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
