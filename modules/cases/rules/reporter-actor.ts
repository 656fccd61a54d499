import type { Actor } from '@gongzhi/contract/actor';

/** The reporter as history names it: never by name, since entries and facts are read by many. */
export function reporterActor(residentId: string): Actor {
  return { kind: 'resident', id: residentId, name: '诉求人', posts: [] };
}
