import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import { type FieldProblem, problems } from '../problems/index.ts';

/** Checks one part of the input; a refusal names every field at fault with what would be accepted. */
export function check<T>(schema: z.ZodType<T> | undefined, value: unknown, part: 'path' | 'query' | 'body'): T | undefined {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw problems['invalid-input']({ errors: fieldProblems(result.error, part === 'body' ? '' : part) });
  const zero = findZero(result.data, '');
  if (zero !== null) throw problems['invalid-input']({ errors: [{ field: zero || part, reason: 'the NUL character is not accepted' }] });
  return result.data;
}

export function fieldProblems(error: z.ZodError, prefix = ''): FieldProblem[] {
  return error.issues.slice(0, 50).flatMap((issue) => {
    const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    const accepted = acceptedBy(issue);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: path ? `${path}.${key}` : key, reason: 'this field is not known' }));
    return [{ field: path || 'body', reason: issue.message, ...(accepted ? { accepted } : {}) }];
  });
}

function acceptedBy(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_format':
      return issue.format === 'regex' ? issue.message : issue.format;
    default:
      return undefined;
  }
}

// PostgreSQL cannot store U+0000; refused here it is the caller's mistake, found there it would look like ours.
function findZero(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\u0000') ? path : null;
  if (Array.isArray(value)) return firstOf(value.entries(), path);
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) return firstOf(Object.entries(value), path);
  return null;
}
function firstOf(entries: Iterable<[string | number, unknown]>, path: string): string | null {
  for (const [key, item] of entries) {
    if (typeof key === 'string' && key.includes('\u0000')) return path || 'body';
    const found = findZero(item, path ? `${path}.${key}` : String(key));
    if (found !== null) return found;
  }
  return null;
}

/** Parses a JSON body; refuses other encodings than UTF-8, broken JSON and attempts at the prototype. */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (!isUtf8(body))
    throw problems['invalid-input']({ errors: [{ field: 'body', reason: 'the body is not UTF-8', accepted: 'JSON in UTF-8' }] });
  try {
    const text = body.toString('utf8');
    // A reviver is slow; it is needed only where the name occurs at all, also when escaped.
    return text.includes('__proto__') || text.includes('\\u')
      ? JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value))
      : JSON.parse(text);
  } catch (error) {
    throw problems['invalid-input']({
      errors: [{ field: 'body', reason: `broken JSON: ${(error as Error).message.slice(0, 200)}`, accepted: 'JSON in UTF-8' }],
    });
  }
}
