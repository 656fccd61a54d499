import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { Report, reports } from '@gongzhi/contract/reports';
import type { BodyOf } from '@gongzhi/contract/route';
import { constraintRefusal, fieldProblem } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { dayOf } from '../../patrol/rules/due-days.ts';
import { commandProblems } from '../../problems.ts';
import { reportProblems } from '../problems.ts';
import { gatherFigures } from '../queries/gather-figures.ts';
import { readReport } from '../queries/read-reports.ts';
import { writeWords } from '../rules/write-words.ts';
import { insertReport } from '../store/reports.ts';

/** Writes the report of a month as a draft: figures from the ledger, words from the figures. One draft a month and area. */
export async function writeReport(core: CommandCore, actor: Actor, input: BodyOf<typeof reports.write>): Promise<Report> {
  const directory = await core.territory.directory();
  if (!directory.get(input.areaCode)) throw fieldProblem('areaCode', 'there is no such area', 'the code of a current area');
  if (!reachesArea(actor, 'report.write', input.areaCode))
    throw commandProblems['area-outside']({ detail: directory.name(input.areaCode) });
  if (`${input.month}-01` > dayOf(core.now())) throw reportProblems['report-month-running']();
  if (input.month < '2000-01') throw fieldProblem('month', 'lies too far back', 'a month from 2000-01');
  const figures = await gatherFigures(core, input.areaCode, input.month);
  const words = writeWords(directory.name(input.areaCode), input.month, figures);
  const id = uuidv7();
  await core.database.transaction(async (tx) => {
    await insertReport(tx, { id, ...input, ...words, figures, writtenBy: actor.name, writtenAt: core.now() }).catch((error) => {
      throw constraintRefusal(error, {
        report_draft: () => reportProblems['report-draft-exists'](),
        report_edition: () => reportProblems['report-draft-exists'](),
      });
    });
    await core.identity.audit(tx, {
      actor,
      action: 'report-written',
      subject: id,
      detail: { areaCode: input.areaCode, month: input.month },
    });
  });
  return readReport(core, actor, id);
}
