import { stopWords } from './stop-words.ts';

interface Node {
  next: Map<number, Node>;
  end: boolean;
}

const root: Node = { next: new Map(), end: false };
for (const word of stopWords) {
  let node = root;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    let next = node.next.get(code);
    if (!next) {
      next = { next: new Map(), end: false };
      node.next.set(code, next);
    }
    node = next;
  }
  node.end = true;
}

/** Longer texts say nothing new after this; it also bounds what hostile input can cost. Characters. */
export const longestText = 4000;

/** How far a stop word reaches from a place; 0 where none begins. */
function stopLength(text: string, from: number): number {
  let node: Node | undefined = root;
  let longest = 0;
  for (let at = from; at < text.length; at += 1) {
    node = node.next.get(text.charCodeAt(at));
    if (!node) break;
    if (node.end) longest = at - from + 1;
  }
  return longest;
}

const isHan = (code: number) => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
const isWord = (code: number) =>
  (code >= 48 && code <= 57) ||
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && code < 0x2000) ||
  (code >= 0x3040 && code < 0x3100) ||
  (code >= 0xac00 && code < 0xd7a4);

/** A stretch of text: Chinese characters in a row, stop words taken out, or one word of letters and digits. */
export interface Stretch {
  han: boolean;
  text: string;
}

/**
 * A text as stretches that grams are made of: one form for full and half width, no case, stop words gone, punctuation and blanks only as
 * boundaries. Text that comes as words with blanks between them (`segmented`) is joined again, so both give the same grams.
 */
export function stretches(text: string, segmented = false): Stretch[] {
  const plain = text.slice(0, longestText).normalize('NFKC').toLowerCase();
  const found: Stretch[] = [];
  let han = '';
  let word = '';
  const close = () => {
    if (han) found.push({ han: true, text: han });
    if (word) found.push({ han: false, text: word.slice(0, 24) });
    han = '';
    word = '';
  };
  for (let i = 0; i < plain.length; ) {
    const code = plain.charCodeAt(i);
    if (isHan(code)) {
      if (word) close();
      const stop = stopLength(plain, i);
      if (stop > 0) i += stop;
      else {
        han += plain[i];
        i += 1;
      }
      continue;
    }
    if (isWord(code)) {
      if (han) close();
      word += plain[i];
    } else if (!(segmented && code === 32 && han)) close();
    i += 1;
  }
  close();
  return found;
}
