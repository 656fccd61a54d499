import { problems } from '@gongzhi/platform/problems';

/** The opaque cursor after a row: the values by which the list is ordered. */
export function cursorAfter(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor of this list; refuses as `invalid-cursor` what is not of that shape. Null where there is none. */
export function readCursor<Shape extends readonly ('text' | 'uuid' | 'number')[]>(
  cursor: string | undefined,
  shape: Shape,
): (string | number)[] | null {
  if (cursor === undefined) return null;
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw problems['invalid-cursor']();
  }
  if (!Array.isArray(values) || values.length !== shape.length || !values.every((value, place) => fits(value, shape[place]!)))
    throw problems['invalid-cursor']();
  return values;
}

function fits(value: unknown, kind: 'text' | 'uuid' | 'number'): boolean {
  if (kind === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'string' || value.includes('\u0000')) return false;
  return kind === 'text' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
