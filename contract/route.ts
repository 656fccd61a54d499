import type { z } from 'zod';
import type { Permission } from './permissions.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call a route at all. What such an actor may see behind it is narrowed by `scope`. */
export type Access =
  | 'public' // anyone, also without signing in
  | 'signed-in' // any account or resident with a session
  | 'staff' // any staff account
  | 'resident' // a resident signed in by phone
  | Permission
  | readonly Permission[]; // any one of them

/** What narrows the rows behind a route for an actor who holds its permission. */
export type Scope =
  | 'none' // nothing to narrow: the same for everybody who may call it
  | 'self' // only what belongs to the actor
  | 'area' // rows whose area code lies under an area of the actor's posts
  | 'organisation' // rows of the actor's organisations
  | 'matter' // matters that the actor may see: by area, by a part of its organisation, or as the reporter
  | 'secret'; // holding the unguessable token in the path is the right

export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** Stable name, `module.verb-noun`; the operationId of the OpenAPI document. */
  name: string;
  method: Method;
  /** Fastify style: `/api/areas/:code`. */
  path: `/${string}`;
  summary: string;
  access: Access;
  scope: Scope;
  params?: Params;
  query?: Query;
  body?: Body;
  answer?: Answer;
  /** Success status; 200 unless told, 201 for creations, 204 where there is no answer. */
  status?: 200 | 201 | 202 | 204;
  /** Creations accept an Idempotency-Key: the same key from the same actor gives the first answer again. */
  idempotent?: boolean;
  /** The answer holds a secret and is not kept: a repeat asks the handler again, which finds by the key what it did. */
  secretAnswer?: boolean;
  /** Calls a minute per address (public) or per account; the server's default otherwise. */
  perMinute?: number;
  /** Body limit in bytes where the default 256 KiB does not fit. */
  bodyLimit?: number;
  /** Other than JSON. `file`: multipart with one field `file`. `stream`: the answer is a download or an event stream of this type. */
  consumes?: 'multipart';
  produces?: string;
}

/** Declares a route; exists for its types. */
export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodUndefined,
>(description: Route<P, Q, B, A>): Route<P, Q, B, A> {
  return description;
}

export type ParamsOf<R> = R extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<R> = R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<R> = R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
export type AnswerOf<R> = R extends Route<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;
export type ParamsInput<R> = R extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
export type QueryInput<R> = R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyInput<R> = R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
