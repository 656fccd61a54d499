import { createHash } from 'node:crypto';
import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CasesCore, CasesPart } from '../cases.ts';
import { listWall } from '../queries/list-wall.ts';
import { atomFeed, type Feed, geojsonFeed, rssFeed } from '../rules/wall-feed.ts';

/** Entries of a feed: as many as a reader that calls once a day needs. */
const entries = 50;
const mostPlaces = 1000;
const names = { problems: '共治 · 问题墙', echoes: '共治 · 回音壁' };

/** The walls for feed readers, portals and maps of others: any site may read them, and an unchanged one is not sent twice. */
export function wallFeedsPart(core: CasesCore): CasesPart {
  const read = async (query: Parameters<typeof listWall>[1], request: FastifyRequest): Promise<Feed> => {
    const { items } = await listWall(core, query);
    const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    return {
      title: names[query.wall],
      site: core.publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`,
      self: request.url,
      page: `/wall${search}`,
      items,
    };
  };
  return {
    routes: [
      bind(cases.wallAtom, async ({ query, request, reply }) =>
        send(request, reply, cases.wallAtom.produces, atomFeed(await read({ ...query, limit: entries }, request))),
      ),
      bind(cases.wallRss, async ({ query, request, reply }) =>
        send(request, reply, cases.wallRss.produces, rssFeed(await read({ ...query, limit: entries }, request))),
      ),
      bind(cases.wallGeojson, async ({ query, request, reply }) =>
        send(request, reply, cases.wallGeojson.produces, geojsonFeed(await read({ ...query, limit: mostPlaces }, request))),
      ),
    ],
  };
}

function send(request: FastifyRequest, reply: FastifyReply, type: string | undefined, text: string) {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', 'public, max-age=60').header('access-control-allow-origin', '*').header('etag', tag);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type(`${type}; charset=utf-8`).send(text);
}
