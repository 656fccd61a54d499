import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';

const Place = z.strictObject({ rank: z.number().int().min(0).max(1), day: z.iso.date(), id: z.uuid() });

/** Where a page of rows in the order of rank, day and id ended. */
export type PagePlace = z.infer<typeof Place>;

export const writePlace = (place: PagePlace): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** Refuses as `invalid-cursor` what no page has given out. */
export function readPlace(text: string): PagePlace {
  try {
    return Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems['invalid-cursor']();
  }
}
