import { type Actor, outermost } from '@gongzhi/contract/actor';

/** Areas whose facilities an actor may see: those of all its posts, whatever they permit. The product itself sees everywhere. */
export const facilityAreas = (actor: Actor): string[] =>
  actor.kind === 'system' ? [''] : outermost(actor.posts.map(({ areaCode }) => areaCode)).sort();

/** The deepest known area that holds everything between two codes, at least `within`. */
export function commonArea(least: string, most: string, within: string, known: (code: string) => boolean): string {
  let length = 0;
  while (length < least.length && least[length] === most[length]) length += 1;
  for (; length > within.length; length -= 1) if (known(least.slice(0, length))) return least.slice(0, length);
  return within;
}
