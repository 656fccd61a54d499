import { createHash } from 'node:crypto';
import { layerRoutes as routes } from '@gongzhi/contract/layers';
import { groundRoutes } from '@gongzhi/contract/map-ground';
import { type BoundRoute, bind, takeUpload } from '@gongzhi/platform/http';
import { changeLayer, createLayer, removeLayer } from './commands/change-layer.ts';
import { importFacilities } from './commands/import-facilities.ts';
import type { Ground } from './context.ts';
import { listLayers, readLayer } from './queries/layers.ts';
import { facilityAreas } from './rules/layer-reach.ts';
import { selectFacilities } from './store/facilities.ts';

/** Binds the routes of contract/layers.ts and the base map. */
export function layerHttp(ground: Ground): BoundRoute[] {
  return [
    bind(groundRoutes.mapGround, ({ reply }) => {
      reply.header('cache-control', 'public, max-age=300');
      return ground.mapGround;
    }),
    bind(routes.listLayers, async ({ actor }) => ({ items: await listLayers(ground, actor) })),
    bind(routes.createLayer, ({ actor, body }) => createLayer(ground, actor, body)),
    bind(routes.changeLayer, ({ actor, params, body }) => changeLayer(ground, actor, params.id, body)),
    bind(routes.removeLayer, ({ actor, params }) => removeLayer(ground, actor, params.id)),
    bind(routes.importFacilities, async ({ actor, params, query, request }) => {
      const layer = await readLayer(ground, actor, params.id);
      return takeUpload(request, routes.importFacilities.bodyLimit!, (file) => importFacilities(ground, actor, layer, file, query));
    }),
    bind(routes.facilities, async ({ actor, params, request, reply }) => {
      const layer = await readLayer(ground, actor, params.id);
      const areas = facilityAreas(actor);
      // Told from the version of the layer and what the caller may see of it, before anything is read.
      const seen = createHash('sha256').update(areas.join()).digest('base64url').slice(0, 12);
      const tag = `"${layer.id}-${layer.version}-${seen}"`;
      reply
        .header('cache-control', 'private, no-cache')
        .header('vary', 'cookie, authorization')
        .header('last-modified', layer.changedAt.toUTCString())
        .header('etag', tag);
      if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send();
      const features = await selectFacilities(ground.database, layer.id, areas);
      return reply.type('application/geo+json; charset=utf-8').send(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
    }),
  ];
}
