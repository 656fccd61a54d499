/** What may stand in a column: JSON as text, `text[]` as an array of strings; null and undefined are SQL's null. */
export type CopyValue = string | number | boolean | Date | Uint8Array | readonly string[] | null | undefined;

/** About this much text travels in one piece. */
const pieceLength = 1 << 16;
const special = /[\\\n\r\t]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (text: string) => (special.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => escapes[character] as string) : text);

/** An array literal; every element is quoted, so that an empty text and the word NULL stay what they are. */
const arrayLiteral = (items: readonly string[]) => `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** One field in the text format of COPY. Throws a RangeError for a date that is none. */
export function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  return escaped(arrayLiteral(value));
}

/** Rows in the text format of COPY (https://www.postgresql.org/docs/15/sql-copy.html), in pieces of about 64 KiB. */
export function* copyText(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let piece = '';
  for (const row of rows) {
    for (let index = 0; index < row.length; index += 1) piece += `${index === 0 ? '' : '\t'}${copyField(row[index])}`;
    piece += '\n';
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}
