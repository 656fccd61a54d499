import type { Position } from '../../resident/position.ts';

/** A place that another app or a sign on the wall put into the address: `?place=114.31,30.59&system=gcj02&address=…`. */
export interface GivenPlace {
  place: Position;
  address: string;
}

/** Mini programs and map apps of the mainland count in GCJ-02 or BD-09; inside everything is WGS 84. Null where no place is given. */
export async function givenPlace(search: Record<string, string | undefined>): Promise<GivenPlace | null> {
  const [longitude = Number.NaN, latitude = Number.NaN] = (search.place ?? '')
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return null;
  const address = (search.address ?? '').slice(0, 200);
  const system = { gcj02: 'GCJ02', bd09: 'BD09' }[search.system?.toLowerCase() ?? ''] as 'GCJ02' | 'BD09' | undefined;
  if (!system) return { place: { longitude, latitude }, address };
  const { default: gcoord } = await import('gcoord');
  const [east, north] = gcoord.transform([longitude, latitude], gcoord[system], gcoord.WGS84) as [number, number];
  return { place: { longitude: round(east), latitude: round(north) }, address };
}

/** Six digits are a tenth of a metre. */
const round = (degrees: number) => Math.round(degrees * 1_000_000) / 1_000_000;
