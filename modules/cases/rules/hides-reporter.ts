import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { Snapshot } from '@gongzhi/matters';

/**
 * Whether the reporter of a confidential case stays hidden from an actor: from every post whose organisation handles it or ever did, also where that
 * post could otherwise reveal contact data. Somebody with another post that reveals over the area may look in that one.
 */
export function hidesReporter(actor: Actor, matter: Snapshot): boolean {
  if (!matter.confidential) return false;
  const handling = new Set(matter.parts.map((part) => part.organisationId));
  const posts = actor.posts.filter((post) => !handling.has(post.organisationId));
  return !reachesArea({ ...actor, posts }, 'contact.reveal', matter.areaCode);
}
