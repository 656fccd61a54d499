import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { problems } from '@gongzhi/platform/problems';
import type { FastifyInstance } from 'fastify';
import { mapFileAddress } from './map-settings.ts';

/** More than this is never asked for at once by a reader of archives. */
const mostBytes = 32_000_000;

/** Serves the base map by ranges (RFC 9110), as readers of PMTiles ask for it. A request for all of it is answered with the beginning. */
export function serveMapFile(app: FastifyInstance, file: string): void {
  app.get(mapFileAddress, async (request, reply) => {
    const { size, mtime } = await stat(file);
    // The tag says when a reader holds pieces of an older archive.
    const tag = `"${size.toString(36)}-${mtime.getTime().toString(36)}"`;
    reply
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'public, max-age=86400')
      .header('etag', tag)
      .header('last-modified', mtime.toUTCString())
      .type('application/vnd.pmtiles');
    if (!request.headers.range && request.headers['if-none-match'] === tag) return reply.code(304).send();
    const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? 'bytes=0-');
    const from = Number(asked?.[1] ?? Number.NaN);
    if (!asked || from >= size) {
      reply.header('content-range', `bytes */${size}`);
      throw problems['range-not-satisfiable']({ detail: `bytes=first-last below ${size}` });
    }
    const to = Math.min(asked[2] ? Number(asked[2]) : size - 1, size - 1, from + mostBytes - 1);
    reply
      .code(206)
      .header('content-range', `bytes ${from}-${to}/${size}`)
      .header('content-length', to - from + 1);
    return reply.send(createReadStream(file, { start: from, end: to }));
  });
}
