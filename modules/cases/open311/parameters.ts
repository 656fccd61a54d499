import { missing, wrong } from './faults.ts';

/** Parameters of a call; an empty one equals an absent one, and of a repeated one the first counts. */
export type Parameters = ReadonlyMap<string, string>;

export function parametersOf(search: URLSearchParams): Parameters {
  const found = new Map<string, string>();
  for (const [name, value] of search) if (value.trim() !== '' && !found.has(name)) found.set(name, value.trim());
  return found;
}

export const listOf = (parameters: Parameters, name: string): string[] | undefined =>
  parameters
    .get(name)
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** A W3C date and time with offset, or null where absent. */
export function instantOf(parameters: Parameters, name: string): Date | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  const form = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+ -]\d{2}:?\d{2}))?$/;
  // A plus sign that was not escaped arrives as a blank.
  const at = form.test(text) ? new Date(text.replace(' ', '+')) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime())) throw wrong(name, 'a W3C date and time with offset, such as 2026-03-01T08:00:00+08:00');
  return at;
}

export function numberOf(parameters: Parameters, name: string, least: number, most: number): number | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  const value = /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw wrong(name, `a number from ${least} to ${most}`);
  return value;
}

/** One line or several of text, at most so long; control characters are refused. */
export function textOf(parameters: Parameters, name: string, most: number): string | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) || !text.isWellFormed())
    throw wrong(name, 'text without control characters');
  if ([...text].length > most) throw wrong(name, `at most ${most} characters`);
  return text;
}

export function required<T>(value: T | null | undefined, name: string, accepted?: string): T {
  if (value === null || value === undefined) throw missing(name, accepted);
  return value;
}
