import { isUtf8 } from 'node:buffer';
import type { Actor } from '@gongzhi/contract/actor';
import { asRefusal } from '@gongzhi/platform/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CasesCore, CasesPart } from '../cases.ts';
import { Fault, missing } from './faults.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { contentTypes, type Format, renderList, renderOne } from './render.ts';
import { listRequests, postRequest, readRequest } from './requests.ts';
import { listServices, readService } from './services.ts';

const base = '/open311/v2';
/** When what is offered here last changed. */
const changeset = '2026-01-01T00:00:00Z';

/** Open311 GeoReport v2 under `/open311/v2`, XML and JSON, as the specification has it. */
export function open311Part(core: CasesCore): CasesPart {
  return {
    raw: [
      (app) => {
        // A scope of its own: other content types and other errors than everywhere else.
        void app.register(async (scope) => mount(core, scope), { prefix: base });
      },
    ],
  };
}

function mount(core: CasesCore, app: FastifyInstance): void {
  app.addContentTypeParser(
    /^application\/x-www-form-urlencoded/,
    { parseAs: 'buffer', bodyLimit: 64 * 1024 },
    async (_request: FastifyRequest, body: Buffer) => {
      if (!isUtf8(body)) throw new Fault(400, 'the body is not UTF-8');
      return new URLSearchParams(body.toString('utf8'));
    },
  );
  app.setErrorHandler((error, request, reply) => {
    const format = formatOf(request.url);
    const refusal = error instanceof Fault ? null : asRefusal(error);
    const status = error instanceof Fault ? error.status : refusal?.status === 415 ? 400 : (refusal?.status ?? 500);
    const description =
      error instanceof Fault
        ? error.message
        : (refusal?.options.errors?.map((item) => `${item.field}: ${item.reason}`).join('; ') ??
          refusal?.message ??
          'something went wrong here');
    if (status === 500) request.log.error({ err: error, trace: request.id }, 'unexpected');
    return send(reply.code(status), format, renderList(format, 'errors', 'error', [{ code: status, description }]));
  });
  app.setNotFoundHandler((request, reply) =>
    send(
      reply.code(404),
      formatOf(request.url),
      renderList(formatOf(request.url), 'errors', 'error', [{ code: 404, description: 'there is no such resource' }]),
    ),
  );

  const get = (path: string, answer: (query: Parameters, request: FastifyRequest, format: Format) => Promise<string>) => {
    for (const format of ['xml', 'json'] as const)
      app.get(`${path}.${format}`, async (request, reply) => send(reply, format, await answer(queryOf(request), request, format)));
  };
  const named = (request: FastifyRequest) => String((request.params as { id: string }).id).replace(/\.(xml|json)$/, '');

  get('/discovery', async (_query, request, format) => renderOne(format, 'discovery', discovery(core, request, format)));
  get('/services', async (_query, _request, format) => renderList(format, 'services', 'service', await listServices(core)));
  get('/requests', async (query, _request, format) => renderList(format, 'service_requests', 'request', await listRequests(core, query)));
  // An id and its format share one segment.
  const one = (path: string, answer: (id: string, format: Format) => Promise<string>) =>
    app.get(`${path}/:id`, async (request, reply) => {
      if (!/\.(xml|json)(\?|$)/.test(request.url)) throw new Fault(404, 'add .xml or .json');
      const format = formatOf(request.url);
      return send(reply, format, await answer(named(request), format));
    });
  one('/services', async (id, format) => {
    const definition = await readService(core, id);
    return renderOne(format, 'service_definition', format === 'xml' ? { ...definition, attributes: '' } : definition);
  });
  one('/requests', async (id, format) => renderList(format, 'service_requests', 'request', await readRequest(core, id)));
  // Every request has its number at once, so a token is simply that number.
  one('/tokens', async (id, format) => {
    const [found] = await readRequest(core, id);
    return renderList(format, 'service_requests', 'request', [{ service_request_id: found!.service_request_id as string, token: id }]);
  });
  for (const format of ['xml', 'json'] as const)
    app.post(`/requests.${format}`, async (request, reply) => {
      const parameters = new Map([...queryOf(request), ...(request.body instanceof URLSearchParams ? parametersOf(request.body) : [])]);
      const actor = await actorOf(core, parameters.get('api_key'));
      return send(reply.code(201), format, renderList(format, 'service_requests', 'request', await postRequest(core, actor, parameters)));
    });
}

async function actorOf(core: CasesCore, key: string | undefined): Promise<Actor> {
  if (!key) throw new Fault(403, `${missing('api_key').message}`);
  const actor = await core.identity.actorOfToken(key);
  if (!actor?.tokenScopes?.includes('open311')) throw new Fault(403, 'api_key is not valid for Open311');
  return actor;
}

const formatOf = (url: string): Format => (/\.json(\?|$)/.test(url) ? 'json' : 'xml');
const queryOf = (request: FastifyRequest) => parametersOf(new URL(request.url, 'http://local').searchParams);
const send = (reply: FastifyReply, format: Format, text: string) =>
  reply
    .header('content-type', contentTypes[format])
    .header('cache-control', 'no-store')
    .header('access-control-allow-origin', '*')
    .send(text);

function discovery(core: CasesCore, request: FastifyRequest, format: Format): Record<string, unknown> {
  const root = `${core.publicUrl ?? `${request.protocol}://${request.host}`}${base}`;
  const formats = ['text/xml', 'application/json'];
  const endpoint = { specification: 'http://wiki.open311.org/GeoReport_v2', url: root, changeset, type: 'production' };
  return {
    changeset,
    contact: 'The operator of this server',
    key_service: 'gongzhi token create --scope open311',
    endpoints: format === 'xml' ? { endpoint: { ...endpoint, formats: { format: formats } } } : [{ ...endpoint, formats }],
  };
}
