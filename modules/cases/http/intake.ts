import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import type { CasesCore, CasesPart } from '../cases.ts';
import { openOnce } from '../commands/open-once.ts';
import { presentOpened } from '../queries/present-opened.ts';

/** Staff and integrators record requests. */
export function intakePart(core: CasesCore): CasesPart {
  return {
    routes: [
      bind(cases.open, async ({ actor, body, requestKey }) => {
        const input = actor.kind === 'token' ? { ...body, channel: 'api' } : body;
        const opened = requestKey
          ? await openOnce(core, requestKey, (tx) => core.open(actor, input, { scoped: true, connection: tx }))
          : await core.open(actor, input, { scoped: true });
        return presentOpened(core, opened, input.category ?? null);
      }),
    ],
  };
}
