import type { Actor } from '@gongzhi/contract/actor';
import type { AnswerOf, AnyRoute, BodyOf, ParamsOf, QueryOf } from '@gongzhi/contract/route';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What a handler is given: checked input and who calls. */
export interface Call<R extends AnyRoute = AnyRoute> {
  actor: Actor;
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  /** The Idempotency-Key with the actor in front of it, where one was sent. */
  requestKey: string | null;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Handlers of routes with `produces` may answer a stream, a buffer or a string instead of JSON. */
// biome-ignore lint/suspicious/noConfusingVoidType: a handler of a 204 simply ends
type Result<R extends AnyRoute> = R extends { produces: string } ? unknown : AnswerOf<R> | undefined | void;

export interface BoundRoute {
  route: AnyRoute;
  handle(call: Call): Promise<unknown>;
}

/** Binds a route of the contract to its handler; input and answer are typed by the contract. */
export function bind<R extends AnyRoute>(route: R, handle: (call: Call<R>) => Promise<Result<R>> | Result<R>): BoundRoute {
  return { route, handle: async (call) => handle(call as unknown as Call<R>) };
}

/** Registers routes of a foreign protocol; `actorOf` authenticates like everywhere else. */
export type RawRoutes = (app: FastifyInstance, floor: { actorOf(request: FastifyRequest): Promise<Actor> }) => void;
