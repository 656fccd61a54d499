import { looksLikeUtf16 } from './detect-format.ts';
import { bytesOf, headOf, type SpreadsheetLimits, type SpreadsheetSource } from './source.ts';

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

export interface DetectedEncoding {
  encoding: Encoding;
  /** `certain`: a byte order mark, or the whole file is valid UTF-8; `likely`: valid GB18030; `unsure`: neither fits, some characters will be lost. */
  certainty: 'certain' | 'likely' | 'unsure';
}

/**
 * Reads the whole file when there is no mark: a file may be plain ASCII for a thousand rows and show its encoding only in the last.
 * UTF-8 is tried first because text in GB18030 is practically never valid UTF-8, while the reverse happens.
 */
export async function detectEncoding(source: SpreadsheetSource, limits: SpreadsheetLimits): Promise<DetectedEncoding> {
  const { head } = await headOf(source, 8192, limits);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', certainty: 'certain' };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', certainty: 'certain' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', certainty: 'certain' };
  const utf16 = looksLikeUtf16(head);
  if (utf16) return { encoding: utf16, certainty: 'likely' };
  if (await decodes(source, 'utf-8')) return { encoding: 'utf-8', certainty: 'certain' };
  return { encoding: 'gb18030', certainty: (await decodes(source, 'gb18030')) ? 'likely' : 'unsure' };
}

/** Text in pieces; bytes that mean nothing become U+FFFD, which the import reports per row. A byte order mark is dropped. */
export async function* textOf(source: SpreadsheetSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytesOf(source)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function decodes(source: SpreadsheetSource, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of bytesOf(source)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
