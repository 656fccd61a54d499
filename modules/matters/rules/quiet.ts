/**
 * What the product itself does without moving the matter on (a publication by rule, a reminder, a card) leaves the version as it is:
 * whoever is about to act on what was seen before has seen nothing wrong, and is not sent back to look again.
 */
export function isQuiet(actorKind: string, from: string | null, to: string): boolean {
  return actorKind === 'system' && from === to;
}
