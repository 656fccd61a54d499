import type { Territory, TerritoryDeps } from './territory.ts';

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

export declare function createTerritory(deps: TerritoryDeps): Territory;
