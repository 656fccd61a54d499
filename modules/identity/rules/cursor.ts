import { problems } from '@gongzhi/platform/problems';

/** The key of the last row of a page, opaque to whoever carries it. */
export const encodeCursor = (key: string | number): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Refuses with `invalid-cursor` what `encodeCursor` has not made. */
export function decodeCursor(cursor: string): string | number {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof key === 'string' || typeof key === 'number') return key;
  } catch {}
  throw problems['invalid-cursor']();
}
