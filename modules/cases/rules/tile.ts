import vtpbf from 'vt-pbf';

export interface TileAddress {
  z: number;
  x: number;
  y: number;
}
export interface TilePoint {
  longitude: number;
  latitude: number;
  tags: Record<string, string | number | boolean | null>;
}

const extent = 4096;
/** Symbols at the edge are drawn in both tiles: so much of the neighbour comes along. */
const buffer = 64;

const across = (longitude: number, z: number) => ((longitude + 180) / 360) * 2 ** z;
const down = (latitude: number, z: number) => {
  const radians = (Math.max(-85.0511, Math.min(85.0511, latitude)) * Math.PI) / 180;
  return ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z;
};
const longitudeOf = (x: number, z: number) => (x / 2 ** z) * 360 - 180;
const latitudeOf = (y: number, z: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

export const exists = ({ z, x, y }: TileAddress): boolean => x < 2 ** z && y < 2 ** z;

/** West, south, east and north of a tile (Web Mercator, XYZ) in degrees, with its buffer unless another is told. */
export function tileBounds({ z, x, y }: TileAddress, around: number = buffer): [number, number, number, number] {
  const more = around / extent;
  const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));
  return [
    clamp(longitudeOf(x - more, z), 180),
    clamp(latitudeOf(y + 1 + more, z), 90),
    clamp(longitudeOf(x + 1 + more, z), 180),
    clamp(latitudeOf(y - more, z), 90),
  ];
}

/** Encodes layers of points as a vector tile (specification 2); points outside of the tile and its buffer are left out. */
export function encodeTile(address: TileAddress, layers: Record<string, readonly TilePoint[]>): Buffer {
  const within = (value: number) => value >= -buffer && value <= extent + buffer;
  const encoded: Parameters<typeof vtpbf.fromGeojsonVt>[0] = {};
  for (const [name, points] of Object.entries(layers)) {
    const features = points.flatMap(({ longitude, latitude, tags }) => {
      const x = Math.round((across(longitude, address.z) - address.x) * extent);
      const y = Math.round((down(latitude, address.z) - address.y) * extent);
      return within(x) && within(y) ? [{ type: 1 as const, geometry: [[x, y] as [number, number]], tags }] : [];
    });
    if (features.length > 0) encoded[name] = { features };
  }
  return Buffer.from(vtpbf.fromGeojsonVt(encoded, { version: 2, extent }));
}
