import { z } from 'zod';
import { layerRoutes } from './layers.ts';
import { groundRoutes } from './map-ground.ts';
import { AreaCode, Boundary, Day, ImportReport, Latitude, Longitude, list, type Point, text } from './primitives.ts';
import { route } from './route.ts';

/** Levels are data: a code of any depth is an area; these are the ones with names. */
export const AreaLevel = z.enum(['province', 'city', 'district', 'subdistrict', 'community', 'grid', 'building']);
export type AreaLevel = z.infer<typeof AreaLevel>;

export const Area = z.object({
  code: z.string(),
  name: z.string(),
  level: AreaLevel,
  /** `subdistrict`, `town`, `micro-grid`, … beside the code, not in it. */
  type: z.string().nullable(),
  parent: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  center: z.tuple([z.number(), z.number()]).nullable(),
  children: z.number(),
  hasBoundary: z.boolean(),
  squareKilometres: z.number().nullable(),
});
export type Area = z.infer<typeof Area>;

export const AreaInput = z.object({
  code: AreaCode,
  name: text(100, 1),
  level: AreaLevel,
  type: text(40).nullish(),
  validFrom: Day.optional(),
  boundary: Boundary.nullish(),
});

const Feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.unknown(),
});
export const FeatureCollection = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature).max(100_000) });

export const Flaw = z.object({
  kind: z.enum(['gap', 'overlap', 'outside', 'missing-boundary', 'invalid']),
  areas: z.array(z.string()),
  squareMetres: z.number(),
  geometry: z.unknown(),
});

/** Days of a year that differ from the plain week. */
export const CalendarDay = z.object({ date: Day, kind: z.enum(['off', 'make-up']), name: text(60) });
export const Calendar = z.object({
  id: z.string(),
  areaCode: z.string().nullable(),
  name: z.string(),
  timezone: z.string(),
  hours: z.array(z.tuple([z.string(), z.string()])),
  years: z.array(z.number()),
});
const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 08:30');

const Code = z.object({ code: AreaCode });

