export interface Spot {
  longitude: number;
  latitude: number;
}

/** How sure it is that somebody stood at the point. `code`: the code that hangs there was read. */
export type PlaceVerdict = 'there' | 'code' | 'uncertain' | 'far' | 'unknown';

const earth = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two points in WGS 84 along the surface of a sphere. */
export function metresBetween(a: Spot, b: Spot): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * earth * Math.asin(Math.sqrt(north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east));
}

/** A fix worse than this proves nothing by itself. */
const coarse = 100;

/**
 * A check-in counts where the fix lies within the radius of the point, its own error being granted up to 50 m; a coarse fix whose circle
 * reaches the point is uncertain and counts, marked so; without a fix nothing is known, unless the code of the point was read.
 */
export function judgePlace(
  point: Spot & { radius: number; code: string | null },
  fix: (Spot & { accuracy: number | null }) | null,
  code: string | null,
): { verdict: PlaceVerdict; metres: number | null } {
  const metres = fix ? Math.round(metresBetween(point, fix)) : null;
  if (code !== null && point.code !== null && code.trim().toUpperCase() === point.code.toUpperCase()) return { verdict: 'code', metres };
  if (!fix || metres === null) return { verdict: 'unknown', metres };
  const error = fix.accuracy ?? 0;
  if (metres - Math.min(error, 50) <= point.radius && error <= coarse) return { verdict: 'there', metres };
  return { verdict: metres - error <= point.radius ? 'uncertain' : 'far', metres };
}

/** Verdicts that make a point visited. */
export const counts = (verdict: PlaceVerdict): boolean => verdict === 'there' || verdict === 'code' || verdict === 'uncertain';
