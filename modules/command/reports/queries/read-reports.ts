import { type Actor, areasFor, outermost } from '@gongzhi/contract/actor';
import type { Report, ReportHead, reports } from '@gongzhi/contract/reports';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { problems } from '@gongzhi/platform/problems';
import type { AreaDirectory } from '@gongzhi/territory';
import { z } from 'zod';
import type { CommandCore } from '../../command.ts';
import { reportProblems } from '../problems.ts';
import { reportHash } from '../rules/report-hash.ts';
import { type ReportHeadRow, type ReportRow, selectReport, selectReports } from '../store/reports.ts';

const Cursor = z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), id: z.uuid() });
export const reportAreas = (actor: Actor) => outermost([...areasFor(actor, 'report.write'), ...areasFor(actor, 'report.issue')]);

export async function listReports(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof reports.list>,
): Promise<AnswerOf<typeof reports.list>> {
  const after = query.cursor ? read(query.cursor) : null;
  const [directory, found] = await Promise.all([
    core.territory.directory(),
    selectReports(core.database, reportAreas(actor), after, query.limit + 1),
  ]);
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => presentHead(row, directory)),
    next: last ? Buffer.from(JSON.stringify({ month: last.month, id: last.id })).toString('base64url') : null,
  };
}

/** A report that the actor may read; refuses another one as if it were not there. */
export async function findReport(core: CommandCore, actor: Actor, id: string): Promise<ReportRow> {
  const row = await selectReport(core.database, reportAreas(actor), id);
  if (!row) throw reportProblems['report-not-found']();
  return row;
}

export async function readReport(core: CommandCore, actor: Actor, id: string): Promise<Report> {
  const [directory, row] = await Promise.all([core.territory.directory(), findReport(core, actor, id)]);
  return {
    ...presentHead(row, directory),
    sections: row.sections,
    figures: row.figures,
    hash: row.hash,
    intact: row.hash === null || row.hash === reportHash(row),
  };
}

const presentHead = (row: ReportHeadRow, directory: AreaDirectory): ReportHead => ({
  id: row.id,
  areaCode: row.areaCode,
  areaName: directory.name(row.areaCode),
  month: row.month,
  edition: row.edition,
  state: row.state,
  title: row.title,
  version: row.version,
  writtenBy: row.writtenBy,
  writtenAt: row.writtenAt.toISOString(),
  issuedBy: row.issuedBy,
  issuedAt: row.issuedAt?.toISOString() ?? null,
});

function read(text: string) {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems['invalid-cursor']();
  }
}
