import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { Actor } from '@gongzhi/contract/actor';
import type { AnyRoute } from '@gongzhi/contract/route';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify';
import type { Database } from '../database/index.ts';
import { problems } from '../problems/index.ts';
import { authorise } from './authorise.ts';
import type { BoundRoute, RawRoutes } from './bind.ts';
import { once } from './idempotency.ts';
import { check, parseJson } from './input.ts';
import { asRefusal, problemDocument } from './render-problem.ts';

export interface FloorOptions {
  database: Database;
  routes: BoundRoute[];
  raw?: RawRoutes[];
  /** Who calls; must not throw for an unknown or expired credential but say so in a refusal. */
  authenticate(request: FastifyRequest): Promise<Actor>;
  /** Passed to pino; false for silence. */
  logger?: boolean | object;
  /** Behind a reverse proxy: trust its X-Forwarded headers. */
  trustProxy?: boolean;
  /** Calls a minute per account and per address; 0 switches the limits off. */
  perMinute?: { account: number; address: number };
  /** Where the requests come from, for a port that was taken before the product was ready. */
  serverFactory?: FastifyServerOptions['serverFactory'];
  /** The site is served over https: cookies and headers may insist on it. */
  secure?: boolean;
  /** Other hosts from which pages may take pictures and data: a provider of map tiles. */
  picturesFrom?: readonly string[];
}

const defaultLimit = 256 * 1024;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    requestId: string;
  }
}

/** The HTTP floor: authentication, permission, checked input, idempotency, limits and problems for every bound route. */
export async function createFloor(options: FloorOptions): Promise<FastifyInstance> {
  const { database } = options;
  const app = Fastify({
    logger: options.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: defaultLimit,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // What the router itself refuses never reaches the error handler below.
    frameworkErrors: (error, request, reply) => {
      const reason = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'a part of the address is too long' : 'not percent-encoded UTF-8';
      return sendProblem(
        (reply as FastifyReply).code(400),
        problemDocument(problems['invalid-input']({ errors: [{ field: 'path', reason }] }), String(request.id)),
      );
    },
    ...(options.serverFactory ? { serverFactory: options.serverFactory } : {}),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(/^application\/(.*\+)?json/, { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseJson(body),
  );
  await app.register(cookie);
  await app.register(compress, { threshold: 2048, encodings: ['gzip', 'deflate'], inflateIfDeflated: false, zlibOptions: { level: 4 } });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(options.picturesFrom ?? [])],
        connectSrc: ["'self'", ...(options.picturesFrom ?? [])],
        workerSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        upgradeInsecureRequests: options.secure ? [] : null,
      },
    },
    hsts: options.secure ?? false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(multipart, { limits: { files: 1, fileSize: 200_000_000, fields: 20, fieldSize: 10_000 }, throwFileSizeLimit: true });
  const limits = options.perMinute ?? { account: 6000, address: 3000 };
  if (limits.account > 0) {
    await app.register(rateLimit, {
      global: false,
      timeWindow: 60_000,
      cache: 20_000,
      errorResponseBuilder: (_request, context) =>
        problems['too-many-requests']({ retryAfter: Math.ceil(context.ttl / 1000), detail: `At most ${context.max} a minute` }),
    });
  }

  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    request.actor ??= await options.authenticate(request);
    return request.actor;
  };

  app.setErrorHandler((error, request, reply) => {
    let refusal = asRefusal(error);
    if (!refusal) {
      request.log.error({ err: error, trace: request.id }, 'unexpected');
      reply.code(500);
      return sendProblem(reply, {
        type: 'urn:gongzhi:problem:unexpected',
        title: 'Something went wrong here',
        status: 500,
        code: 'unexpected',
        trace: request.id,
      });
    }
    // An unknown path below a known prefix says so; everything else as it was thrown.
    refusal = refusal.code === 'bad-request' && refusal.status === 404 ? problems['not-found']() : refusal;
    if (refusal.options.retryAfter) reply.header('retry-after', refusal.options.retryAfter);
    if (refusal.status === 401) reply.header('www-authenticate', 'Bearer');
    reply.code(refusal.status);
    return sendProblem(reply, problemDocument(refusal, request.id));
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply.code(404), problemDocument(problems['not-found']({ detail: request.url.split('?')[0]?.slice(0, 200) }), request.id)),
  );

  if (options.logger !== false) {
    app.addHook('onResponse', async (request, reply) => {
      if (request.url.startsWith('/api') || request.url.startsWith('/open311') || reply.statusCode >= 500)
        request.log.info(
          {
            trace: request.id,
            method: request.method,
            route: request.routeOptions.url,
            status: reply.statusCode,
            ms: Math.round(reply.elapsedTime),
            actor: request.actor?.id ?? undefined,
          },
          'served',
        );
    });
  }

  for (const bound of options.routes) mount(app, bound, database, actorOf, limits);
  // A foreign protocol says who calls in its own way, so its calls are counted by address.
  for (const raw of options.raw ?? [])
    await app.register(async (scope) => {
      if (limits.account > 0)
        scope.addHook('onRequest', scope.rateLimit({ max: limits.address, keyGenerator: (request) => `raw ${request.ip}` }));
      raw(scope, { actorOf });
    });
  return app;
}

