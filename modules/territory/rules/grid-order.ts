import type { Bounds } from './bounding-box.ts';

/** A grid that is to be numbered: any key that tells it from the others, and the bounding box of its boundary. */
export interface Placed {
  key: string;
  bounds: Bounds;
}

/**
 * The grids of a community in the order of their numbers: as one reads, row by row from north to south and within a row
 * from west to east. Real boundaries form no straight rows: a row takes in every grid
 * whose centre lies less than half a usual (median) grid's height south of the row's northernmost centre.
 * The order of the input does not matter; equal places are ordered by key.
 */
export function orderGrids<T extends Placed>(grids: readonly T[]): T[] {
  const reach = median(grids.map(({ bounds }) => bounds[3] - bounds[1])) / 2;
  const southwards = [...grids].sort((a, b) => centre(b).latitude - centre(a).latitude || eastwards(a, b));
  const ordered: T[] = [];
  while (southwards.length > 0) {
    const northernmost = centre(southwards[0]!).latitude;
    const nextRow = southwards.findIndex((grid, i) => i > 0 && northernmost - centre(grid).latitude >= reach);
    ordered.push(...southwards.splice(0, nextRow < 0 ? southwards.length : nextRow).sort(eastwards));
  }
  return ordered;
}

/**
 * Codes for the grids of a community, by key: the community's 12 digits and a number from 001. Throws RangeError for more
 * than 999 grids, or when the community's code has not 12 digits.
 */
export function numberGrids(communityCode: string, grids: readonly Placed[]): Map<string, string> {
  if (!/^\d{12}$/.test(communityCode)) throw new RangeError(`Not a community's code: ${communityCode}`);
  if (grids.length > 999) throw new RangeError(`A community has at most 999 grids, not ${grids.length}`);
  return new Map(orderGrids(grids).map(({ key }, i) => [key, communityCode + String(i + 1).padStart(3, '0')]));
}

function centre({ bounds: [west, south, east, north] }: Placed): { longitude: number; latitude: number } {
  return { longitude: (west + east) / 2, latitude: (south + north) / 2 };
}

function eastwards(a: Placed, b: Placed): number {
  return centre(a).longitude - centre(b).longitude || (a.key < b.key ? -1 : 1);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
