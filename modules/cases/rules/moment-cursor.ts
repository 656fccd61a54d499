import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';

const Shape = z.strictObject({
  // As the engine writes a moment in UTC: nothing of its precision is lost on the way.
  at: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/),
  id: z.uuid(),
});
export type MomentCursor = z.infer<typeof Shape>;

export function writeMomentCursor(cursor: MomentCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads where a list newest first went on; refuses everything else as `invalid-cursor`. */
export function readMomentCursor(text: string): MomentCursor {
  try {
    const cursor = Shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (!Number.isNaN(Date.parse(cursor.at.replace(' ', 'T').replace('+00', 'Z')))) return cursor;
  } catch {}
  throw problems['invalid-cursor']();
}
