import type { Geometry, Position } from 'geojson';

const kinds = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
} as const;
const depths = { Point: 1, LineString: 1, Polygon: 2, MultiPoint: 1, MultiLineString: 2, MultiPolygon: 3 } as const;

/**
 * Reads well-known text (OGC 06-103r4), which desktop programs write into the geometry column of a CSV. Heights and measures are left
 * out. Null for what is none of the plain kinds, is empty, or does not parse.
 */
export function readWkt(text: string): Geometry | null {
  const match = /^\s*(?:SRID=4326;)?\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(\(.*\))\s*$/is.exec(text);
  const type = match && kinds[match[1]!.toUpperCase() as keyof typeof kinds];
  if (!type) return null;
  // Parentheses become brackets and each run of numbers a position: what is left is JSON or nothing.
  const plain = match[2]!.replace(type === 'MultiPoint' ? /\(([^()]*)\)(?=[\s,)])/g : /(?!)/, '$1');
  const json = plain
    .replace(/[^(),]+/g, (run) => {
      const numbers = run.trim().split(/\s+/).slice(0, 2);
      return run.trim() === ''
        ? ''
        : numbers.length === 2 && numbers.every((one) => Number.isFinite(Number(one)))
          ? `[${numbers.map(Number)}]`
          : '!';
    })
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    return null;
  }
  if (!nested(read, depths[type])) return null;
  return { type, coordinates: type === 'Point' ? (read as Position[])[0]! : read } as Geometry;
}

/** Whether a value is positions in lists of that depth, none of them empty. */
function nested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  return depth === 0 ? value.length === 2 && value.every((one) => typeof one === 'number') : value.every((one) => nested(one, depth - 1));
}
