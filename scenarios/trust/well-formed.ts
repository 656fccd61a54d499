import type { AnyRoute } from '@gongzhi/contract/route';
import { z } from 'zod';

/** Values of path parameters that have the right form and belong to nothing. */
const forms: Record<string, string> = {
  code: '990106999',
  number: 'GZ202601010000001',
  token: 'a'.repeat(43),
  id: '0198a000-0000-7000-8000-000000000001',
  delivery: '0198a000-0000-7000-8000-000000000002',
  action: 'note',
  format: 'csv',
  year: '2026',
  z: '10',
  x: '1',
  y: '1',
};

/** The address of a route with parameters of the right form; those given stand instead. */
export function addressOf(route: AnyRoute, given: Record<string, string> = {}): string {
  return route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = given[name] ?? forms[name];
    if (value === undefined) throw new Error(`${route.name}: no form is known for the parameter ${name}`);
    return value;
  });
}

export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  additionalProperties?: Schema | boolean;
}

/** The input side of a Zod schema as JSON Schema. */
export const schemaOf = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

const patterns: [RegExp, string][] = [
  [/^\^\[A-Z\]/, 'GZ202601010000001'],
  [/^\^\\d\{6\}/, '123456'],
  [/\\\+\?\\d/, '13912345678'],
  [/^\^20/, '2026-03'],
  [/\[01\]/, '08:30'],
  [/\(\?!\\\/\)/, '/console'],
  [/\(,-\?/, '114.3,30.5,114.4,30.6'],
];

/** A value that the schema accepts; with every property, or with the required ones only. */
export function example(schema: Schema, complete = true): unknown {
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (one) return example(one, complete);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.prefixItems) return schema.prefixItems.map((item) => example(item, complete));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([name]) => complete || schema.required?.includes(name))
        .map(([name, property]) => [name, example(property, complete)]),
    );
  if (type === 'array') return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () => example(schema.items ?? {}, complete));
  if (type === 'integer' || type === 'number')
    return Math.min(Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1), schema.maximum ?? 1e9);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  if (type === 'string') return exampleText(schema);
  return 'any';
}

function exampleText(schema: Schema): string {
  if (schema.format === 'uuid') return forms.id as string;
  if (schema.format === 'date') return '2026-03-01';
  if (schema.format === 'date-time') return '2026-03-01T08:00:00+08:00';
  if (schema.format === 'email') return 'who@example.org';
  if (schema.format === 'uri') return 'https://example.org/hook';
  if (schema.pattern) {
    const accepts = new RegExp(schema.pattern);
    for (const [known, value] of patterns) if (known.test(schema.pattern) && accepts.test(value)) return value;
    for (const value of ['990106001', '0103', 'abc', 'test-word']) if (accepts.test(value)) return value;
    throw new Error(`no example is known for ${schema.pattern}`);
  }
  return '测试文字'.repeat(Math.ceil((schema.minLength ?? 4) / 4)).slice(0, schema.maxLength ?? 4);
}
