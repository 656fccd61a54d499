import { type Actor, areasFor, reachesArea } from '@gongzhi/contract/actor';
import type { ImportReport } from '@gongzhi/contract/primitives';
import type { BulkMatter } from '@gongzhi/matters';
import { fieldProblem, Refusal } from '@gongzhi/platform/problems';
import {
  type Encoding,
  guessDateOrder,
  knowsTimezone,
  readRows,
  type SniffedSpreadsheet,
  SpreadsheetRefused,
  sniff,
} from '@gongzhi/platform/spreadsheets';
import type { CasesCore, ImportOptions } from '../cases.ts';
import { caseProblems } from '../problems.ts';
import { guessMapping } from '../rules/import-mapping.ts';
import { refusalReasons, warningReasons } from '../rules/import-reasons.ts';
import { importRow } from '../rules/import-row.ts';
import type { ImportedCase } from '../rules/imported-case.ts';
import { importedHistory } from '../rules/imported-history.ts';
import { type ColumnOf, mappingFlaws, readMapping } from '../rules/read-mapping.ts';
import { settler } from './settle-imported.ts';

const batchSize = 500;
const samples = 200;

/** What a file is and how its columns were understood. */
export async function sniffCases(
  path: string,
  encoding?: string,
): Promise<{ sniffed: SniffedSpreadsheet; guesses: ReturnType<typeof guessMapping> }> {
  try {
    const sniffed = await sniff(path, { samples, ...(encoding ? { encoding: encoding as Encoding } : {}) });
    return {
      sniffed,
      guesses: guessMapping(
        sniffed.header,
        sniffed.sampleRows.map((row) => row.cells),
      ),
    };
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A file that is no readable table is a refusal with its reason, not a failure of ours. */
export function asRefusal(error: unknown): unknown {
  return error instanceof SpreadsheetRefused
    ? new Refusal(`spreadsheet-${error.code}`, 422, 'The file cannot be read as a table', {
        detail: error.message,
        errors: [{ field: 'file', reason: error.message }],
      })
    : error;
}

/** Guesses the order of day and month over the first column that holds opening times. */
export function dateOrderOf(sniffed: SniffedSpreadsheet, columns: ColumnOf) {
  const at = columns.get('opened_at')?.index;
  return at === undefined ? undefined : guessDateOrder(sniffed.sampleRows.map((row) => row.cells[at] ?? ''));
}

/**
 * Takes the rows of a CSV or XLSX file as cases with their history, in batches of a transaction each. A row that was taken before
 * (same source, same number) is `known`, so a broken-off import is simply run again. Every row is accounted for:
 * read = taken + known + refused rows. A dry run writes nothing.
 */
export async function importCases(core: CasesCore, actor: Actor, options: ImportOptions): Promise<ImportReport> {
  const timezone = options.timezone ?? 'Asia/Shanghai';
  if (!knowsTimezone(timezone)) throw fieldProblem('timezone', `“${timezone}” is no time zone`, 'an IANA name such as Asia/Shanghai');
  const { sniffed, guesses } = await sniffCases(options.path, options.encoding);
  const guessed = Object.fromEntries(guesses.map((guess) => [guess.column, guess.field]));
  const settledMapping = readMapping(sniffed.header, { ...withoutTaken(guessed, options.mapping ?? {}), ...options.mapping });
  if (!settledMapping.ok)
    throw caseProblems['column-missing']({
      errors: settledMapping.flaws.map((flaw) => ({
        field: flaw.column || 'mapping',
        reason: mappingFlaws[flaw.reason].en,
        accepted: sniffed.header.join(' | ').slice(0, 400),
      })),
    });
  const { columns } = settledMapping;
  const defaultArea = options.defaultArea ?? (await defaultAreaOf(core, actor));
  if (!(await core.territory.directory()).get(defaultArea))
    throw fieldProblem('defaultArea', 'there is no such area', 'the code of a current area');
  const order = options.dateOrder ?? dateOrderOf(sniffed, columns)?.order;
  const rowOptions = {
    timezone,
    ...(order ? { dateOrder: order } : {}),
    coordinateSystem: options.coordinateSystem ?? ('wgs84' as const),
    defaultAreaCode: null,
    now: new Date(),
  };
  const settle = await settler(core, defaultArea);
  const calendar = (await core.territory.calendarFor(defaultArea)).id;
  const importer = {
    kind: actor.kind === 'token' ? ('token' as const) : actor.kind === 'system' ? ('system' as const) : ('staff' as const),
    id: actor.id,
    name: actor.name,
    source: options.source,
    calendar,
  };
  const report: ImportReport & { warnings: NonNullable<ImportReport['warnings']> } = {
    read: 0,
    taken: 0,
    known: 0,
    refused: [],
    warnings: [],
  };

  let waiting: { item: ImportedCase }[] = [];
  const flush = async () => {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    await core.database.transaction(async (tx) => {
      const settled = await settle(
        tx,
        batch.map(({ item }) => item),
        options.dryRun,
      );
      const matters: BulkMatter[] = [];
      settled.forEach((place, index) => {
        const { item } = batch[index]!;
        if (item.place && place.longitude === null)
          report.warnings.push({
            row: item.row,
            column: columns.get('location')?.column ?? columns.get('latitude')?.column ?? '',
            value: `${item.place.latitude}, ${item.place.longitude}`,
            reason: both(warningReasons.coordinate_outside),
          });
        if (actor.kind !== 'system' && !reachesArea(actor, 'case.import', place.areaCode))
          report.refused.push({ row: item.row, column: '', value: place.areaCode, reason: '不在您的区域内 outside your areas' });
        else matters.push(importedHistory(item, place, importer));
      });
      const loaded = options.dryRun
        ? await core.matters.known(
            tx,
            matters.map((matter) => matter.external!),
          )
        : await core.matters.load(tx, core.kind, matters, { facts: true, wording: true });
      report.taken += loaded.taken;
      report.known += loaded.known;
    });
    options.onProgress?.(report.read, null);
  };

  try {
    for await (const row of readRows(options.path, { ...(options.encoding ? { encoding: options.encoding as Encoding } : {}) })) {
      if (row.row <= sniffed.headerRow) continue;
      report.read += 1;
      const read = importRow(row, columns, rowOptions);
      if (!read.ok) {
        report.refused.push(...read.refusals.map((item) => ({ ...item, reason: both(refusalReasons[item.reason]) })));
        continue;
      }
      report.warnings.push(...read.warnings.map((item) => ({ ...item, reason: both(warningReasons[item.reason]) })));
      waiting.push({ item: read.case });
      if (waiting.length >= batchSize) await flush();
    }
    await flush();
  } catch (error) {
    throw asRefusal(error);
  }
  if (!options.dryRun)
    await core.database.transaction((tx) =>
      core.identity.audit(tx, {
        actor,
        action: 'cases-imported',
        subject: options.source,
        detail: { file: options.name, read: report.read, taken: report.taken, known: report.known, refused: report.refused.length },
      }),
    );
  options.onProgress?.(report.read, report.read);
  return report;
}

const both = (text: { zh: string; en: string }) => `${text.zh} ${text.en}`;

/** A field that the person gave to another column is taken from the column that was guessed for it. */
function withoutTaken(guessed: Record<string, string | null>, chosen: Record<string, string | null>): Record<string, string | null> {
  const taken = new Set(Object.values(chosen).filter(Boolean));
  return Object.fromEntries(Object.entries(guessed).map(([column, field]) => [column, field && taken.has(field) ? null : field]));
}

/** Where rows without a usable place go: the outermost area in which the actor imports. */
async function defaultAreaOf(core: CasesCore, actor: Actor): Promise<string> {
  const [reach] = areasFor(actor, 'case.import');
  if (reach) return reach;
  const root = [...(await core.territory.directory()).all()].find((area) => area.parent === null);
  if (!root) throw fieldProblem('defaultArea', 'there is no area yet', 'import areas first');
  return root.code;
}