export const territory = {
  listAreas: route({
    name: 'territory.list-areas',
    method: 'GET',
    path: '/api/areas',
    summary: 'Areas under a parent, or found by name or code',
    access: 'public',
    scope: 'none',
    query: z.object({
      parent: AreaCode.optional(),
      level: AreaLevel.optional(),
      under: AreaCode.optional(),
      text: text(60).optional(),
      on: Day.optional(),
      codes: list(AreaCode, 200).optional(),
      limit: z.coerce.number().int().min(1).max(2000).default(500),
    }),
    answer: z.object({ items: z.array(Area) }),
  }),
  readArea: route({
    name: 'territory.read-area',
    method: 'GET',
    path: '/api/areas/:code',
    summary: 'One area with its ancestors and succession',
    access: 'public',
    scope: 'none',
    params: Code,
    answer: Area.extend({
      ancestors: z.array(z.object({ code: z.string(), name: z.string(), level: AreaLevel })),
      boundary: z.unknown(),
      successors: z.array(z.string()),
      predecessors: z.array(z.string()),
    }),
  }),
  boundaries: route({
    name: 'territory.boundaries',
    method: 'GET',
    path: '/api/areas.geojson',
    summary: 'Boundaries as GeoJSON',
    access: 'public',
    scope: 'none',
    query: z.object({ under: AreaCode.optional(), level: AreaLevel.optional(), on: Day.optional() }),
    answer: FeatureCollection,
    produces: 'application/geo+json',
  }),
  locate: route({
    name: 'territory.locate',
    method: 'GET',
    path: '/api/locate',
    summary: 'The grid and its ancestors at a point',
    access: 'public',
    scope: 'none',
    query: z.object({
      longitude: z.coerce.number().pipe(Longitude),
      latitude: z.coerce.number().pipe(Latitude),
      system: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84'),
    }),
    answer: z.object({
      longitude: z.number(),
      latitude: z.number(),
      areas: z.array(z.object({ code: z.string(), name: z.string(), level: AreaLevel })),
    }),
  }),
  searchAddress: route({
    name: 'territory.search-address',
    method: 'GET',
    path: '/api/addresses',
    summary: 'Addresses already used and area names, found by words, with their grid',
    access: 'public',
    scope: 'none',
    query: z.object({ text: text(80, 1), under: AreaCode.optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          label: z.string(),
          areaCode: z.string().nullable(),
          longitude: z.number().nullable(),
          latitude: z.number().nullable(),
          source: z.enum(['area', 'address']),
        }),
      ),
    }),
  }),
  createArea: route({
    name: 'territory.create-area',
    method: 'POST',
    path: '/api/areas',
    summary: 'Add an area',
    access: 'area.edit',
    scope: 'area',
    body: AreaInput,
    answer: Area,
    status: 201,
    idempotent: true,
    bodyLimit: 4_000_000,
  }),
  changeArea: route({
    name: 'territory.change-area',
    method: 'PATCH',
    path: '/api/areas/:code',
    summary: 'Rename an area or redraw its boundary from a date',
    access: 'area.edit',
    scope: 'area',
    params: Code,
    body: z.object({ name: text(100, 1).optional(), type: text(40).nullish(), boundary: Boundary.optional(), from: Day.optional() }),
    answer: Area,
    bodyLimit: 4_000_000,
  }),
  replaceAreas: route({
    name: 'territory.replace-areas',
    method: 'POST',
    path: '/api/areas/succession',
    summary: 'Split or merge areas: end some, begin others, and record the succession',
    access: 'area.edit',
    scope: 'area',
    body: z.object({ ended: z.array(AreaCode).min(1).max(50), begun: z.array(AreaInput).min(1).max(50), on: Day }),
    answer: z.object({ items: z.array(Area) }),
    status: 201,
    idempotent: true,
    bodyLimit: 8_000_000,
  }),
  checkBoundaries: route({
    name: 'territory.check-boundaries',
    method: 'GET',
    path: '/api/areas/:code/flaws',
    summary: 'Where the children of an area leave gaps, overlap or stand outside',
    access: ['area.edit', 'case.read'],
    scope: 'area',
    params: Code,
    query: z.object({ tolerance: z.coerce.number().min(0).max(10_000).default(1) }),
    answer: z.object({ items: z.array(Flaw) }),
  }),
  importAreas: route({
    name: 'territory.import-areas',
    method: 'POST',
    path: '/api/areas/import',
    summary: 'Take areas from a GeoJSON feature collection (properties: code, name, level, type)',
    access: 'area.edit',
    scope: 'area',
    query: z.object({
      dryRun: z
        .enum(['true', 'false'])
        .default('false')
        .transform((v) => v === 'true'),
      system: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84'),
    }),
    body: FeatureCollection,
    answer: ImportReport,
    bodyLimit: 64_000_000,
  }),
  listCalendars: route({
    name: 'territory.list-calendars',
    method: 'GET',
    path: '/api/calendars',
    summary: 'Calendars with the years they hold',
    access: 'staff',
    scope: 'none',
    answer: z.object({ items: z.array(Calendar) }),
  }),
  readCalendarYear: route({
    name: 'territory.read-calendar-year',
    method: 'GET',
    path: '/api/calendars/:id/:year',
    summary: 'Days of one year that differ from the plain week',
    access: 'staff',
    scope: 'none',
    params: z.object({ id: z.string().max(40), year: z.coerce.number().int().min(1990).max(2100) }),
    answer: z.object({ days: z.array(CalendarDay) }),
  }),
  writeCalendarYear: route({
    name: 'territory.write-calendar-year',
    method: 'PUT',
    path: '/api/calendars/:id/:year',
    summary: 'Set the days of one year',
    access: 'calendar.edit',
    scope: 'area',
    params: z.object({ id: z.string().max(40), year: z.coerce.number().int().min(1990).max(2100) }),
    body: z.object({ days: z.array(CalendarDay).max(200) }),
    answer: z.object({ days: z.array(CalendarDay) }),
  }),
  writeCalendar: route({
    name: 'territory.write-calendar',
    method: 'PUT',
    path: '/api/calendars/:id',
    summary: 'Add a calendar of a place or set its hours',
    access: 'calendar.edit',
    scope: 'area',
    params: z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/) }),
    body: z.object({
      name: text(60, 1),
      areaCode: AreaCode.nullable(),
      timezone: z.string().max(60),
      hours: z
        .array(z.tuple([Hour, Hour]))
        .min(1)
        .max(6),
    }),
    answer: Calendar,
  }),
  ...layerRoutes,
  ...groundRoutes,
};
export type PointGeometry = z.infer<typeof Point>;
