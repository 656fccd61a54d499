import { cleanText } from './clean-text.ts';
import type { Cells } from './import-cells.ts';
import type { ImportedCase } from './imported-case.ts';

const TITLE = 120;
const HEADING = 60;
const BODY = 8_000;
const ADDRESS = 200;

/**
 * Title, body and address within the limits of a case. What is too long for its place is shortened there and stands whole in the body;
 * a missing title is the first sentence of the body. Refuses a row without any text and one with too much.
 */
export function readText(cells: Cells): Pick<ImportedCase, 'title' | 'body' | 'address'> {
  const title = cells.line('title');
  const address = cells.line('address');
  const text = cleanText(cells.raw('body'));
  for (const field of ['title', 'body', 'address'] as const) if (cells.raw(field).includes('\ufffd')) cells.warn(field, 'undecodable_text');
  // Service requests of some cities have no text at all: there the type is what was asked for.
  const textless = !cells.has('title') && !cells.has('body');
  const heading = title || (textless ? cells.line('category') : firstSentence(text));
  if (heading === '') cells.refuse(cells.has('body') ? 'body' : cells.has('title') ? 'title' : 'category', 'missing_text');
  const paragraphs = [text || heading];
  if (title.length > TITLE) {
    cells.warn('title', 'title_shortened');
    if (text !== '') paragraphs.unshift(title);
  }
  if (address.length > ADDRESS) {
    cells.warn('address', 'address_shortened');
    paragraphs.push(address);
  }
  const body = paragraphs.join('\n\n');
  if (body.length > BODY) cells.refuse('body', 'text_too_long');
  return { title: shorten(heading, TITLE), body, address: address === '' ? null : shorten(address, ADDRESS) };
}

function firstSentence(text: string): string {
  return shorten((/^[^。！？!?\n]{2,60}[。！？!?]?/.exec(text)?.[0] ?? text.split('\n', 1)[0]!).trim(), HEADING);
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
