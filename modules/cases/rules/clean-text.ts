const named: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  yen: '¥',
  copy: '©',
  reg: '®',
  laquo: '«',
  raquo: '»',
};
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Nothing to do but at the ends, which holds for most cells: letters, digits and signs with single blanks. An import has millions of cells. */
const tidy = /^(?:[!-%'-;=-~\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe\uff00-\ufffd]| (?! ))*$/;

/**
 * Text of an old system as a person would have typed it: HTML entities decoded once, line break tags turned into line breaks, control
 * and invisible characters taken out (also those that turn the direction of writing), runs of blanks of any width made one, at most
 * one empty line. Nothing that can be seen is lost: angle brackets stay, since people write 《》 as <>.
 */
export function cleanText(text: string): string {
  if (tidy.test(text) && text.isWellFormed()) return text.trim();
  return text
    .replace(/<\/?(?:br|p|div)\s*\/?>/gi, '\n')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, decode)
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(unprintable, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ');
}

function decode(whole: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name) return named[name.toLowerCase()] ?? whole;
  const point = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
