import { z } from 'zod';
import { AreaCode, Id, ImportReport, text } from './primitives.ts';
import { route } from './route.ts';

interface Theme {
  zh: string;
  en: string;
  /** One sign that stands on the points of the layer, in the language of the page. */
  sign: { zh: string; en: string };
  tone: 'blue' | 'green' | 'amber' | 'red' | 'violet' | 'grey';
  /** What such a facility is usually described by; other columns of a file are kept under their own names. */
  attributes: Record<string, { zh: string; en: string }>;
}

const owner = { zh: '权属单位', en: 'Owner' };
const phone = { zh: '抢修电话', en: 'Repair line' };
const material = { zh: '管材', en: 'Material' };
const diameter = { zh: '管径', en: 'Diameter' };
const kind = { zh: '类别', en: 'Kind' };

/** What a layer of facilities is about, with its sign, colour and usual attributes. */
export const layerThemes = {
  waters: {
    zh: '水系',
    en: 'Waters',
    sign: { zh: '水', en: 'W' },
    tone: 'blue',
    attributes: { kind, owner, chief: { zh: '河长', en: 'River chief' }, grade: { zh: '水质类别', en: 'Water quality' } },
  },
  power: {
    zh: '电力',
    en: 'Power',
    sign: { zh: '电', en: 'P' },
    tone: 'amber',
    attributes: { kind, owner, phone, voltage: { zh: '电压等级', en: 'Voltage' } },
  },
  gas: {
    zh: '燃气',
    en: 'Gas',
    sign: { zh: '气', en: 'G' },
    tone: 'red',
    attributes: { kind, owner, phone, pressure: { zh: '压力级别', en: 'Pressure' }, material, diameter },
  },
  sewage: {
    zh: '污水',
    en: 'Sewage',
    sign: { zh: '污', en: 'S' },
    tone: 'green',
    attributes: { kind, owner, phone, material, diameter },
  },
  roads: {
    zh: '道路',
    en: 'Roads',
    sign: { zh: '路', en: 'R' },
    tone: 'grey',
    attributes: { kind, owner, class: { zh: '道路等级', en: 'Class' }, width: { zh: '宽度', en: 'Width' } },
  },
  other: { zh: '其他设施', en: 'Other', sign: { zh: '设', en: 'F' }, tone: 'violet', attributes: { kind, owner, phone } },
} as const satisfies Record<string, Theme>;
export type LayerTheme = keyof typeof layerThemes;
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
