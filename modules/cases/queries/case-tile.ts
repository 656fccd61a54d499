import { type Actor, areasFor, unitsFor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { MatterFilter } from '@gongzhi/contract/matters';
import type { QueryOf } from '@gongzhi/contract/route';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { CasesCore } from '../cases.ts';
import { keepFresh } from '../rules/keep-fresh.ts';
import { encodeTile, exists, type TileAddress, type TilePoint, tileBounds } from '../rules/tile.ts';

/** Further out than this, cases are counted by grid; from here on by the cells of a tile, and where a cell holds one, it is that case. */
const cellsFrom = 14;
/** Each way, a tile of 512 pixels has so many cells: marks of two neighbours hardly touch. */
const cells = 10;
/** From this zoom on every case is a point. */
const pointsFrom = 17;
/** More points than this in one tile cover each other. */
const mostPoints = 5000;

/**
 * Draws tiles of the cases that an actor may see. No tile holds more than its cells or its grids, whatever the ledger holds; what several people
 * with the same view look at is read once.
 */
export function caseTiles(core: CasesCore) {
  const counts = keepFresh<Awaited<ReturnType<CasesCore['matters']['areaCounts']>>>({ freshMs: 10_000, keptMs: 300_000, most: 100 });
  const tiles = keepFresh<Buffer>({ freshMs: 10_000, keptMs: 10_000, most: 400 });

  async function draw(actor: Actor, address: TileAddress, filter: MatterFilter, scope: string, fine: boolean): Promise<Buffer> {
    if (address.z < cellsFrom) {
      const [rows, directory] = await Promise.all([
        counts(scope, () => core.matters.areaCounts(actor, filter)),
        core.territory.directory(),
      ]);
      const grids = [...byLevel(rows, fine ? 15 : digitsAt(address.z))].flatMap(([code, sum]) => {
        const area = directory.get(code);
        return area?.center
          ? [{ longitude: area.center[0], latitude: area.center[1], tags: { code, name: area.name, ...sum, late: late(sum) } }]
          : [];
      });
      return encodeTile(address, { grids });
    }
    if (address.z >= pointsFrom) {
      const bbox = tileBounds(address)
        .map((degrees) => degrees.toFixed(7))
        .join(',');
      const points = await core.matters.points(actor, { ...filter, bbox }, mostPoints);
      return encodeTile(address, { cases: points.map(({ longitude, latitude, ...tags }) => ({ longitude, latitude, tags })) });
    }
    const rows = await core.matters.cells(actor, filter, { bounds: tileBounds(address, 0), cells });
    const clusters: TilePoint[] = [];
    const single: TilePoint[] = [];
    for (const { longitude, latitude, count, overdue, ...matter } of rows) {
      if (count > 1) clusters.push({ longitude, latitude, tags: { count, overdue, late: late({ count, overdue }) } });
      else single.push({ longitude, latitude, tags: { ...matter, overdue: overdue > 0 } });
    }
    return encodeTile(address, { clusters, cases: single });
  }

  return async (actor: Actor, address: TileAddress, query: QueryOf<typeof cases.tile>): Promise<Buffer> => {
    if (!exists(address)) throw fieldProblem('x', 'there is no such tile', `0 to ${2 ** address.z - 1} at zoom ${address.z}`);
    const { fine = false, ...asked } = query;
    const filter: MatterFilter = { kind: core.kind.kind, ...asked };
    // What two actors see is the same where this is.
    const scope = JSON.stringify([
      actor.kind === 'system',
      areasFor(actor, 'case.read').sort(),
      unitsFor(actor, 'case.handle').sort(),
      Object.entries(filter).sort(([one], [other]) => (one < other ? -1 : 1)),
    ]);
    return tiles(`${address.z}/${address.x}/${address.y} ${fine} ${scope}`, () => draw(actor, address, filter, scope, fine));
  };
}

interface Sum {
  count: number;
  overdue: number;
}

/** Digits of the areas that are large enough to hold a mark at a zoom: subdistricts, communities, grids. */
const digitsAt = (z: number) => (z <= 10 ? 9 : z <= 12 ? 12 : 15);

/** Counts of grids as those of the areas above them. */
function byLevel(rows: readonly ({ areaCode: string } & Sum)[], digits: number): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { areaCode, count, overdue } of rows) {
    const code = areaCode.slice(0, digits);
    const sum = sums.get(code) ?? { count: 0, overdue: 0 };
    sums.set(code, { count: sum.count + count, overdue: sum.overdue + overdue });
  }
  return sums;
}

/** How much of it is overdue, for the colour of a mark: a fifth or more is many. */
const late = ({ count, overdue }: Sum) => (overdue === 0 ? 'none' : overdue * 5 >= count ? 'many' : 'some');
