import { defaultLimits, headOf, type SpreadsheetLimits, type SpreadsheetSource } from './source.ts';
import { SpreadsheetRefused } from './spreadsheet-refused.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
const zip = [0x50, 0x4b, 0x03, 0x04];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Formats that people upload by mistake; their first bytes leave no doubt. */
const others: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

/**
 * Tells CSV from XLSX by content, never by name. What is neither is refused with the reason that helps most:
 * old workbooks, passwords and web pages named .xls are what offices really have.
 */
export async function detectFormat(source: SpreadsheetSource, limits: SpreadsheetLimits = defaultLimits): Promise<'csv' | 'xlsx'> {
  const { head } = await headOf(source, 64 * 1024, limits);
  if (startsWith(head, zip)) return 'xlsx';
  if (startsWith(head, compoundFile)) throw new SpreadsheetRefused(holdsEncryptedPackage(head) ? 'encrypted' : 'old-workbook');
  if (others.some((signature) => startsWith(head, signature))) throw new SpreadsheetRefused('not-a-spreadsheet');
  const text = Buffer.from(head.subarray(0, 2048)).toString('latin1').replaceAll('\0', '');
  if (/^[^<]{0,8}<(!doctype|html|table|\?xml|meta|head)\b/i.test(text)) throw new SpreadsheetRefused('web-page');
  // A byte order mark of UTF-16 explains zero bytes; otherwise no text has them.
  const utf16 = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]) || looksLikeUtf16(head) !== null;
  if (!utf16 && head.includes(0)) throw new SpreadsheetRefused('not-a-spreadsheet');
  return 'csv';
}

/** A workbook with a password is an OLE file whose directory names a stream "EncryptedPackage", in UTF-16. */
function holdsEncryptedPackage(head: Uint8Array): boolean {
  return Buffer.from(head).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** UTF-16 without a mark: text of any language has line feeds and delimiters whose upper byte is zero, all on the same side. */
export function looksLikeUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let low = 0;
  let high = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0 && head[at + 1] === 0) return null;
    if (head[at] === 0) high++;
    else if (head[at + 1] === 0) low++;
  }
  const pairs = head.length / 2;
  // A few characters, 一 (U+4E00) among them, have a zero on the other side.
  if (low > pairs * 0.05 && low > high * 2) return 'utf-16le';
  if (high > pairs * 0.05 && high > low * 2) return 'utf-16be';
  return null;
}
