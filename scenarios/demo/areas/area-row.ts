import type { Polygon } from 'geojson';
import type { Position } from '../map/projection.ts';
import type { Sampler } from '../map/sampling.ts';

/** One area of the demo district, parents before children. */
export interface AreaRow {
  code: string;
  name: string;
  level: 'district' | 'subdistrict' | 'community' | 'grid';
  /** `subdistrict`, `town`, `community` or `village` beside the level; null where the level says it all. */
  type: 'subdistrict' | 'town' | 'community' | 'village' | null;
  parentCode: string | null;
  /** Day from which the code holds: before the first case. */
  validFrom: string;
  /** WGS 84, counter-clockwise, closed, six decimals; siblings share vertices, children tile their parent. */
  boundary: Polygon;
  /** A point inside the area. */
  center: Position;
}

/** What the texts of a grid speak of. */
export interface GridPlace {
  code: string;
  communityCode: string;
  subdistrictCode: string;
  communityName: string;
  subdistrictName: string;
  rural: boolean;
  compounds: { name: string; at: Position }[];
  roads: string[];
  sampler: Sampler;
  /** Shores of the water that covers part of it; mostly empty. */
  shores: Position[][];
  /** How much is reported from here, relative to other grids. */
  weight: number;
}

/** Water on the map; borders run through it. */
export interface WaterFeature {
  name: string;
  kind: 'lake' | 'river';
  boundary: Polygon;
}
