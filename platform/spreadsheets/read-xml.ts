import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Archive } from './open-archive.ts';
import { SpreadsheetRefused } from './spreadsheet-refused.ts';

export interface XmlEvents {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** A text node longer than this is no cell of Excel (32,767 characters, entities written out at most tenfold). */
const LONGEST_TEXT = 4 * 2 ** 20;

/**
 * Walks one part of a workbook without holding it. Names come without namespace prefix, since some writers use one. Yields after every
 * piece, so that the caller may hand on what has been gathered. Document types are refused: they are what entity bombs are made of.
 */
export async function* walkXml(archive: Archive, part: string, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let failure: unknown;
  let silent = 0;
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.on('doctype', () => {
    failure ??= new Error('document type');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    silent = 0;
    events.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    silent = 0;
    events.close?.(local(tag.name));
  });
  if (events.text) {
    parser.on('text', (text) => events.text?.(text));
    parser.on('cdata', (text) => events.text?.(text));
  }
  const decoder = new TextDecoder('utf-8');
  const feed = (text: string) => {
    silent += text.length;
    parser.write(text);
    if (failure) throw new SpreadsheetRefused('broken-workbook', part, failure);
    if (silent > LONGEST_TEXT) throw new SpreadsheetRefused('text-too-long', part);
  };
  for await (const piece of archive.read(part)) {
    feed(decoder.decode(piece, { stream: true }));
    yield;
  }
  feed(decoder.decode());
  parser.close();
  if (failure) throw new SpreadsheetRefused('broken-workbook', part, failure);
  yield;
}

/** The same for a part that is small or gathered whole. */
export async function readXml(archive: Archive, part: string, events: XmlEvents): Promise<void> {
  for await (const _ of walkXml(archive, part, events));
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
