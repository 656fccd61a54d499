/**
 * What the product itself does without moving the matter on (a publication by rule, a reminder, a card) leaves the version as it is:
 * whoever is about to act on what was seen before has seen nothing wrong, and is not sent back to look again. So does a file that is attached.
 */
export function isQuiet(actorKind: string, from: string | null, to: string, action?: string): boolean {
  return from === to && (actorKind === 'system' || action === attachment.action);
}

/** What the ledger itself writes into a history of any kind; no act of a life cycle, and done by nobody through one. */
export const attachment = { action: 'attach', zh: '添加附件', en: 'Attach a file' } as const;
