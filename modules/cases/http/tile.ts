import { createHash } from 'node:crypto';
import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import type { CasesCore, CasesPart } from '../cases.ts';
import { caseTiles } from '../queries/case-tile.ts';

/** Proxies that compress make a tag a weak one; a list of them is matched by any. */
const matchesTag = (given: string | undefined, tag: string) =>
  given?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;

/** The cases on the map. A tile holds what this actor may see: browsers keep it for half a minute, nobody between may. */
export function tilePart(core: CasesCore): CasesPart {
  const draw = caseTiles(core);
  return {
    routes: [
      bind(cases.tile, async ({ actor, params, query, request, reply }) => {
        const tile = await draw(actor, params, query);
        const tag = `"${createHash('sha256').update(tile).digest('base64url').slice(0, 22)}"`;
        reply.header('cache-control', 'private, max-age=30').header('vary', 'cookie, authorization').header('etag', tag);
        if (matchesTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
        return reply.type('application/vnd.mapbox-vector-tile').send(tile);
      }),
    ],
  };
}
