import { readFile } from 'node:fs/promises';
import type { Actor } from '@gongzhi/contract/actor';
import { mostFacilities } from '@gongzhi/contract/layers';
import type { ImportReport } from '@gongzhi/contract/primitives';
import { FeatureCollection } from '@gongzhi/contract/territory';
import type { Connection } from '@gongzhi/platform/database';
import { fieldProblems } from '@gongzhi/platform/http';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { readRows, SpreadsheetRefused, sniff } from '@gongzhi/platform/spreadsheets';
import type { Ground } from '../context.ts';
import { toWgs84 } from '../rules/coordinates.ts';
import { commonArea } from '../rules/layer-reach.ts';
import { type ReadFacility, readFacilityFeature, readFacilityRow } from '../rules/read-facility.ts';
import type { RowFault } from '../rules/read-feature.ts';
import { requireReach } from '../rules/require-reach.ts';
import { digestsOf, dropFacilities, type FacilityToWrite, placeShapes, writeFacilities } from '../store/facilities.ts';
import { type LayerRow, updateLayer } from '../store/layers.ts';
import type { AreaDirectory, CoordinateSystem } from '../territory.ts';
import { editable } from './change-layer.ts';

interface Options {
  dryRun: boolean;
  system: CoordinateSystem;
  replace: boolean;
  onProgress?: (done: number, total: number) => void;
}
type Row = ReadFacility & { row: number };
type Line = { row: number } & ({ facility: ReadFacility } | { fault: RowFault });
const slice = 500;

/**
 * Takes facilities into a layer from a GeoJSON collection or a table. What is there and the same is known; what has a key that is there is
 * changed; with `replace`, what the file no longer has is taken out. Each row that is not taken is reported with its reason. A dry run reports
 * the same and writes nothing. Refuses a file that is neither, and one that would make the layer larger than a map can draw.
 */
export async function importFacilities(
  ground: Ground,
  actor: Actor,
  layer: LayerRow,
  file: { path: string; name: string },
  options: Options,
): Promise<ImportReport> {
  requireReach(actor, 'area.edit', layer.areaCode);
  const lines = await readLines(file.path, layer, options.system);
  const directory = await ground.directory.get();
  const report: ImportReport = { read: lines.length, taken: 0, known: 0, refused: [] };
  const rows = readable(lines, report);
  const take = async (connection: Connection) => {
    const digests = await digestsOf(connection, layer.id);
    const dropped = options.replace ? [...digests.keys()].filter((key) => !rows.has(key)) : [];
    const fresh = [...rows.values()].filter(({ key, digest }) => digests.get(key) !== digest);
    report.known = rows.size - fresh.length;
    const added = fresh.filter(({ key }) => !digests.has(key)).length;
    if (digests.size - dropped.length + added > mostFacilities)
      throw fieldProblem('file', `the layer would hold more than ${mostFacilities} facilities`, 'several layers, each of a part');
    for (let at = 0; at < fresh.length; at += slice) {
      const placed = await place(connection, fresh.slice(at, at + slice), layer, directory, report);
      report.taken += placed.length;
      if (!options.dryRun) await writeFacilities(connection, layer.id, placed);
      options.onProgress?.(Math.min(at + slice, fresh.length), fresh.length);
    }
    if (dropped.length > 0) {
      report.warnings = dropped
        .slice(0, 1000)
        .map((key) => ({ row: 0, column: 'key', value: key, reason: 'no longer in the file: taken out of the layer' }));
      if (!options.dryRun) await dropFacilities(connection, layer.id, dropped);
    }
  };
  if (options.dryRun) await take(ground.database);
  else
    await ground.database.transaction(async (tx) => {
      const { name, shown } = await editable(tx, actor, layer.id);
      await take(tx);
      if (report.taken > 0 || report.warnings) await updateLayer(tx, layer.id, { name, shown });
      const { read, taken, known, refused } = report;
      await ground.audit(tx, {
        actor,
        action: 'facilities-imported',
        subject: name,
        detail: { file: file.name, read, taken, known, refused: refused.length, system: options.system, replace: options.replace },
      });
    });
  report.refused.sort((a, b) => a.row - b.row);
  return report;
}

/** Rows by key that can be facilities; the others go into the report. */
function readable(lines: readonly Line[], report: ImportReport): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const line of lines) {
    if ('fault' in line) report.refused.push({ row: line.row, ...line.fault });
    else {
      const first = rows.get(line.facility.key);
      if (first)
        report.refused.push({ row: line.row, column: 'key', value: line.facility.key, reason: `stands in row ${first.row} already` });
      else rows.set(line.facility.key, { row: line.row, ...line.facility });
    }
  }
  return rows;
}

/** Gives facilities their areas; what lies outside of the layer's goes into the report. */
async function place(
  connection: Connection,
  rows: readonly Row[],
  layer: LayerRow,
  directory: AreaDirectory,
  report: ImportReport,
): Promise<FacilityToWrite[]> {
  const placed = await placeShapes(
    connection,
    rows.map(({ shape }) => shape),
    layer.areaCode,
  );
  // An area that was never drawn holds no position; there the layer's own area is all that can be said.
  const drawn = directory.get(layer.areaCode)?.center != null;
  return rows.flatMap(({ row, ...facility }, at): FacilityToWrite[] => {
    const { least, most, outside, inside } = placed[at]!;
    if (!inside && drawn) {
      report.refused.push({
        row,
        column: 'geometry',
        value: facility.shape.type,
        reason: `it lies outside of ${layer.areaCode}, the area of the layer`,
      });
      return [];
    }
    const within =
      outside || !least || !most ? layer.areaCode : commonArea(least, most, layer.areaCode, (code) => directory.get(code) !== undefined);
    return [{ ...facility, areaCode: within.startsWith(layer.areaCode) ? within : layer.areaCode }];
  });
}

async function readLines(path: string, layer: LayerRow, system: CoordinateSystem): Promise<Line[]> {
  const convert = (point: Parameters<typeof toWgs84>[0]) => toWgs84(point, system);
  const bytes = await readFile(path);
  if (/^(\ufeff)?\s*\{/.test(bytes.subarray(0, 200).toString('utf8'))) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
    } catch {
      throw fieldProblem('file', 'it begins like JSON and is none', 'a GeoJSON FeatureCollection, CSV or XLSX');
    }
    const collection = FeatureCollection.safeParse(parsed);
    if (!collection.success) throw problems['invalid-input']({ errors: fieldProblems(collection.error) });
    return collection.data.features.map((feature, at) => ({ row: at + 1, ...readFacilityFeature(feature, layer.theme, convert) }));
  }
  try {
    const { header, headerRow } = await sniff(bytes);
    const lines: Line[] = [];
    for await (const { row, cells } of readRows(bytes)) {
      if (row <= headerRow) continue;
      if (lines.length >= 100_000) throw fieldProblem('file', 'more than 100000 rows', 'several files');
      const cell = Object.fromEntries(header.map((column, at) => [column, cells[at] ?? '']));
      lines.push({ row, ...readFacilityRow(cell, layer.theme, convert) });
    }
    return lines;
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error;
    throw problems['invalid-input']({
      detail: error.reason.zh,
      errors: [{ field: 'file', reason: `${error.reason.zh} ${error.reason.en}`, accepted: 'GeoJSON, CSV or XLSX' }],
      more: { spreadsheet: error.code },
    });
  }
}
