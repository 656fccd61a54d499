import { z } from 'zod';
import { route } from './route.ts';

const attribution = z.string().nullable();
/** What lies under the layers of every map: nothing, one file of ours, or the tiles of a provider. */
export const MapGround = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** An archive of tiles at this address, pictures or vectors; asked for by ranges. */
  z.object({ kind: z.literal('file'), url: z.string(), attribution }),
  /** Pictures by `{z}/{x}/{y}`, one over the other. */
  z.object({ kind: z.literal('tiles'), urls: z.array(z.string()), attribution, maxzoom: z.number() }),
]);
export type MapGround = z.infer<typeof MapGround>;

export const groundRoutes = {
  mapGround: route({
    name: 'territory.map-ground',
    method: 'GET',
    path: '/api/map-ground',
    summary: 'The base map that the operator has set',
    access: 'public',
    scope: 'none',
    answer: MapGround,
  }),
};
