import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';

const Shape = z.strictObject({
  // As the engine writes a moment in UTC: nothing of its precision is lost on the way.
  at: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/),
  id: z.uuid(),
});
export type MomentPlace = z.infer<typeof Shape>;

/** The place in a list newest first behind which the next page begins, as an opaque cursor. */
export function writePlace(place: MomentPlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads it back; refuses everything else as `invalid-cursor`. */
export function readPlace(text: string): MomentPlace {
  try {
    const place = Shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (!Number.isNaN(Date.parse(place.at.replace(' ', 'T').replace('+00', 'Z')))) return place;
  } catch {}
  throw problems['invalid-cursor']();
}
