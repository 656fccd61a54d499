import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import type { CasesCore, CasesPart } from '../cases.ts';
import { followAct } from '../commands/follow-act.ts';
import { reportCase } from '../commands/report-case.ts';
import { followedByToken, opensFile } from '../queries/followed-by-token.ts';
import { listMine } from '../queries/list-mine.ts';
import { presentFollowed } from '../queries/present-followed.ts';
import { reporterActor } from '../rules/reporter-actor.ts';

/** Residents report and follow what becomes of it: by the secret link, or signed in. */
export function residentPart(core: CasesCore): CasesPart {
  core.matters.setFileAccess((fileId, token) => opensFile(core, fileId, token));
  return {
    routes: [
      bind(cases.report, ({ actor, body, requestKey }) => reportCase(core, actor, body, requestKey)),
      bind(cases.follow, async ({ params }) => {
        const { number, reporter } = await followedByToken(core, params.token);
        return presentFollowed(core, reporter, number, params.token);
      }),
      bind(cases.followAct, async ({ params, body }) => {
        const { number, reporter } = await followedByToken(core, params.token);
        await followAct(core, reporter, number, body);
        return presentFollowed(core, reporter, number, params.token);
      }),
      bind(cases.mine, ({ actor, query }) => listMine(core, reporterActor(actor.id as string), query)),
      bind(cases.readMine, ({ actor, params }) => presentFollowed(core, reporterActor(actor.id as string), params.number, null)),
      bind(cases.actOnMine, async ({ actor, params, body }) => {
        const reporter = reporterActor(actor.id as string);
        await followAct(core, reporter, params.number, body);
        return presentFollowed(core, reporter, params.number, null);
      }),
    ],
  };
}
