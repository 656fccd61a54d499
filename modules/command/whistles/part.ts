import { whistles } from '@gongzhi/contract/whistles';
import { cached } from '@gongzhi/platform/database';
import { bind } from '@gongzhi/platform/http';
import { problems } from '@gongzhi/platform/problems';
import type { CommandCore, CommandPart } from '../command.ts';
import { attachable, whistleAnswers } from './answers.ts';
import { blowWhistle } from './commands/blow-whistle.ts';
import { followWhistles } from './consumers/follow-whistles.ts';
import { listWhistles, readWhistle } from './queries/list-whistles.ts';
import { whistleFigures } from './queries/whistle-figures.ts';
import { whistleOptions } from './queries/whistle-options.ts';
import { sceneCode } from './rules/scene-code.ts';
import { shippedWhistleRules } from './rules/whistle-terms.ts';
import { readWhistleRules, writeWhistleRules } from './store/rules.ts';
import { whistleKind } from './whistle-kind.ts';

/** The whistle: a subdistrict calls, departments report, both sides are evaluated. */
export function whistlesPart(core: CommandCore): CommandPart {
  // Rules are asked for on every act: the last known version answers at once and is refreshed behind.
  let inForce = shippedWhistleRules;
  const kept = cached(async () => {
    inForce = (await readWhistleRules(core.database)).rules;
    return inForce;
  });
  const rules = () => {
    void kept.get().catch(() => {});
    return inForce;
  };
  const answers = whistleAnswers(core, rules);
  const kind = whistleKind(answers, rules);
  const key = core.secret('whistle scene code');
  return {
    kinds: [kind],
    facts: ['whistle-raise'],
    consumers: [followWhistles(core)],
    routes: [
      bind(whistles.blow, async ({ actor, body }) => {
        await kept.get();
        const acted = await blowWhistle({ core, kind, answers, cases: (who, numbers) => attachable(core, who, numbers) }, actor, body);
        return { ...acted, dueAt: acted.dueAt?.toISOString() ?? null };
      }),
      bind(whistles.options, async ({ actor, query }) => whistleOptions(core, actor, query, await kept.get())),
      bind(whistles.list, ({ actor, query }) => listWhistles(core, actor, query)),
      bind(whistles.one, ({ actor, params }) => readWhistle(core, actor, params.number)),
      bind(whistles.sceneCode, async ({ actor, params }) => {
        const matter = await core.matters.snapshot(actor, params.number);
        const now = core.now();
        if (matter.kind !== 'whistle' || !kind.capacities(matter, actor).has('whistler')) throw problems['not-permitted']();
        const { code, until } = sceneCode(key, matter.id, now, (await kept.get()).codeMinutes);
        return { code, until: until.toISOString() };
      }),
      bind(whistles.figures, ({ actor, query }) => whistleFigures(core, actor, query)),
      bind(whistles.readRules, () => readWhistleRules(core.database)),
      bind(whistles.writeRules, async ({ actor, body }) => {
        const written = await core.database.transaction(async (tx) => {
          const done = await writeWhistleRules(tx, body.version + 1, body.rules, actor.name);
          if (done) await core.identity.audit(tx, { actor, action: 'whistle-rules-changed', subject: `version ${body.version + 1}` });
          return done;
        });
        if (!written) throw problems.conflict({ detail: 'Somebody else has changed the rules since you looked' });
        kept.forget();
        return readWhistleRules(core.database);
      }),
    ],
  };
}
