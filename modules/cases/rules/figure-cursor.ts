import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';

const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/)
  .refine((text) => !Number.isNaN(Date.parse(text.replace(' ', 'T').replace('+00', 'Z'))));

const Cursor = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('standing'), since: moment, id: z.uuid() }),
  z.strictObject({ in: z.literal('counted'), at: moment, id: z.number().int().min(0) }),
  z.strictObject({ in: z.literal('counted-first') }),
]);

/** Where a page of the cases behind a figure ended: among what stands open, or among what was counted. */
export type FigureCursor = z.infer<typeof Cursor>;

export const writeFigureCursor = (cursor: FigureCursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

export function readFigureCursor(text: string): FigureCursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems['invalid-cursor']();
  }
}
