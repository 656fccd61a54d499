import { z } from 'zod';
import { type LayerTheme, layerThemes } from './layer-themes.ts';
import { AreaCode, Id, ImportReport, text } from './primitives.ts';
import { route } from './route.ts';

export { type LayerTheme, layerThemes } from './layer-themes.ts';

const themeNames = Object.keys(layerThemes) as [LayerTheme, ...LayerTheme[]];

/** A layer holds at most so many facilities: what a browser draws at once. */
export const mostFacilities = 20_000;

export const Layer = z.object({
  id: z.string(),
  name: z.string(),
  theme: z.enum(themeNames),
  areaCode: z.string(),
  areaName: z.string(),
  /** Offered on the map; one that is not stays for those who edit it. */
  shown: z.boolean(),
  /** Facilities that the caller may see. */
  facilities: z.number(),
  changedAt: z.string(),
  /** Whether the caller may change it. */
  mayEdit: z.boolean(),
});
export type Layer = z.infer<typeof Layer>;

const ById = z.object({ id: Id });
const edit = { access: 'area.edit', scope: 'area' } as const;
const dryRun = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** Layers of facilities: waters, power, gas, sewage, roads and others. Part of `territory`. */
export const layerRoutes = {
  listLayers: route({
    name: 'territory.list-layers',
    method: 'GET',
    path: '/api/layers',
    summary: 'Layers of facilities that concern the areas of the caller',
    access: 'staff',
    scope: 'area',
    answer: z.object({ items: z.array(Layer) }),
  }),
  createLayer: route({
    name: 'territory.create-layer',
    method: 'POST',
    path: '/api/layers',
    summary: 'Add an empty layer',
    ...edit,
    body: z.object({ name: text(60, 1), theme: z.enum(themeNames), areaCode: AreaCode }),
    answer: Layer,
    status: 201,
    idempotent: true,
  }),
  changeLayer: route({
    name: 'territory.change-layer',
    method: 'PATCH',
    path: '/api/layers/:id',
    summary: 'Rename a layer, offer it on the map or take it off',
    ...edit,
    params: ById,
    body: z.object({ name: text(60, 1).optional(), shown: z.boolean().optional() }),
    answer: Layer,
  }),
  removeLayer: route({
    name: 'territory.remove-layer',
    method: 'DELETE',
    path: '/api/layers/:id',
    summary: 'Delete a layer with its facilities',
    ...edit,
    params: ById,
    status: 204,
  }),
  importFacilities: route({
    name: 'territory.import-facilities',
    method: 'POST',
    path: '/api/layers/:id/import',
    summary: 'Take facilities from GeoJSON, CSV or XLSX (columns name, key, longitude and latitude or wkt; others are attributes)',
    ...edit,
    params: ById,
    query: z.object({
      dryRun,
      system: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84'),
      /** Facilities that the file no longer has are taken out of the layer. */
      replace: dryRun,
    }),
    consumes: 'multipart',
    bodyLimit: 64_000_000,
    answer: ImportReport,
  }),
  facilities: route({
    name: 'territory.facilities',
    method: 'GET',
    path: '/api/layers/:id/facilities',
    summary: 'The facilities of a layer that the caller may see, as GeoJSON',
    access: 'staff',
    scope: 'area',
    params: ById,
    produces: 'application/geo+json',
  }),
};
