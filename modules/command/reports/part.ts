import { reports } from '@gongzhi/contract/reports';
import { bind } from '@gongzhi/platform/http';
import type { CommandCore, CommandPart } from '../command.ts';
import { editReport, issueReport } from './commands/issue-report.ts';
import { writeReport } from './commands/write-report.ts';
import { listReports, readReport } from './queries/read-reports.ts';
import { reportDocument } from './queries/report-document.ts';

/** The monthly report, written from the ledger. */
export function reportsPart(core: CommandCore): CommandPart {
  return {
    routes: [
      bind(reports.list, ({ actor, query }) => listReports(core, actor, query)),
      bind(reports.write, ({ actor, body }) => writeReport(core, actor, body)),
      bind(reports.read, ({ actor, params }) => readReport(core, actor, params.id)),
      bind(reports.edit, ({ actor, params, body }) => editReport(core, actor, params.id, body)),
      bind(reports.issue, ({ actor, params, body }) => issueReport(core, actor, params.id, body.version)),
      bind(reports.docx, async ({ actor, params, reply }) => {
        const report = await readReport(core, actor, params.id);
        const name = encodeURIComponent(`${report.title}.docx`);
        await reply
          .header('content-type', reports.docx.produces)
          .header('content-disposition', `attachment; filename="report-${report.month}.docx"; filename*=UTF-8''${name}`)
          .header('cache-control', 'no-store')
          .send(await reportDocument(report));
      }),
    ],
  };
}
