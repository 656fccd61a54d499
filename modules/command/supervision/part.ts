import { supervision } from '@gongzhi/contract/supervision';
import { bind } from '@gongzhi/platform/http';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import type { CommandCore, CommandPart } from '../command.ts';
import { doOnCard } from './commands/act-on-card.ts';
import { issueCard } from './commands/issue-card.ts';
import { watchFacts, watchMatters } from './consumers/watch-facts.ts';
import { supervise } from './jobs/supervise.ts';
import { listCards, readCard } from './queries/list-cards.ts';
import { supervisionFigures } from './queries/supervision-figures.ts';
import { faultOfRules } from './rules/check-rules.ts';
import { readSupervisionRules, writeSupervisionRules } from './store/rules.ts';

/** Supervision: rules that look at facts and clocks, reminders, cards and meetings. */
export function supervisionPart(core: CommandCore): CommandPart {
  return {
    consumers: [watchFacts(core)],
    jobs: [
      {
        name: 'command.supervise',
        cron: '* * * * *',
        async run() {
          await supervise(core);
        },
      },
    ],
    routes: [
      bind(supervision.list, ({ actor, query }) => listCards(core, actor, query)),
      bind(supervision.read, ({ actor, params }) => readCard(core, actor, params.number)),
      bind(supervision.issue, ({ actor, body }) => issueCard(core, actor, body)),
      bind(supervision.act, async ({ actor, params, body }) => {
        await doOnCard(core, actor, { ...params, ...body });
        return readCard(core, actor, params.number);
      }),
      bind(supervision.figures, ({ actor, query }) => supervisionFigures(core, actor, query)),
      bind(supervision.readRules, () => readSupervisionRules(core.database)),
      bind(supervision.writeRules, async ({ actor, body }) => {
        const fault = faultOfRules(body.rules);
        if (fault) throw fieldProblem(fault.field, fault.reason);
        const written = await core.database.transaction(async (tx) => {
          const done = await writeSupervisionRules(tx, body.version + 1, body, actor.name);
          if (!done) return false;
          await core.identity.audit(tx, { actor, action: 'supervision-rules-changed', subject: `version ${body.version + 1}` });
          // A rule that comes late looks at what runs already.
          await watchMatters(core, tx, null, body.rules);
          return true;
        });
        if (!written) throw problems.conflict({ detail: 'Somebody else has changed the rules since you looked' });
        return readSupervisionRules(core.database);
      }),
    ],
  };
}
