import gcoord from 'gcoord';
import type { Position } from 'geojson';
import type { Bounds } from './bounding-box.ts';

/**
 * Where a pair of coordinates comes from. Inside, everything is WGS 84; CGCS2000 agrees with it to centimetres. Maps
 * published in China are shifted by law: GCJ-02 (AMap, Tencent), BD-09 (Baidu).
 */
export type CoordinateSystem = 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09';

/** `suggestion` is the position that was probably meant. */
export type Plausibility =
  | { plausible: true }
  | { plausible: false; reason: 'not-a-number' | 'outside-range' | 'zero-island' | 'outside-region' }
  | { plausible: false; reason: 'swapped'; suggestion: Position };

const CHINA: Bounds = [73, 3, 136, 54];
// The package's types describe a wrapped default export, which Node's view of it does not have.
const { transform, CRSTypes } = gcoord as unknown as typeof gcoord.default;
// Where the shift begins and ends, the inverse has no solution and gcoord would search for it without end; it is undone
// only well inside that frame (72.004–137.8347 east, 0.8293–55.8271 north). The shift itself is below 0.03 degrees.
const SHIFTED: Bounds = [72.1, 0.9, 137.7, 55.7];

/**
 * A position (longitude, latitude) in WGS 84, rounded to 7 decimals (about a centimetre). Undoing the shift is good to
 * decimetres. Positions abroad, and what is already WGS 84 or CGCS2000, come back as they are.
 */
export function toWgs84(position: Position, system: CoordinateSystem): Position {
  const [longitude, latitude] = position as [number, number];
  if (system === 'wgs84' || system === 'cgcs2000' || !isIn(SHIFTED, longitude, latitude)) return [longitude, latitude];
  const [east, north] = transform([longitude, latitude], system === 'gcj02' ? CRSTypes.GCJ02 : CRSTypes.BD09, CRSTypes.WGS84);
  return [rounded(east), rounded(north)];
}

/**
 * Whether a position can be meant, and if not, why:
 * `not-a-number`; `outside-range` of ±180 and ±90 degrees; `zero-island` for 0, 0, which devices report without a fix;
 * `swapped` when it lies in the region only with longitude and latitude exchanged; `outside-region` otherwise.
 * The region is west, south, east, north in degrees, all of China unless given; a place passes its own bounding box.
 */
export function checkPosition(position: Position, region: Bounds = CHINA): Plausibility {
  const [longitude, latitude] = position as [number, number];
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return { plausible: false, reason: 'not-a-number' };
  if (Math.abs(longitude) < 1e-4 && Math.abs(latitude) < 1e-4) return { plausible: false, reason: 'zero-island' };
  if (isIn(region, longitude, latitude)) return { plausible: true };
  if (isIn(region, latitude, longitude)) return { plausible: false, reason: 'swapped', suggestion: [latitude, longitude] };
  const onEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  return { plausible: false, reason: onEarth ? 'outside-region' : 'outside-range' };
}

function isIn([west, south, east, north]: Bounds, longitude: number, latitude: number): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
