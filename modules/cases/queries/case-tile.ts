import { type Actor, areasFor, unitsFor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { MatterFilter } from '@gongzhi/contract/matters';
import type { QueryOf } from '@gongzhi/contract/route';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { CasesCore } from '../cases.ts';
import { encodeTile, exists, type TileAddress, tileBounds } from '../rules/tile.ts';

/** From this zoom on every case is a point; further out they are counted by grid. */
const pointsFrom = 14;
/** More points than this in one tile cover each other. */
const mostPoints = 5000;
/** One look at a district fetches some ten tiles, each of which needs the same counts. */
const keptMs = 10_000;
const mostKept = 300;

type AreaCounts = Awaited<ReturnType<CasesCore['matters']['areaCounts']>>;

/** Draws tiles of the cases that an actor may see: points from near, counts by grid from afar. */
export function caseTiles(core: CasesCore) {
  const kept = new Map<string, { at: number; counts: Promise<AreaCounts> }>();

  const counted = (actor: Actor, filter: MatterFilter): Promise<AreaCounts> => {
    const scope = JSON.stringify([
      actor.kind === 'system',
      areasFor(actor, 'case.read').sort(),
      unitsFor(actor, 'case.handle').sort(),
      filter,
    ]);
    const known = kept.get(scope);
    if (known && Date.now() - known.at < keptMs) return known.counts;
    const counts = core.matters.areaCounts(actor, filter);
    counts.catch(() => kept.delete(scope));
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
    kept.delete(scope);
    kept.set(scope, { at: Date.now(), counts });
    return counts;
  };

  return async (actor: Actor, address: TileAddress, query: QueryOf<typeof cases.tile>): Promise<Buffer> => {
    if (!exists(address)) throw fieldProblem('x', 'there is no such tile', `0 to ${2 ** address.z - 1} at zoom ${address.z}`);
    const filter: MatterFilter = { kind: core.kind.kind, ...query };
    if (address.z >= pointsFrom) {
      const points = await core.matters.points(
        actor,
        {
          ...filter,
          bbox: tileBounds(address)
            .map((degrees) => degrees.toFixed(7))
            .join(','),
        },
        mostPoints,
      );
      return encodeTile(address, {
        cases: points.map(({ longitude, latitude, ...tags }) => ({ longitude, latitude, tags })),
      });
    }
    // From afar the open ones are what one looks for; the ended ones of all years only upon request.
    const counts = await counted(actor, filter.open === undefined && !filter.state ? { ...filter, open: true } : filter);
    const directory = await core.territory.directory();
    const grids = counts.flatMap(({ areaCode, count, overdue }) => {
      const area = directory.get(areaCode);
      return area?.center
        ? [{ longitude: area.center[0], latitude: area.center[1], tags: { code: areaCode, name: area.name, count, overdue } }]
        : [];
    });
    return encodeTile(address, { grids });
  };
}
