import type { Actor } from '@gongzhi/contract/actor';
import type { ImportReport } from '@gongzhi/contract/primitives';
import { problems } from '@gongzhi/platform/problems';
import { readRows, SpreadsheetRefused, sniff } from '@gongzhi/platform/spreadsheets';
import { type AreaDirectory, reaches } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { type Column, matchColumns, missingColumns } from '../rules/organisation-columns.ts';
import { type ImportPlan, planImport } from '../rules/plan-import.ts';
import { type ReadRow, type RowFault, readOrganisationRow } from '../rules/read-organisation-row.ts';
import { beginChange } from '../store/revision.ts';
import { allOrganisations } from '../store/select-organisations.ts';
import { insertOrganisations, updateOrganisations } from '../store/write-organisations.ts';
import { insertTemplatePosts } from '../store/write-posts.ts';

interface Options {
  dryRun: boolean;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Takes organisations from a CSV or XLSX file; new ones come with the posts of their template. What is there already and the same is
 * known, what differs is changed and told in the warnings, so that the same file may come twice. A dry run tells the same and writes
 * nothing. Refuses what is no spreadsheet, with the reason in both languages.
 */
export async function importOrganisations(
  ground: Ground,
  actor: Actor,
  file: { path: string; name: string },
  options: Options,
): Promise<ImportReport> {
  const { rows, refused } = await readFile(file.path).catch((error) => {
    throw error instanceof SpreadsheetRefused ? noSpreadsheet(error) : error;
  });
  const areas = await ground.territory.directory();
  const byName = codesByName(areas, rows);
  const planned = (existing: Awaited<ReturnType<typeof allOrganisations>>) =>
    planImport(rows, existing, {
      area: (text) => (areas.get(text) ? text : (byName.get(text) ?? null)),
      refuse(_, areaCode, before) {
        const outside = [areaCode, ...(before ? [before.areaCode] : [])].find((code) => !reaches(actor, 'organisation.edit', code));
        return outside === undefined ? null : `your posts do not reach the area ${outside}`;
      },
    });
  if (options.dryRun) return reportOf(planned(await allOrganisations(ground.database)), rows, refused);
  const report = await ground.database.transaction(async (tx) => {
    await beginChange(tx, 'organisation');
    const plan = planned(await allOrganisations(tx));
    const total = plan.created.length + plan.changed.length;
    if (plan.created.length > 0) {
      await insertOrganisations(tx, plan.created);
      await insertTemplatePosts(
        tx,
        plan.created.map((unit) => unit.id),
      );
    }
    options.onProgress?.(plan.created.length, total);
    if (plan.changed.length > 0) await updateOrganisations(tx, plan.changed);
    options.onProgress?.(total, total);
    const made = reportOf(plan, rows, refused);
    const { read, taken, known } = made;
    await ground.audit(tx, {
      actor,
      action: 'organisations-imported',
      detail: { file: file.name, read, taken, known, refused: made.refused.length },
    });
    return made;
  });
  ground.directory.forget();
  return report;
}

async function readFile(path: string): Promise<{ rows: ReadRow[]; refused: RowFault[] }> {
  const sniffed = await sniff(path);
  const columns = matchColumns(sniffed.header);
  const missing = missingColumns(columns);
  if (missing.length > 0)
    throw problems['invalid-input']({
      detail: `the file has the columns ${sniffed.header.join('、').slice(0, 500)}`,
      errors: missing.map(({ column, accepted }) => ({ field: `file.${column}`, reason: 'this column is missing', accepted })),
    });
  const rows: ReadRow[] = [];
  const refused: RowFault[] = [];
  const choices = {
    ...(sniffed.encoding ? { encoding: sniffed.encoding } : {}),
    ...(sniffed.delimiter ? { delimiter: sniffed.delimiter } : {}),
    ...(sniffed.sheet ? { sheet: sniffed.sheet } : {}),
  };
  for await (const { row, cells } of readRows(path, choices)) {
    if (row <= sniffed.headerRow) continue;
    const read = readOrganisationRow(row, (column: Column) => (columns[column] === undefined ? '' : (cells[columns[column]] ?? '').trim()));
    if ('reason' in read) refused.push(read);
    else rows.push(read);
  }
  return { rows, refused };
}

function noSpreadsheet(error: SpreadsheetRefused) {
  return problems['invalid-input']({
    detail: error.reason.zh,
    errors: [{ field: 'file', reason: `${error.reason.zh} ${error.reason.en}`, accepted: 'CSV or XLSX' }],
    more: { spreadsheet: error.code },
  });
}

/** Codes of the areas that rows name rather than number; a name that several areas have is left out. */
function codesByName(areas: AreaDirectory, rows: readonly ReadRow[]): Map<string, string> {
  const wanted = new Set(rows.map((row) => row.area).filter((area) => !/^\d+$/.test(area)));
  const found = new Map<string, string | null>();
  if (wanted.size > 0) {
    for (const area of areas.all()) if (wanted.has(area.name)) found.set(area.name, found.has(area.name) ? null : area.code);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

function reportOf(plan: ImportPlan, rows: readonly ReadRow[], refused: readonly RowFault[]): ImportReport {
  return {
    read: rows.length + refused.length,
    taken: plan.created.length + plan.changed.length,
    known: plan.known,
    refused: [...refused, ...plan.refused].sort((a, b) => a.row - b.row),
    ...(plan.warnings.length > 0 ? { warnings: plan.warnings } : {}),
  };
}
