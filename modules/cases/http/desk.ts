import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import type { CasesCore, CasesPart } from '../cases.ts';
import { revealContact } from '../commands/reveal-contact.ts';
import { callerHistory } from '../queries/caller-history.ts';
import { findDuplicates } from '../queries/find-duplicates.ts';
import { readWorkbench } from '../queries/read-workbench.ts';
import { suggestForCase } from '../queries/suggest-for-case.ts';
import { suggestForMany } from '../queries/suggest-for-many.ts';
import { suggestForWords } from '../queries/suggest-for-words.ts';

/** What the desks of staff ask: suggestions, similar cases, the caller, and what is to be done. */
export function deskPart(core: CasesCore): CasesPart {
  return {
    routes: [
      bind(cases.suggest, ({ actor, body }) => suggestForWords(core, actor, body)),
      bind(cases.suggestFor, ({ actor, params }) => suggestForCase(core, actor, params.number)),
      bind(cases.suggestForMany, ({ actor, query }) => suggestForMany(core, actor, query.numbers)),
      bind(cases.similar, async ({ actor, params }) => {
        const { title, body, areaCode, category, longitude, latitude, openedAt, id } = await core.matters.snapshot(actor, params.number);
        return {
          items: await findDuplicates(core, actor, {
            text: `${title}\n${body}`,
            areaCode,
            category,
            longitude,
            latitude,
            openedAt,
            exclude: id,
          }),
        };
      }),
      bind(cases.reveal, ({ actor, params, body, request }) => revealContact(core, actor, params.number, body.purpose, request.ip)),
      bind(cases.callerHistory, ({ actor, body }) => callerHistory(core, actor, body.phone)),
      bind(cases.workbench, ({ actor }) => readWorkbench(core, actor)),
    ],
  };
}
