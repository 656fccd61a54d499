/** Two languages, or words that need none. */
export type Words = string | { zh: string; en?: string };

/** JSON Schema as Zod writes it for the input of an act, with the metas that shape a form. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  default?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  title?: string;
  description?: string;
  /** What the field is called, how it is explained, what its values are called. */
  label?: Words;
  help?: Words;
  labels?: Record<string, Words>;
  picker?: string;
  [meta: `x-${string}`]: unknown;
}

interface Common {
  name: string;
  label: Words;
  help?: Words | undefined;
  required: boolean;
  /** Can be said to be nothing. */
  nullable: boolean;
  initial: unknown;
}
/** A property as the form draws it. */
export type FormField = Common &
  (
    | { kind: 'text' | 'long'; min: number; max: number | undefined; pattern: string | undefined }
    | { kind: 'number'; integer: boolean; min: number | undefined; max: number | undefined }
    | { kind: 'flag' }
    | { kind: 'moment' | 'day' }
    | { kind: 'choice'; several: boolean; options: readonly { value: string | number; label: Words }[] }
    | { kind: 'picker'; picker: string; several: boolean; min: number; max: number | undefined }
    | { kind: 'group'; fields: readonly FormField[] }
    | { kind: 'rows'; fields: readonly FormField[]; min: number; max: number | undefined }
  );

const meta = <T>(schema: Schema, name: 'label' | 'help' | 'labels' | 'picker'): T | undefined =>
  (schema[`x-${name}`] ?? schema[name]) as T | undefined;
/** An act may say its label as the title in Chinese with `x-en` beside it, and what its values are called as `x-options`. */
const labelOf = (schema: Schema): Words | undefined =>
  meta<Words>(schema, 'label') ??
  (schema.title === undefined ? undefined : typeof schema['x-en'] === 'string' ? { zh: schema.title, en: schema['x-en'] } : schema.title);
const labelsOf = (schema: Schema | undefined): Record<string, Words> | undefined =>
  schema && (meta<Record<string, Words>>(schema, 'labels') ?? (schema['x-options'] as Record<string, Words> | undefined));
/** Words longer than this get several lines. */
const longText = 120;

/** A union with `null` is the thing itself, nullable; metas may stand on either side. */
function unwrap(schema: Schema): { schema: Schema; nullable: boolean } {
  const { anyOf, ...outer } = schema;
  if (Array.isArray(schema.type) && schema.type.includes('null')) {
    const left = schema.type.filter((type) => type !== 'null');
    return { schema: { ...schema, type: left.length === 1 ? left[0]! : left }, nullable: true };
  }
  const things = anyOf?.filter((item) => item.type !== 'null');
  if (!anyOf || things?.length !== 1) return { schema, nullable: false };
  return { schema: { ...unwrap(things[0]!).schema, ...outer }, nullable: things.length < anyOf.length };
}

function fieldOf(name: string, given: Schema, required: boolean): FormField | null {
  const { schema, nullable } = unwrap(given);
  const common: Common = {
    name,
    label: labelOf(schema) ?? name,
    help: meta<Words>(schema, 'help') ?? schema.description,
    required: required && !nullable && schema.default === undefined,
    nullable,
    initial: schema.default,
  };
  const picker = meta<string>(schema, 'picker') ?? (schema.items && meta<string>(schema.items, 'picker'));
  const several = schema.type === 'array';
  if (picker)
    return { ...common, kind: 'picker', picker, several, min: schema.minItems ?? (common.required ? 1 : 0), max: schema.maxItems };
  const chosen = several ? schema.items : schema;
  if (chosen?.enum) {
    const labels = labelsOf(schema) ?? labelsOf(chosen) ?? {};
    const values = chosen.enum.filter((value) => typeof value === 'string' || typeof value === 'number');
    return { ...common, kind: 'choice', several, options: values.map((value) => ({ value, label: labels[value] ?? String(value) })) };
  }
  if (several && schema.items?.properties)
    return { ...common, kind: 'rows', fields: fieldsOf(schema.items), min: schema.minItems ?? 0, max: schema.maxItems };
  if (schema.properties) return { ...common, kind: 'group', fields: fieldsOf(schema) };
  if (schema.type === 'boolean') return { ...common, kind: 'flag' };
  if (schema.type === 'number' || schema.type === 'integer') {
    // A scale whose steps have names, such as urgency from 1 to 3, is a choice of them.
    const steps = labelsOf(schema);
    if (steps)
      return {
        ...common,
        kind: 'choice',
        several: false,
        options: Object.entries(steps).map(([value, words]) => ({ value: Number(value), label: words })),
      };
    // Zod writes the safe integers as limits of every integer; they are no words for a person.
    const limit = (value: number | undefined) => (value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value);
    return {
      ...common,
      kind: 'number',
      integer: schema.type === 'integer',
      min: limit(schema.minimum ?? schema.exclusiveMinimum),
      max: limit(schema.maximum),
    };
  }
  if (schema.format === 'date-time') return { ...common, kind: 'moment' };
  if (schema.format === 'date') return { ...common, kind: 'day' };
  if (schema.const !== undefined || several) return null;
  const max = schema.maxLength;
  return {
    ...common,
    kind: schema['x-long'] === true || (max !== undefined && max > longText) ? 'long' : 'text',
    min: schema.minLength ?? 0,
    max,
    pattern: schema.format ? undefined : schema.pattern,
  };
}

/** The fields of an object schema in their order. What no form can ask (a list of bare texts, a constant) is left out. */
export function fieldsOf(schema: Schema): FormField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const field = fieldOf(name, property, schema.required?.includes(name) ?? false);
    return field ? [field] : [];
  });
}

/** What a fresh form holds. */
export function initialValues(fields: readonly FormField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.kind === 'group') return [[field.name, initialValues(field.fields)]];
      if (field.kind === 'rows')
        return [[field.name, field.initial ?? Array.from({ length: Math.max(1, field.min) }, () => initialValues(field.fields))]];
      return field.initial === undefined ? [] : [[field.name, field.initial]];
    }),
  );
}
