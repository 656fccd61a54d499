import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { SpreadsheetRefused } from './spreadsheet-refused.ts';

/** A file by its path, or its bytes. Archives are read by position, so a bare stream does not do: put it into the file store first. */
export type SpreadsheetSource = string | Uint8Array;

/** One line of a sheet. `row` counts as the spreadsheet program shows it: from 1, blank lines included, a quoted line break not. */
export interface SheetRow {
  row: number;
  cells: string[];
}

export interface SpreadsheetLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes of all entries of an archive together, unpacked. */
  unpackedBytes: number;
  /** Unpacked to packed size of any entry of more than 10 MiB. Real sheets stay under 50. */
  ratio: number;
  entries: number;
  columns: number;
  /** Characters of one cell (XLSX) or one row (CSV); what exceeds it is nearly always an unclosed quotation mark. */
  textLength: number;
}

export const defaultLimits: SpreadsheetLimits = {
  fileBytes: 200 * 2 ** 20,
  unpackedBytes: 1024 * 2 ** 20,
  ratio: 250,
  entries: 2_000,
  columns: 1_000,
  textLength: 2 ** 20,
};

/** The bytes in order, in pieces. */
export function bytesOf(source: SpreadsheetSource): AsyncIterable<Uint8Array> {
  if (typeof source === 'string') return createReadStream(source, { highWaterMark: 256 * 1024 });
  return (async function* () {
    for (let at = 0; at < source.length; at += 256 * 1024) yield source.subarray(at, at + 256 * 1024);
  })();
}

/** The first bytes and the size. Refuses an empty file and one above the limit. */
export async function headOf(
  source: SpreadsheetSource,
  length: number,
  limits: SpreadsheetLimits,
): Promise<{ head: Uint8Array; size: number }> {
  const check = (size: number) => {
    if (size === 0) throw new SpreadsheetRefused('empty');
    if (size > limits.fileBytes) throw new SpreadsheetRefused('too-large', `${size} > ${limits.fileBytes}`);
    return size;
  };
  if (typeof source !== 'string') return { head: source.subarray(0, length), size: check(source.length) };
  const file = await open(source);
  try {
    const size = check((await file.stat()).size);
    const head = Buffer.alloc(Math.min(length, size));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}
