import type { AnswerOf, BodyInput, ParamsInput, QueryInput, Route } from '@gongzhi/contract/route';
import type { z } from 'zod';
import { language } from './language.ts';

// Any route: the parts that are not declared are `undefined` in its type.
export type Callable = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

// biome-ignore lint/complexity/noBannedTypes: `{}` is the neutral element of an intersection
type Part<Name extends string, T> = [T] extends [undefined] ? {} : {} extends T ? { [K in Name]?: T } : { [K in Name]: T };

/** What a route asks for: `params`, `query` and `body`, each only where the route declares it. */
export type Inputs<R> = Part<'params', ParamsInput<R>> & Part<'query', QueryInput<R>> & Part<'body', BodyInput<R>>;

export interface CallOptions {
  /** The same key gives the first answer again; for creations. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** The file of a multipart route. */
  form?: FormData;
}

export interface FieldProblem {
  field: string;
  reason: string;
  accepted?: string;
}

/** A refusal of the server (RFC 9457), or `code: 'offline'` where nothing answered. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly trace: string | undefined;
  readonly errors: readonly FieldProblem[];
  /** The whole document: a refusal may tell more, such as the state that was found instead. */
  readonly document: Readonly<Record<string, unknown>>;

  constructor(problem: {
    status: number;
    code: string;
    title: string;
    detail?: string;
    trace?: string;
    errors?: FieldProblem[];
    [more: string]: unknown;
  }) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.trace = problem.trace;
    this.errors = problem.errors ?? [];
    this.document = problem;
  }
}

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown } & CallOptions;

/** The address of a route with its parameters; for links, images and downloads. Empty query values are left out. */
export function addressOf<R extends Callable>(route: R, inputs: Omit<Inputs<R>, 'body'>): string {
  const { params = {}, query = {} } = inputs as Loose;
  const path = route.path.replace(/:([A-Za-z]+)/g, (_all, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const trace = response.headers.get('x-trace-id') ?? undefined;
  const found = await response.json().catch(() => null);
  if (found && typeof found.code === 'string') return new ApiProblem({ ...found, status: response.status, trace: found.trace ?? trace });
  return new ApiProblem({
    status: response.status,
    code: 'unreadable-answer',
    title: `${response.status} ${response.statusText}`,
    ...(trace ? { trace } : {}),
  });
}

/** Listeners told when the server no longer knows the session; the session provider is one. */
export const onSignedOut = new Set<() => void>();

/** Calls a route of the contract. Throws `ApiProblem` for every refusal and for a missing network. */
export async function call<R extends Callable>(route: R, inputs: Inputs<R> & CallOptions): Promise<AnswerOf<R>> {
  const { body, form, idempotencyKey, signal } = inputs as Loose;
  const headers = new Headers({
    accept: 'application/json, application/problem+json',
    'accept-language': language() === 'zh' ? 'zh-CN' : 'en',
  });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  let response: Response;
  try {
    response = await fetch(addressOf(route, inputs), {
      method: route.method,
      headers,
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
      signal: signal ?? null,
      credentials: 'same-origin',
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem({ status: 0, code: 'offline', title: 'offline' });
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && !route.path.startsWith('/api/session')) for (const listener of onSignedOut) listener();
    throw problem;
  }
  if (response.status === 204) return undefined as AnswerOf<R>;
  const type = response.headers.get('content-type') ?? '';
  return (type.includes('json') ? await response.json() : await response.text()) as AnswerOf<R>;
}
