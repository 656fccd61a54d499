import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';

/** Where a page ended: the sort it belongs to, the sorted moment as the engine writes it (null: none) and the id of the row. */
export interface Cursor {
  sort: string;
  at: string | null;
  id: string;
}

const Shape = z.strictObject({
  sort: z.string(),
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/)
    .refine((text) => !Number.isNaN(Date.parse(text.replace(' ', 'T').replace('+00', 'Z'))))
    .nullable(),
  id: z.uuid(),
});

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads a cursor of this very sort; refuses everything else as `invalid-cursor`. */
export function readCursor(text: string, sort: string): Cursor {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw problems['invalid-cursor']();
  }
  const parsed = Shape.safeParse(value);
  if (!parsed.success || parsed.data.sort !== sort || (parsed.data.at === null && sort !== 'dueAt')) throw problems['invalid-cursor']();
  return parsed.data;
}
