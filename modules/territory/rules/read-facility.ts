import { createHash } from 'node:crypto';
import { type LayerTheme, layerThemes } from '@gongzhi/contract/layers';
import { text } from '@gongzhi/contract/primitives';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { boundaryFaults } from './boundary-faults.ts';
import { checkPosition } from './coordinates.ts';
import { plainBoundary } from './plain-boundary.ts';
import type { RowFault } from './read-feature.ts';
import { readWkt } from './read-wkt.ts';

export interface ReadFacility {
  key: string;
  name: string;
  shape: Geometry;
  attributes: Record<string, string>;
  /** Of all that is kept of it: the same facility has the same digest. */
  digest: string;
}

/** Names under which files have what every facility has. */
const names = {
  key: ['key', 'id', 'code', '编号', '编码', '设施编号', '管线编号'],
  name: ['name', '名称', '设施名称', '名字'],
  longitude: ['longitude', 'lon', 'lng', 'x', '经度'],
  latitude: ['latitude', 'lat', 'y', '纬度'],
  shape: ['wkt', 'geometry', 'geom', '图形', '几何'],
} as const;
type Known = keyof typeof names;
const isKnown = (column: string) => Object.values(names).some((list) => (list as readonly string[]).includes(column.trim().toLowerCase()));

const Name = text(100);
const Attribute = text(300);
const mostPositions = 20_000;
const mostAttributes = 40;
const lines = { LineString: 2, MultiLineString: 2 } as const;

/** Reads one row of a table: a place in `longitude` and `latitude`, or any shape as well-known text. */
export function readFacilityRow(
  row: Readonly<Record<string, string>>,
  theme: LayerTheme,
  convert: (point: Position) => Position,
): { facility: ReadFacility } | { fault: RowFault } {
  const wkt = found(row, 'shape');
  const [longitude, latitude] = [found(row, 'longitude'), found(row, 'latitude')];
  if (wkt) {
    const shape = readWkt(wkt);
    if (!shape) return fault('wkt', wkt, 'this is no well-known text of a point, line or surface');
    return settle(row, shape, theme, convert);
  }
  if (!longitude || !latitude) return fault(longitude ? 'latitude' : 'longitude', '', 'the place is missing');
  return settle(row, { type: 'Point', coordinates: [Number(longitude), Number(latitude)] }, theme, convert);
}

/** Reads one feature of a GeoJSON collection. */
export function readFacilityFeature(
  feature: { id?: string | number | undefined; properties: Record<string, unknown> | null; geometry: unknown },
  theme: LayerTheme,
  convert: (point: Position) => Position,
): { facility: ReadFacility } | { fault: RowFault } {
  const row = Object.fromEntries(
    Object.entries(feature.properties ?? {}).flatMap(([column, value]) =>
      value === null || value === undefined || value === '' ? [] : [[column, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  );
  if (feature.id !== undefined && !found(row, 'key')) row.key = String(feature.id);
  return settle(row, feature.geometry as Geometry, theme, convert);
}

function settle(
  row: Readonly<Record<string, string>>,
  given: Geometry,
  theme: LayerTheme,
  convert: (point: Position) => Position,
): { facility: ReadFacility } | { fault: RowFault } {
  const name = Name.safeParse(found(row, 'name') ?? '');
  if (!name.success) return fault('name', found(row, 'name') ?? '', name.error.issues[0]!.message);
  const drawn = shapeOf(given, convert);
  if ('reason' in drawn) return fault('geometry', String((given as { type?: unknown } | null)?.type ?? ''), drawn.reason);
  const attributes: Record<string, string> = {};
  for (const [column, value] of Object.entries(row)) {
    if (isKnown(column) || value.trim() === '') continue;
    const read = Attribute.safeParse(value);
    if (!read.success || column.length > 60)
      return fault(column.slice(0, 60), value.slice(0, 200), read.error?.issues[0]?.message ?? 'the name of the column is too long');
    attributes[attributeKey(column, theme)] = read.data;
  }
  if (Object.keys(attributes).length > mostAttributes) return fault('properties', '', `more than ${mostAttributes} columns`);
  const { shape } = drawn;
  const key = (found(row, 'key') ?? '').slice(0, 100) || `auto-${hash([name.data, shape]).slice(0, 16)}`;
  return { facility: { key, name: name.data || layerThemes[theme].zh, shape, attributes, digest: hash([name.data, shape, attributes]) } };
}

/** Columns may carry the words of the theme in either language; they are kept under one key. */
function attributeKey(column: string, theme: LayerTheme): string {
  const wanted = column.trim();
  const usual = Object.entries(layerThemes[theme].attributes as Record<string, { zh: string; en: string }>);
  return usual.find(([key, words]) => [key, words.zh, words.en].some((one) => one.toLowerCase() === wanted.toLowerCase()))?.[0] ?? wanted;
}

function found(row: Readonly<Record<string, string>>, what: Known): string | undefined {
  for (const wanted of names[what]) {
    const column = Object.keys(row).find((one) => one.trim().toLowerCase() === wanted);
    if (column !== undefined && row[column]!.trim() !== '') return row[column]!.trim();
  }
  return undefined;
}

/** The shape with two numbers a position in WGS 84, or why it cannot be one. */
function shapeOf(given: unknown, convert: (point: Position) => Position): { shape: Geometry } | { reason: string } {
  const { type, coordinates } = (given ?? {}) as { type?: string; coordinates?: unknown };
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[type ?? ''];
  if (depth === undefined) return { reason: 'a point, a line or a surface is wanted' };
  const positions = positionsOf(coordinates, depth);
  if (!positions || positions.length === 0) return { reason: 'a position is none' };
  if (positions.length > mostPositions) return { reason: `more than ${mostPositions} positions` };
  for (const position of positions) {
    const judged = checkPosition(position, [-180, -90, 180, 90]);
    if (!judged.plausible) return { reason: `${position[0]}, ${position[1]} is no place on the earth` };
  }
  if (type === 'Polygon' || type === 'MultiPolygon') {
    const boundary = plainBoundary(given as Polygon | MultiPolygon, convert);
    const [broken] = boundaryFaults('geometry', boundary).errors;
    return broken ? { reason: broken.reason } : { shape: boundary };
  }
  const mapped = mapPositions(coordinates, depth, convert);
  if (type! in lines && (type === 'LineString' ? [mapped] : (mapped as unknown[])).some((line) => (line as unknown[]).length < 2))
    return { reason: 'a line has two positions or more' };
  return { shape: { type, coordinates: mapped } as Geometry };
}

function positionsOf(value: unknown, depth: number): Position[] | null {
  if (!Array.isArray(value)) return null;
  if (depth === 0) return value.length >= 2 && value.every((one) => typeof one === 'number') ? [value as Position] : null;
  const parts = value.map((part) => positionsOf(part, depth - 1));
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

const mapPositions = (value: unknown, depth: number, convert: (point: Position) => Position): unknown =>
  depth === 0 ? convert((value as Position).slice(0, 2)) : (value as unknown[]).map((part) => mapPositions(part, depth - 1, convert));

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
const fault = (column: string, value: string, reason: string) => ({ fault: { column, value: value.slice(0, 200), reason } });
