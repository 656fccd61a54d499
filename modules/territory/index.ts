import { cached } from '@gongzhi/platform/database';
import { problems } from '@gongzhi/platform/problems';
import { createLayer } from './commands/change-layer.ts';
import { importAreas } from './commands/import-areas.ts';
import { importFacilities } from './commands/import-facilities.ts';
import { loadAreas } from './commands/load-areas.ts';
import type { Ground } from './context.ts';
import { territoryRoutes } from './http.ts';
import { layerHttp } from './http-layers.ts';
import { directoryLoader } from './queries/directory.ts';
import { calendarLoader } from './queries/hold-calendars.ts';
import { areaAt, areasAt } from './store/area-at.ts';
import { type LayerRow, selectLayers } from './store/layers.ts';
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

/** Of a layer that a dry run only supposes. */
const noLayer = '00000000-0000-0000-0000-000000000000';

/** Areas, their boundaries and succession, and the calendars of places. */
export function createTerritory({ database, audit, mapGround = { kind: 'none' } }: TerritoryDeps): Territory {
  const ground: Ground = {
    database,
    audit,
    directory: cached(directoryLoader(database)),
    calendars: cached(calendarLoader(database)),
    addresses: async () => [],
    mapGround,
  };
  return {
    parts: {
      name: 'territory',
      migrations: { module: 'territory', folder: new URL('./migrations/', import.meta.url) },
      routes: [...territoryRoutes(ground), ...layerHttp(ground)],
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
    async importFacilities(actor, wanted, file, options) {
      const named = async () => {
        const layers = await selectLayers(database, [wanted.areaCode]);
        return layers.find(({ areaCode, name }) => areaCode === wanted.areaCode && name === wanted.name);
      };
      let layer: LayerRow | undefined = await named();
      if (!layer && options.dryRun) layer = { ...wanted, id: noLayer, shown: true, version: 0, changedAt: new Date(0) };
      if (!layer) {
        await createLayer(ground, actor, wanted);
        layer = (await named())!;
      }
      return importFacilities(ground, actor, layer, file, options);
    },
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
