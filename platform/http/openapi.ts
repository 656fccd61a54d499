import type { AnyRoute } from '@gongzhi/contract/route';
import { z } from 'zod';

type Schema = Record<string, unknown>;

/** A Zod schema as JSON Schema 2020-12: `input` side for what is sent, `output` side for what is answered. */
function toSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Schema;
  return rest;
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Schema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toSchema(schema, 'input') as { properties?: Record<string, Schema>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function operation(route: AnyRoute): Schema {
  const status = String(route.status ?? 200);
  const open = route.access === 'public';
  const content = route.produces
    ? { [route.produces]: { schema: { type: 'string' } } }
    : route.answer
      ? { 'application/json': { schema: toSchema(route.answer, 'output') } }
      : undefined;
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return {
    operationId: route.name.replaceAll(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [route.name.split('.')[0]],
    summary: route.summary,
    description: `Permission: ${[route.access].flat().join(' or ')}. Scope: ${route.scope}.`,
    security: open ? [{}] : [{ session: [] }, { token: [] }],
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.idempotent
        ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 200 } }]
        : []),
    ],
    ...(route.consumes === 'multipart'
      ? {
          requestBody: {
            required: true,
            content: {
              'multipart/form-data': {
                schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
              },
            },
          },
        }
      : route.body
        ? { requestBody: { required: true, content: { 'application/json': { schema: toSchema(route.body, 'input') } } } }
        : {}),
    responses: {
      [status]: { description: 'Done', ...(content ? { content } : {}) },
      '400': problem('The input is not acceptable; `errors` names the fields'),
      ...(open ? {} : { '401': problem('Sign in first'), '403': problem('Not permitted') }),
      ...(route.params ? { '404': problem('Nothing is here, or not for this actor') } : {}),
      ...(route.method === 'GET' ? {} : { '409': problem('It contradicts what is already there') }),
      '429': problem('Too many requests'),
    },
  };
}

/** The OpenAPI 3.1 document of all routes of the contract. */
export function openApiDocument(
  routes: AnyRoute[],
  info: { title: string; version: string; description: string; problem: z.ZodType },
): Schema {
  const paths: Record<string, Schema> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    (paths[path] as Schema)[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: info.title,
      version: info.version,
      description: info.description,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: [...new Set(routes.map((route) => route.name.split('.')[0]))].map((name) => ({
      name,
      description: `Routes of the module ${name}`,
    })),
    paths,
    components: {
      schemas: { Problem: toSchema(info.problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gongzhi' }, token: { type: 'http', scheme: 'bearer' } },
    },
  };
}
