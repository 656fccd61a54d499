import type { Actor } from '@gongzhi/contract/actor';
import type { LayerTheme } from '@gongzhi/contract/layers';
import type { MapGround } from '@gongzhi/contract/map-ground';
import type { ImportReport } from '@gongzhi/contract/primitives';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { AreaLevel, territory } from '@gongzhi/contract/territory';
import type { Connection, Database } from '@gongzhi/platform/database';
import type { Audit, ModuleParts } from '@gongzhi/platform/module';
import type { Calendar } from '@gongzhi/platform/working-time';
import type { MultiPolygon, Polygon } from 'geojson';

/** What the rest of the product needs to know of an area most of the time. `center` is longitude, latitude in WGS 84. */
export interface AreaName {
  code: string;
  name: string;
  level: AreaLevel;
  parent: string | null;
  center: readonly [number, number] | null;
}

/** The current areas by code, held in memory. A snapshot: ask for the directory again rather than keeping it. */
export interface AreaDirectory {
  get(code: string): AreaName | undefined;
  /** The name, the last one where the area has ended, or the code itself where nothing has it. */
  name(code: string): string;
  /** From the outermost down to the nearest, without the area itself; works for codes of ended areas too. */
  ancestors(code: string): AreaName[];
  /** In the order of codes. */
  all(): Iterable<AreaName>;
}

/** An area as the bulk load takes it. `boundary` is GeoJSON in WGS 84, `validFrom` an ISO day (today unless told). */
export interface AreaToLoad {
  code: string;
  name: string;
  level: AreaLevel;
  type?: string | null;
  boundary?: Polygon | MultiPolygon | null;
  validFrom?: string;
}

export type CoordinateSystem = 'wgs84' | 'gcj02' | 'bd09';
export type Flaw = AnswerOf<typeof territory.checkBoundaries>['items'][number];
export type AreaCollection = BodyOf<typeof territory.importAreas>;

/** An address that was used before, offered again while someone types. */
export interface UsedAddress {
  label: string;
  areaCode: string | null;
  longitude: number | null;
  latitude: number | null;
}
/** Finds used addresses by words, under an area where one is given; at most 20, best first. Never personal data. */
export type AddressSource = (text: string, under: string | undefined) => Promise<UsedAddress[]>;

export interface Territory {
  parts: ModuleParts;
  /** Current areas, at most ten seconds behind other processes. Like the calendars, to be asked for before a transaction begins. */
  directory(): Promise<AreaDirectory>;
  /** The deepest current area that covers the point (WGS 84), or null. In SQL: `territory.area_at(longitude, latitude)`. */
  locate(connection: Connection, longitude: number, latitude: number): Promise<string | null>;
  /** The same for many points in one statement, in their order; null for null. */
  locateMany(connection: Connection, points: readonly ({ longitude: number; latitude: number } | null)[]): Promise<(string | null)[]>;
  /** The calendar of the nearest area that has one, else the statutory one. The same object until it is edited. */
  calendarFor(areaCode: string): Promise<Calendar>;
  /** A calendar by id. Refuses an unknown one as `not-found`. */
  calendar(id: string): Promise<Calendar>;
  /**
   * The current codes that stand in the place of each given code, following the succession to its end. A current code that was
   * never replaced stands for itself; a code that nothing knows or that ended without successor is absent.
   */
  successors(codes: readonly string[]): Promise<Map<string, string[]>>;
  /** Takes a GeoJSON collection (properties code, name, level, type, validFrom); rows count from 1. */
  importAreas(
    actor: Actor,
    collection: AreaCollection,
    options: { dryRun: boolean; system: CoordinateSystem; onProgress?: (done: number, total: number) => void },
  ): Promise<ImportReport>;
  /** Takes facilities into the layer of that name in an area, which is added where there is none; rows as in the file. */
  importFacilities(
    actor: Actor,
    layer: { name: string; theme: LayerTheme; areaCode: string },
    file: { path: string; name: string },
    options: { dryRun: boolean; system: CoordinateSystem; replace: boolean; onProgress?: (done: number, total: number) => void },
  ): Promise<ImportReport>;
  /** Bulk load without checks of scope or geometry: for the demo and for tests. */
  loadAreas(tx: Connection, rows: Iterable<AreaToLoad>): Promise<void>;
  /** Flaws larger than `tolerance` square metres between the children of an area; with `deep`, of all areas below it too. */
  checkBoundaries(code: string, tolerance: number, options?: { deep?: boolean }): Promise<Flaw[]>;
  /** Where `GET /api/addresses` finds addresses that were used; set once by the composition root. */
  setAddressSource(source: AddressSource): void;
}

export interface TerritoryDeps {
  database: Database;
  audit: Audit;
  /** What lies under every map; nothing unless told. */
  mapGround?: MapGround;
}