function sendProblem(reply: FastifyReply, document: Record<string, unknown>) {
  return reply
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document));
}

function mount(
  app: FastifyInstance,
  bound: BoundRoute,
  database: Database,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
  limits: { account: number; address: number },
) {
  const { route } = bound;
  const status = route.status ?? 200;
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.bodyLimit ?? defaultLimit,
    ...(limits.account > 0
      ? {
          config: {
            rateLimit: {
              max: (request: FastifyRequest) => route.perMinute ?? (request.actor?.id ? limits.account : limits.address),
              keyGenerator: (request: FastifyRequest) =>
                request.actor?.id && !route.perMinute ? `actor ${request.actor.id}` : `${route.perMinute ? route.name : ''} ${request.ip}`,
              hook: 'preHandler' as const,
            },
          },
        }
      : {}),
    // Who calls is settled before the body is read: a stranger cannot make the server parse much.
    onRequest: async (request) => {
      const actor = await actorOf(request);
      authorise(route.access, actor);
      if (actor.sessionId && !safeMethods.has(request.method)) refuseForeignOrigin(request);
    },
    handler: async (request, reply) => {
      const actor = request.actor as Actor;
      const params = check(route.params, request.params, 'path');
      const query = check(route.query, request.query, 'query');
      const body =
        route.consumes === 'multipart'
          ? undefined
          : check(route.body, request.body === undefined && route.body ? {} : request.body, 'body');
      const key = idempotencyKey(route, request, actor);
      const call = { actor, params, query, body, requestKey: key, request, reply };
      if (route.produces) return bound.handle(call as never);
      const run = async () => ({ status, answer: await bound.handle(call as never) });
      const {
        answer,
        status: code,
        ...rest
      } = key
        ? await once(database, `${route.name} ${key}`, [request.params, request.query, request.body], run, !route.secretAnswer)
        : await run();
      if ((rest as { repeated?: boolean }).repeated) {
        reply.header('idempotency-replayed', 'true');
        // A file that was taken the first time is let flow by, or the connection would wait for somebody to read it.
        if (route.consumes === 'multipart') request.raw.resume();
      }
      reply.code(answer === undefined && code !== 204 ? 204 : code).header('cache-control', 'no-store');
      if (answer === undefined || code === 204) return reply.send();
      reply.header('content-type', 'application/json; charset=utf-8');
      return reply.send(JSON.stringify(answer));
    },
  });
}

function idempotencyKey(route: AnyRoute, request: FastifyRequest, actor: Actor): string | null {
  const key = request.headers['idempotency-key'];
  if (!route.idempotent || key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    throw problems['invalid-input']({
      errors: [{ field: 'Idempotency-Key', reason: 'not usable as a key', accepted: '8 to 200 printable ASCII characters' }],
    });
  // The anonymous share no name: their keys are as unguessable as they made them, bound to the address.
  return `${actor.kind}:${actor.id ?? request.ip}:${key}`;
}

/** A browser sends Origin with every unsafe request; one from another site must not ride on our cookie. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin;
  if (!origin) return;
  let host: string | null = null;
  try {
    host = new URL(origin).host;
  } catch {}
  if (host !== request.host) throw problems['origin-refused']();
}
