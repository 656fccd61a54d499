import type { Actor } from '@gongzhi/contract/actor';
import type { ImportReport } from '@gongzhi/contract/primitives';
import type { Connection } from '@gongzhi/platform/database';
import type { Ground } from '../context.ts';
import { toWgs84 } from '../rules/coordinates.ts';
import { type ReadArea, type RowFault, readFeature } from '../rules/read-feature.ts';
import { reaches } from '../rules/require-reach.ts';
import { today } from '../rules/today.ts';
import { beginChange, beginVersions, changeVersions, currentAreas, settleParents, versionsBeyond } from '../store/area-versions.ts';
import { judgeBoundaries } from '../store/judge-boundaries.ts';
import type { AreaCollection, CoordinateSystem } from '../territory.ts';

interface Options {
  dryRun: boolean;
  system: CoordinateSystem;
  onProgress?: (done: number, total: number) => void;
}
interface Row extends ReadArea {
  row: number;
}
const slice = 500;

/**
 * Takes areas from a GeoJSON collection: new ones begin, different ones are changed from their `validFrom` (today unless told), equal
 * ones are known, so that the same file may come twice. Each feature that is not taken is reported with its reason; the others are
 * taken all together or, upon an error of the engine, not at all. A dry run reports the same and writes nothing.
 */
export async function importAreas(ground: Ground, actor: Actor, collection: AreaCollection, options: Options): Promise<ImportReport> {
  const report: ImportReport = { read: collection.features.length, taken: 0, known: 0, refused: [] };
  const rows = readRows(actor, collection, options.system, report);
  const take = async (connection: Connection) => {
    for (let at = 0; at < rows.length; at += slice) {
      await takeSlice(connection, rows.slice(at, at + slice), options.dryRun, report);
      options.onProgress?.(Math.min(at + slice, rows.length), rows.length);
    }
  };
  if (options.dryRun) await take(ground.database);
  else {
    await ground.database.transaction(async (tx) => {
      await beginChange(tx);
      await take(tx);
      await settleParents(
        tx,
        rows.map((row) => row.code),
      );
      const { read, taken, known, refused } = report;
      await ground.audit(tx, {
        actor,
        action: 'areas-imported',
        detail: { read, taken, known, refused: refused.length, system: options.system },
      });
    });
    ground.directory.forget();
  }
  report.refused.sort((a, b) => a.row - b.row);
  return report;
}

/** Features that can be areas, outer ones first; the others go into the report. */
function readRows(actor: Actor, collection: AreaCollection, system: CoordinateSystem, report: ImportReport): Row[] {
  const seen = new Map<string, number>();
  const rows: Row[] = [];
  const now = today();
  collection.features.forEach((feature, place) => {
    const row = place + 1;
    const read = readFeature(feature, (point) => toWgs84(point, system));
    const fault = 'fault' in read ? read.fault : rowFault(actor, read.area, seen, now);
    if (fault) report.refused.push({ row, ...fault });
    else if ('area' in read) {
      seen.set(read.area.code, row);
      rows.push({ row, ...read.area });
    }
  });
  return rows.sort((a, b) => a.code.length - b.code.length || a.row - b.row);
}

function rowFault(actor: Actor, area: ReadArea, seen: ReadonlyMap<string, number>, now: string): RowFault | null {
  const { code, validFrom } = area;
  if (seen.has(code)) return { column: 'code', value: code, reason: `stands in row ${seen.get(code)} already` };
  if (!reaches(actor, 'area.edit', code)) return { column: 'code', value: code, reason: `your posts do not reach the area ${code}` };
  if (validFrom && validFrom > now) return { column: 'validFrom', value: validFrom, reason: 'this day is still to come' };
  return null;
}

async function takeSlice(connection: Connection, rows: readonly Row[], dryRun: boolean, report: ImportReport): Promise<void> {
  const now = today();
  const codes = rows.map((row) => row.code);
  const current = await currentAreas(connection, codes);
  const ended = new Map((await versionsBeyond(connection, codes, '0001-01-01')).map(({ code, until }) => [code, until]));
  const drawn = rows.flatMap((row) => (row.boundary ? [{ code: row.code, boundary: row.boundary }] : []));
  const judged = new Map((await judgeBoundaries(connection, drawn)).map((verdict, place) => [drawn[place]!.code, verdict]));
  const begun: (Row & { type: string | null; validFrom: string })[] = [];
  const changed: typeof begun = [];
  for (const row of rows) {
    const before = current.get(row.code);
    const verdict = judged.get(row.code);
    const type = row.type === undefined ? (before?.type ?? null) : row.type;
    const settled = { ...row, type, validFrom: row.validFrom ?? now };
    const earliest = before?.validFrom ?? ended.get(row.code);
    if (verdict?.fault) report.refused.push({ row: row.row, column: 'geometry', value: row.boundary!.type, reason: verdict.fault });
    else if (before && before.name === row.name && before.type === type && (verdict?.known ?? true)) report.known += 1;
    else if (earliest && settled.validFrom < earliest)
      report.refused.push({
        row: row.row,
        column: 'validFrom',
        value: settled.validFrom,
        reason: before ? `the current version began on ${earliest}` : `an earlier area held until ${earliest}`,
      });
    else (before ? changed : begun).push(settled);
  }
  report.taken += begun.length + changed.length;
  if (dryRun) return;
  if (begun.length > 0) await beginVersions(connection, begun);
  if (changed.length > 0) await changeVersions(connection, changed);
}
