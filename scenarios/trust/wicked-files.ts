import { gzipSync } from 'node:zlib';
import { workbookOf } from '../../platform/spreadsheets/workbook-for-tests.ts';

/** A file of somebody who means harm, or who took the wrong one. */
export interface WickedFile {
  what: string;
  name: string;
  /** As the client declares it. */
  type: string;
  content: Uint8Array;
}

const wicked = (what: string, name: string, type: string, content: string | Uint8Array): WickedFile => ({
  ...{ what, name, type, content: typeof content === 'string' ? Buffer.from(content, 'latin1') : content },
});
/** An archive whose entry climbs out; no library writes such a name, so it is put in afterwards. */
const climbing = async () => {
  const bytes = await workbookOf('<row/>', { 'xx/xx/xx/evil.xml': '<a/>' });
  return Buffer.from(bytes.toString('latin1').replaceAll('xx/xx/xx/evil.xml', '../../../evil.xml'), 'latin1');
};
export const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(64)]);

/** Nobody takes these, whether documents or tables are wanted. */
export async function refusedEverywhere(): Promise<WickedFile[]> {
  return [
    wicked('nothing', 'a.csv', 'text/csv', ''),
    wicked('a page', 'a.csv', 'text/csv', '<!doctype html><script>alert(1)</script>'),
    wicked(
      'a drawing that runs',
      'a.svg',
      'image/svg+xml',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
    wicked('a program that is said to be a photo', 'a.jpg', 'image/jpeg', elf),
    wicked('a program', 'a.exe', 'application/octet-stream', Buffer.concat([Buffer.from('MZ\x90\0\x03\0', 'latin1'), Buffer.alloc(128)])),
    wicked('a document that runs', 'a.pdf', 'application/pdf', '%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF\n'),
    wicked('a document that hides an archive', 'a.pdf', 'application/pdf', `%PDF-1.7\n%%EOF\nPK\x05\x06${'\0'.repeat(18)}`),
    wicked('a picture that is a script', 'a.gif', 'image/gif', 'GIF89a/*\0\0*/=1;alert(1)//'),
    wicked('a photo that was cut off', 'a.jpg', 'image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'),
    wicked('a packed file', 'a.csv.gz', 'application/gzip', gzipSync('a,b\n1,2\n')),
    wicked('a workbook that swells', 'a.xlsx', 'application/octet-stream', await workbookOf(' '.repeat(30_000_000))),
    wicked('an archive that climbs out', 'a.xlsx', 'application/octet-stream', await climbing()),
    wicked('an archive that was cut off', 'a.xlsx', 'application/octet-stream', (await workbookOf('<row/>')).subarray(0, 400)),
    wicked(
      'an old workbook',
      'a.xls',
      'application/vnd.ms-excel',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    ),
  ];
}

/** One file in the field of a multipart body, with its name as bytes as they come. */
export function multipart(file: { name: string; type: string; content: Uint8Array }, field = 'file'): Buffer {
  return Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`,
    ),
    file.content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
export const boundary = 'trustboundary';
