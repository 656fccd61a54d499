import { cached } from '@gongzhi/platform/database';
import { problems } from '@gongzhi/platform/problems';
import { importAreas } from './commands/import-areas.ts';
import { loadAreas } from './commands/load-areas.ts';
import type { Ground } from './context.ts';
import { territoryRoutes } from './http.ts';
import { directoryLoader } from './queries/directory.ts';
import { calendarLoader } from './queries/hold-calendars.ts';
import { areaAt, areasAt } from './store/area-at.ts';
import { selectFlaws } from './store/select-flaws.ts';
import { selectSuccessors } from './store/succession.ts';
import type { Territory, TerritoryDeps } from './territory.ts';

export { rootsOf } from './queries/roots-of.ts';
export { toWgs84 } from './rules/coordinates.ts';
export { reaches, requireEverywhere, requireReach } from './rules/require-reach.ts';
export { dayOf, today } from './rules/today.ts';
export type {
  AddressSource,
  AreaCollection,
  AreaDirectory,
  AreaName,
  AreaToLoad,
  CoordinateSystem,
  Flaw,
  Territory,
  TerritoryDeps,
  UsedAddress,
} from './territory.ts';

/** Areas, their boundaries and succession, and the calendars of places. */
export function createTerritory({ database, audit }: TerritoryDeps): Territory {
  const ground: Ground = {
    database,
    audit,
    directory: cached(directoryLoader(database)),
    calendars: cached(calendarLoader(database)),
    addresses: async () => [],
  };
  return {
    parts: {
      name: 'territory',
      migrations: { module: 'territory', folder: new URL('./migrations/', import.meta.url) },
      routes: territoryRoutes(ground),
    },
    directory: () => ground.directory.get(),
    locate: areaAt,
    locateMany: areasAt,
    calendarFor: async (areaCode) => (await ground.calendars.get()).forArea(areaCode),
    async calendar(id) {
      const calendar = (await ground.calendars.get()).byId.get(id);
      if (!calendar) throw problems['not-found']({ detail: `no calendar ${id}` });
      return calendar;
    },
    successors: (codes) => selectSuccessors(database, codes),
    importAreas: (actor, collection, options) => importAreas(ground, actor, collection, options),
    async loadAreas(tx, rows) {
      await loadAreas(tx, rows);
      ground.directory.forget();
    },
    checkBoundaries: (code, tolerance, { deep = false } = {}) => selectFlaws(database, code, tolerance, deep),
    setAddressSource(source) {
      ground.addresses = source;
    },
  };
}
