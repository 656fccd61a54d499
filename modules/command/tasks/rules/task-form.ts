import type { TaskField } from '@gongzhi/contract/tasks';
import type { FieldProblem } from '@gongzhi/platform/problems';

/** The form of a task as JSON Schema, for whoever draws forms. Fields that are filled already are left out. */
export function formSchema(fields: readonly TaskField[], filled: ReadonlySet<string> = new Set()): Record<string, unknown> {
  const asked = fields.filter((field) => !filled.has(field.key));
  return {
    type: 'object',
    properties: Object.fromEntries(
      asked.map((field) => [field.key, { ...typeOf(field), title: field.label, 'x-en': field.labelEn ?? field.label }]),
    ),
    required: asked.filter((field) => field.required).map((field) => field.key),
  };
}

function typeOf(field: TaskField): Record<string, unknown> {
  switch (field.type) {
    case 'whole':
      return { type: 'integer', minimum: 0, maximum: 1_000_000_000 };
    case 'number':
      return { type: 'number', minimum: -1_000_000_000, maximum: 1_000_000_000 };
    case 'yes-no':
      return { type: 'boolean' };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'choice':
      return {
        type: 'string',
        enum: field.options,
        'x-options': Object.fromEntries(field.options.map((option) => [option, { zh: option, en: option }])),
      };
    case 'text':
      return { type: 'string', maxLength: 2000 };
  }
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Faults of the answers to a form, by field; answers to fields that the form does not have are faults too. */
export function answerFaults(
  fields: readonly TaskField[],
  answers: Readonly<Record<string, unknown>>,
  filled: ReadonlySet<string> = new Set(),
): FieldProblem[] {
  const known = new Map(fields.map((field) => [field.key, field]));
  const faults: FieldProblem[] = Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((key) => ({ field: `answers.${key}`, reason: 'is not asked by this form', accepted: [...known.keys()].join(', ') }));
  for (const field of fields) {
    const value = answers[field.key];
    const at = `answers.${field.key}`;
    if (value === undefined || value === null || value === '') {
      if (field.required && !filled.has(field.key)) faults.push({ field: at, reason: 'is missing' });
      continue;
    }
    const accepted = acceptedBy(field, value);
    if (accepted) faults.push({ field: at, reason: 'is not what the form asks', accepted });
  }
  return faults;
}

/** What would be accepted where the value is not; null where it is. */
function acceptedBy(field: TaskField, value: unknown): string | null {
  switch (field.type) {
    case 'whole':
      return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000_000 ? null : 'a whole number from 0';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1_000_000_000 ? null : 'a number';
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'day':
      return typeof value === 'string' && day.test(value) ? null : 'a day such as 2026-03-01';
    case 'choice':
      return typeof value === 'string' && field.options.includes(value) ? null : field.options.join(', ');
    case 'text':
      return typeof value === 'string' && value.length <= 2000 && value.isWellFormed() && !control.test(value)
        ? null
        : 'text of at most 2,000 characters';
  }
}

/** What is wrong with a form itself, as field, reason and what would be accepted; null where nothing is. */
export function formFault(fields: readonly TaskField[]): [string, string, string] | null {
  const keys = new Set<string>();
  for (const [index, field] of fields.entries()) {
    if (keys.has(field.key)) return [`form.${index}.key`, 'stands twice in the form', 'a key of its own for each question'];
    keys.add(field.key);
    if (field.type === 'choice' && new Set(field.options).size < 2)
      return [`form.${index}.options`, 'a choice needs something to choose from', 'two options or more'];
  }
  return null;
}
