import type { WarningReason } from './import-reasons.ts';

export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A place, possibly with what was put right; or why there is none; or null where the row says nothing of a place. */
export type ReadPlace =
  | { longitude: number; latitude: number; warning?: WarningReason }
  | { longitude?: undefined; warning: WarningReason }
  | null;

/** Fewer decimals than this on both axes is a kilometre and more: a grid cannot be told, and a wrong one would be dispatched to. */
const LEAST_DECIMALS = 3;

/**
 * Judges a coordinate as written. A bad one costs the place, never the case. Swapped axes are put right only where `bounds` prove it:
 * without them a latitude of 121 may as well be an error of typing.
 */
export function readPlace(longitude: string, latitude: string, bounds?: Bounds): ReadPlace {
  const [east, north] = [longitude.trim(), latitude.trim()];
  if (east === '' && north === '') return null;
  if (east === '' || north === '') return { warning: 'coordinate_incomplete' };
  const [x, y] = [degrees(east), degrees(north)];
  if (x === null || y === null) return { warning: 'coordinate_unreadable' };
  // Zero on one axis alone is the equator or Greenwich at best, and a failed look-up nearly always.
  if (x === 0 || y === 0) return { warning: 'coordinate_zero' };
  if (Math.max(decimals(east), decimals(north)) < LEAST_DECIMALS) return { warning: 'coordinate_truncated' };
  if (within(x, y, bounds)) return { longitude: x, latitude: y };
  if (bounds && within(y, x, bounds)) return { longitude: y, latitude: x, warning: 'coordinate_swapped' };
  return { warning: 'coordinate_outside' };
}

/**
 * Takes a combined cell apart: "(39.34, -76.66)", "39.34,-76.66", "POINT (-76.66 39.34)", "121.47,31.23". Latitude comes first, except in
 * WKT and where the first number can only be a longitude. Null where there are not two numbers.
 */
export function splitLocation(text: string): { longitude: string; latitude: string } | null {
  const numbers = text.normalize('NFKC').match(/-?\d+(?:\.\d+)?/g);
  if (numbers?.length !== 2) return null;
  const [first, second] = numbers as [string, string];
  const longitudeFirst = /point/i.test(text) || Math.abs(Number(first)) > 90;
  return longitudeFirst ? { longitude: first, latitude: second } : { longitude: second, latitude: first };
}

function degrees(text: string): number | null {
  const match = /^([+-]?\d{1,3}(?:\.\d+)?)°?([NESW])?$/i.exec(text.normalize('NFKC'));
  if (!match) return null;
  return Number(match[1]) * (/[sw]/i.test(match[2] ?? '') ? -1 : 1);
}

function decimals(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.replace(/0+$/, '').length ?? 0;
}

function within(longitude: number, latitude: number, bounds: Bounds = { west: -180, south: -90, east: 180, north: 90 }): boolean {
  return longitude >= bounds.west && longitude <= bounds.east && latitude >= bounds.south && latitude <= bounds.north;
}
