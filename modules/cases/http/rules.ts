import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import { problems } from '@gongzhi/platform/problems';
import type { CasesCore, CasesPart } from '../cases.ts';
import { readRules, writeRules } from '../store/rules.ts';

/** Terms, window, weights and the call-back script: read by staff, changed by whoever keeps the responsibility list. */
export function rulesPart(core: CasesCore, forget: () => void): CasesPart {
  return {
    routes: [
      bind(cases.readRules, async () => readRules(core.database)),
      bind(cases.writeRules, async ({ actor, body }) => {
        const written = await core.database.transaction(async (tx) => {
          const done = await writeRules(tx, body.version + 1, body.rules, actor.name);
          if (done) await core.identity.audit(tx, { actor, action: 'case-rules-changed', subject: `version ${body.version + 1}` });
          return done;
        });
        if (!written) throw problems.conflict({ detail: 'Somebody else has changed the rules since you looked' });
        forget();
        return readRules(core.database);
      }),
    ],
  };
}
