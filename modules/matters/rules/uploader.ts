import type { Actor } from '@gongzhi/contract/actor';

/** Under which name an actor's uploads are kept. The anonymous share one: nothing is given back to them by it. */
export function uploaderOf(actor: Actor): string {
  return `${actor.kind}:${actor.id ?? ''}`;
}
