import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { OutCell, SheetToWrite } from './sheet-to-write.ts';
import { cellXml, columnLetters, workbookParts } from './xlsx-parts.ts';

/** Rows that fit on one sheet of Excel, header included. What is more goes on to a further sheet with the same header. */
export const ROWS_PER_SHEET = 1_048_576;
const PIECE = 64 * 1024;

/**
 * A workbook as a stream, in constant memory: the sheet is compressed while the rows come. Texts are string cells, so nothing is ever
 * run as a formula; dates are real dates in the zone's wall clock; the header is bold and stays in view. Texts above Excel's 32,767
 * characters are cut and say so (CSV holds them whole). A failure of the rows destroys the stream with it.
 */
export function writeXlsx(sheet: SheetToWrite, rowsPerSheet = ROWS_PER_SHEET): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const rows = drawn(sheet.rows);
  zip.on('error', (error: Error) => output.destroy(error));
  output.once('close', () => void rows.return(undefined).catch(() => {}));
  write(zip, sheet, rows, rowsPerSheet).catch((error: Error) => output.destroy(error));
  return output;
}

async function write(
  zip: ZipFile,
  sheet: SheetToWrite,
  rows: AsyncGenerator<readonly OutCell[], undefined>,
  rowsPerSheet: number,
): Promise<void> {
  const names: string[] = [];
  const base = (sheet.name ?? 'Sheet1').replace(/[[\]:*?/\\]/g, ' ').slice(0, 25);
  let next = await rows.next();
  do {
    names.push(names.length === 0 ? base : `${base} ${names.length + 1}`);
    const content = Readable.from(sheetXml(), { objectMode: false, highWaterMark: PIECE });
    zip.addReadStream(content, `xl/worksheets/sheet${names.length}.xml`);
    await once(content, 'end');
  } while (!next.done);
  for (const [name, xml] of workbookParts(names)) zip.addBuffer(Buffer.from(xml), name);
  zip.end();

  async function* sheetXml(): AsyncGenerator<Buffer> {
    let text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${Math.max(1, sheet.header.length)}" width="18" customWidth="1"/></cols><sheetData>`;
    text += rowXml(sheet.header, 1, true);
    for (let row = 2; !next.done && row <= rowsPerSheet; row++) {
      text += rowXml(next.value, row, false);
      if (text.length > PIECE) {
        yield Buffer.from(text);
        text = '';
      }
      next = await rows.next();
    }
    yield Buffer.from(`${text}</sheetData></worksheet>`);
  }

  function rowXml(cells: readonly OutCell[], row: number, bold: boolean): string {
    let xml = `<row r="${row}">`;
    for (let column = 0; column < cells.length; column++) xml += cellXml(cells[column], columnLetters(column) + row, sheet.timezone, bold);
    return `${xml}</row>`;
  }
}

async function* drawn(rows: SheetToWrite['rows']): AsyncGenerator<readonly OutCell[], undefined> {
  yield* rows;
}
