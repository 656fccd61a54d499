/** What the database can keep: well-formed, without NUL, at most so long. */
export function keepable(text: string, most: number): string {
  const clean = text.toWellFormed().replaceAll('\u0000', '');
  return clean.length > most ? `${clean.slice(0, most - 1).toWellFormed()}…` : clean;
}

const mostDetail = 20_000;

/** Detail as it will be read again: through JSON once, every text in it keepable. Too much of it is cut to its keys. */
export function keepableDetail(detail: Record<string, unknown> | undefined): Record<string, unknown> {
  if (!detail) return {};
  const written = JSON.stringify(detail, (_key, value) => (typeof value === 'string' ? keepable(value, 2000) : value));
  const read = JSON.parse(written) as Record<string, unknown>;
  return written.length <= mostDetail ? read : { tooLong: written.length, keys: Object.keys(read).slice(0, 50) };
}
