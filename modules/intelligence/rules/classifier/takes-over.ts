import type { Measures } from './measures.ts';

/**
 * Whether a challenger takes over from the champion, both measured on the same held-back cases: it must be right at least as often, and its
 * confidence must not have become a worse guide.
 */
export function takesOver(challenger: Measures, champion: Measures | null): boolean {
  if (champion === null) return true;
  const better = (challenger.accuracy ?? 0) >= (champion.accuracy ?? 0);
  const honest = (challenger.ece ?? 1) <= Math.max(0.05, (champion.ece ?? 0) + 0.02);
  return better && honest;
}

/** One case in ten is held back from learning for ever, by its number, so that every version is measured on what none has seen. */
export function isHeldBack(number: string): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < number.length; i += 1) hash = Math.imul(hash ^ number.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (hash >>> 0) % 10 === 0;
}
