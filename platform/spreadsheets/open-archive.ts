import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { defaultLimits, type SpreadsheetLimits, type SpreadsheetSource } from './source.ts';
import { SpreadsheetRefused } from './spreadsheet-refused.ts';

/** The entries of a workbook, opened one at a time. Close it when done. */
export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** Unpacked bytes in pieces. What an entry declares is not believed: every byte that comes out counts towards the limits. */
  read(name: string): AsyncGenerator<Uint8Array>;
  close(): void;
}

const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true } as const;

/**
 * Opens a workbook as an archive. Threats answered: archives that swell (total, ratio, overlapping entries that count again each
 * time), archives with endless entries, path names that climb out, encrypted entries, two entries of one name.
 */
export async function openArchive(source: SpreadsheetSource, limits: SpreadsheetLimits = defaultLimits): Promise<Archive> {
  const zip = await open(source);
  try {
    const entries = await directory(zip, limits);
    let unpacked = 0;
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(name),
      async *read(name) {
        const entry = entries.get(name);
        if (!entry) throw new SpreadsheetRefused('broken-workbook', `no ${name}`);
        let stream: Readable | undefined;
        try {
          stream = await zip.openReadStreamPromise(entry);
          for await (const piece of stream as AsyncIterable<Uint8Array>) {
            unpacked += piece.length;
            if (unpacked > limits.unpackedBytes) throw new SpreadsheetRefused('archive-swells', name);
            yield piece;
          }
        } catch (error) {
          if (error instanceof SpreadsheetRefused) throw error;
          throw new SpreadsheetRefused('broken-archive', name, error);
        } finally {
          stream?.destroy();
        }
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function open(source: SpreadsheetSource): Promise<ZipFile> {
  try {
    return typeof source === 'string'
      ? await openPromise(source, options)
      : await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.length), options);
  } catch (error) {
    throw new SpreadsheetRefused('broken-archive', null, error);
  }
}

async function directory(zip: ZipFile, limits: SpreadsheetLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new SpreadsheetRefused('archive-too-many', String(zip.entryCount));
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > limits.unpackedBytes) throw new SpreadsheetRefused('archive-swells', `${total} bytes`);
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (entry.uncompressedSize > 10 * 2 ** 20 && ratio > limits.ratio)
        throw new SpreadsheetRefused('archive-swells', `1:${Math.round(ratio)}`);
      if (entry.isEncrypted()) throw new SpreadsheetRefused('encrypted');
      if (entries.has(entry.fileName)) throw new SpreadsheetRefused('broken-archive', 'one name twice');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefused) throw error;
    const unsafe = error instanceof Error && /relative path|absolute path|characters in fileName/.test(error.message);
    throw new SpreadsheetRefused(unsafe ? 'archive-path' : 'broken-archive', null, error);
  }
  return entries;
}
