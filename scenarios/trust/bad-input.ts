import { allRoutes } from '@gongzhi/contract';
import type { AnyRoute } from '@gongzhi/contract/route';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Booted } from '../testing/booted.ts';
import { countRows } from './count-rows.ts';
import { somebodyFor } from './everybody.ts';
import { type RawAnswer, rawRequest } from './raw-request.ts';
import { spoiltBodies, spoiltBytes, spoiltCursors, spoiltTexts } from './spoil.ts';
import { addressOf, example, type Schema, schemaOf } from './well-formed.ts';

interface Attempt {
  what: string;
  path: string;
  body?: Uint8Array;
  type?: string;
  refused: boolean;
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value) ?? 'null');
const queryOf = (values: Record<string, unknown>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');

/** Everything that can be got wrong about one route. */
function attempts(route: AnyRoute): Attempt[] {
  const found: Attempt[] = [];
  const params: Schema = route.params ? schemaOf(route.params) : {};
  const query: Schema = route.query ? schemaOf(route.query) : {};
  const body = route.body ? schemaOf(route.body) : null;
  const good = body ? example(body) : undefined;
  const goodBody = body ? { body: json(good) } : {};
  const needed = Object.fromEntries((query.required ?? []).map((name) => [name, example(query.properties?.[name] ?? {})]));
  const path = addressOf(route);
  const at = (more: string) => `${path}?${[queryOf(needed), more].filter(Boolean).join('&')}`;

  for (const [name, schema] of Object.entries(params.properties ?? {}))
    for (const way of spoiltTexts(schema).filter((text) => text.value !== '%'))
      found.push({
        what: `:${name}: ${way.what}`,
        path: `${addressOf(route, { [name]: way.value })}?${queryOf(needed)}`,
        ...goodBody,
        refused: way.refused,
      });
  for (const [name, schema] of Object.entries(query.properties ?? {})) {
    const others = queryOf(Object.fromEntries(Object.entries(needed).filter(([key]) => key !== name)));
    const asked = (value: string) => `${path}?${[others, `${name}=${value}`].filter(Boolean).join('&')}`;
    const ways = name === 'cursor' ? [...spoiltTexts(schema), ...spoiltCursors] : spoiltTexts(schema);
    for (const way of ways) found.push({ what: `?${name}: ${way.what}`, path: asked(way.value), ...goodBody, refused: way.refused });
    found.push({ what: `?${name}: twice`, path: `${asked('1')}&${name}=2`, ...goodBody, refused: true });
    found.push({
      what: `?${name}: as an object`,
      path: `${path}?${others}&${name}[a]=1`,
      ...goodBody,
      refused: query.required?.includes(name) ?? false,
    });
    if (query.required?.includes(name)) found.push({ what: `?${name}: left out`, path: `${path}?${others}`, ...goodBody, refused: true });
  }
  found.push({ what: 'a very long query', path: at(`x=${'y'.repeat(12_000)}`), ...goodBody, refused: false });
  found.push({
    what: 'many parameters',
    path: at(Array.from({ length: 1500 }, (_, i) => `p${i}=1`).join('&')),
    ...goodBody,
    refused: false,
  });
  if (body) {
    for (const way of spoiltBodies(body, good)) found.push({ what: way.what, path: at(''), body: json(way.value), refused: way.refused });
    for (const way of spoiltBytes) found.push({ what: `body: ${way.what}`, path: at(''), body: way.value, refused: way.refused });
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense'])
      found.push({ what: `body: as ${type}`, path: at(''), body: json(good), type, refused: true });
  }
  return found;
}

/** What is wrong with an answer to bad input; null where nothing is. */
function fault(answer: RawAnswer, refused: boolean): string | null {
  const { status, type, text } = answer;
  if (status >= 500) return `${status} ${text.slice(0, 200)}`;
  if (refused && status < 400) return `${status}, and it should have been refused`;
  if (status < 400) return null;
  if (!type.startsWith('application/problem+json')) return `${status} as ${type}`;
  const problem = JSON.parse(text) as { code?: string; status?: number; errors?: { field?: string; reason?: string }[] };
  if (problem.status !== status || !problem.code) return `${status} without a code: ${text.slice(0, 200)}`;
  if (status === 400 && !problem.errors?.length) return `400 ${problem.code} names no field`;
  if (status === 400 && !problem.errors?.every((error) => error.field && error.reason)) return `400 ${problem.code} with an empty field`;
  return null;
}

/** Every route × everything that can be got wrong about it: never a 5xx, always a problem that names the field, and nothing is written. */
export function badInput(server: () => Booted): void {
  describe('bad input', () => {
    let before: Record<string, number>;
    beforeAll(async () => {
      before = await countRows(server().product.database);
    });
    const run = async (route: AnyRoute, wanted: boolean) => {
      const headers = await server().headersOf(somebodyFor(route.access));
      const all = attempts(route).filter((attempt) => attempt.refused === wanted);
      const wrong: string[] = [];
      const next = async (): Promise<void> => {
        for (let attempt = all.pop(); attempt; attempt = all.pop()) {
          const { what, path, body, type = 'application/json', refused } = attempt;
          const answer = await rawRequest(
            server().address,
            route.method,
            path,
            { ...headers, ...(body ? { 'content-type': type } : {}) },
            body,
          ).catch((error: Error) => ({ status: 599, type: '', text: error.message }));
          const told = fault(answer, refused);
          if (told) wrong.push(`${what}: ${told}`);
        }
      };
      await Promise.all([next(), next(), next(), next()]);
      expect(wrong.sort()).toEqual([]);
    };
    for (const route of allRoutes.filter((one) => one.name !== 'identity.sign-out'))
      test(`${route.name} refuses what cannot be acceptable and names the field`, () => run(route, true));
    test('and nothing of all that was written', async () => {
      expect(await countRows(server().product.database)).toEqual(before);
    });
    for (const route of allRoutes.filter((one) => one.name !== 'identity.sign-out'))
      test(`${route.name} bears what is merely odd`, () => run(route, false));
    afterAll(() => {
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    });
  });
}
