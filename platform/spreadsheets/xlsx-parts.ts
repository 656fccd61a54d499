import type { OutCell } from './sheet-to-write.ts';
import { wallClock } from './zoned-time.ts';

/** Excel's limit for the text of one cell; a longer one makes it call the file damaged. */
const LONGEST = 32_767;
const CUT = '……【过长，已截断；CSV 含全文 / cut here, the CSV is whole】';
const letters: string[] = [];

/** One cell: styles 0 plain, 1 date and time, 2 bold. */
export function cellXml(cell: OutCell, reference: string, timezone: string, bold: boolean): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${reference}"><v>${cell}</v></c>` : '';
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) {
    const serial = wallClock(cell, timezone) / 86_400_000 + 25_569;
    // Before 1 March 1900 Excel's calendar is wrong; no case is that old, an invalid date is.
    return serial >= 61 ? `<c r="${reference}" s="1"><v>${serial}</v></c>` : '';
  }
  return `<c r="${reference}" t="inlineStr"${bold ? ' s="2"' : ''}><is><t xml:space="preserve">${escapeXml(fitting(cell))}</t></is></c>`;
}

function fitting(text: string): string {
  return text.length <= LONGEST ? text : text.slice(0, LONGEST - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT;
}

/** What XML 1.0 cannot hold becomes _xHHHH_ (ECMA-376 part 1, 22.9.2.19), and text that already looks like that is escaped too. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(special, (character) => entities[character] ?? `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// A carriage return would be read back as a line feed (XML 1.0, 2.11).
const special = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  letters[column] ??= (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
  return letters[column]!;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Everything of a workbook but its sheets (ECMA-376 part 1, clause 12). */
export function workbookParts(sheets: readonly string[]): [name: string, xml: string][] {
  const numbered = sheets.map((name, at) => ({ name, number: at + 1 }));
  return [
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered
        .map(({ name, number }) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships">${numbered
        .map(({ number }) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)
        .join('')}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${numbered
        .map(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`)
        .join('')}</Types>`,
    ],
  ];
}
