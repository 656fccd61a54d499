import type { FormField, Words } from './schema.ts';

type Say = (key: string, values?: Record<string, unknown>) => string;
type Spoken = (words: Words) => string;

const missing = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function flaw(field: FormField, value: unknown, t: Say, spoken: Spoken): string | null {
  if (missing(value)) {
    const needed = field.required || (field.kind === 'picker' && field.min > 0);
    return needed && field.kind !== 'flag' ? t('form.missing', { field: spoken(field.label) }) : null;
  }
  if (field.kind === 'text' || field.kind === 'long') {
    const length = String(value).trim().length;
    if (length < field.min)
      return length === 0 && field.required ? t('form.missing', { field: spoken(field.label) }) : t('form.tooShort', { min: field.min });
    if (field.max !== undefined && length > field.max) return t('form.tooLong', { max: field.max });
  }
  if (field.kind === 'number') {
    const number = Number(value);
    if (!Number.isFinite(number) || (field.integer && !Number.isInteger(number))) return t('form.number');
    const { min, max } = field;
    if (min !== undefined && max !== undefined && (number < min || number > max)) return t('form.between', { min, max });
    if (min !== undefined && number < min) return t('form.atLeast', { min });
    if (max !== undefined && number > max) return t('form.atMost', { max });
  }
  return null;
}

/** What is wrong with the values, by path (`note`, `children.0.title`), in words. Meaning and truth are the server's to judge. */
export function flaws(
  fields: readonly FormField[],
  values: Record<string, unknown>,
  t: Say,
  spoken: Spoken,
  prefix = '',
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of fields) {
    const path = `${prefix}${field.name}`;
    const value = values[field.name];
    if (field.kind === 'group') Object.assign(found, flaws(field.fields, (value ?? {}) as Record<string, unknown>, t, spoken, `${path}.`));
    else if (field.kind === 'rows') {
      for (const [index, row] of ((value ?? []) as Record<string, unknown>[]).entries())
        Object.assign(found, flaws(field.fields, row, t, spoken, `${path}.${index}.`));
    } else {
      const problem = flaw(field, value, t, spoken);
      if (problem) found[path] = problem;
    }
  }
  return found;
}

/** The values as the server takes them: numbers as numbers, what was left empty left out, or `null` where that means "none". */
export function cleaned(fields: readonly FormField[], values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.name];
      if (field.kind === 'group') return [[field.name, cleaned(field.fields, (value ?? {}) as Record<string, unknown>)]];
      if (field.kind === 'rows')
        return [[field.name, ((value ?? []) as Record<string, unknown>[]).map((row) => cleaned(field.fields, row))]];
      if (field.kind === 'flag') return value === undefined && !field.required ? [] : [[field.name, value === true]];
      if (missing(value)) return field.nullable && field.initial !== undefined ? [[field.name, null]] : [];
      if (field.kind === 'number') return [[field.name, Number(value)]];
      if (field.kind === 'text' || field.kind === 'long') return [[field.name, String(value).trim()]];
      return [[field.name, value]];
    }),
  );
}
