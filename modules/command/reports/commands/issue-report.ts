import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { Report, reports } from '@gongzhi/contract/reports';
import type { BodyOf } from '@gongzhi/contract/route';
import type { CommandCore } from '../../command.ts';
import { reportProblems } from '../problems.ts';
import { findReport, readReport } from '../queries/read-reports.ts';
import { reportHash } from '../rules/report-hash.ts';
import { freezeReport, updateReport } from '../store/reports.ts';

/** Changes the words of a draft from the version that was seen. */
export async function editReport(core: CommandCore, actor: Actor, id: string, body: BodyOf<typeof reports.edit>): Promise<Report> {
  const row = await findReport(core, actor, id);
  if (!reachesArea(actor, 'report.write', row.areaCode)) throw reportProblems['report-not-found']();
  if (row.state === 'issued') throw reportProblems['report-issued']();
  await core.database.transaction(async (tx) => {
    if (!(await updateReport(tx, id, body.version, body))) throw reportProblems['report-changed']();
    await core.identity.audit(tx, { actor, action: 'report-edited', subject: id });
  });
  return readReport(core, actor, id);
}

/** Issues a draft exactly as it was seen: from then on the database lets nobody change it, and its hash tells whether it still is the same. */
export async function issueReport(core: CommandCore, actor: Actor, id: string, version: number): Promise<Report> {
  const row = await findReport(core, actor, id);
  if (!reachesArea(actor, 'report.issue', row.areaCode)) throw reportProblems['report-not-found']();
  if (row.state === 'issued') throw reportProblems['report-issued']();
  const hash = reportHash(row);
  await core.database.transaction(async (tx) => {
    if (row.version !== version || !(await freezeReport(tx, id, version, { by: actor.name, at: core.now(), hash })))
      throw reportProblems['report-changed']();
    await core.identity.audit(tx, { actor, action: 'report-issued', subject: id, detail: { hash } });
  });
  return readReport(core, actor, id);
}
