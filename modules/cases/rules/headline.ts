import { redact } from './redact.ts';

/**
 * The title of a request without anything personal: the one given, else the first words. Redacted before it is cut, since half of a number
 * is not recognised as one.
 */
export function headline(title: string | undefined, body: string): string {
  const given = title?.trim();
  const words = given || body.split(/[\n。！？!?]/, 1)[0]?.trim() || body.trim();
  return [...redact(words)].slice(0, given ? 120 : 40).join('');
}
