import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook made of raw parts, so that tests can write what no library would. `parts` are added to or replace the plain ones. */
export async function workbookOf(sheetData: string, parts: Record<string, string | Buffer | null> = {}): Promise<Buffer> {
  const all: Record<string, string | Buffer | null> = {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets><sheet name="一" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s1" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="s2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="t" Type="${office}/styles" Target="styles.xml"/><Relationship Id="u" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...parts,
  };
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(all)) if (content !== null) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

export async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
