import { patrol } from '@gongzhi/contract/patrol';
import { bind } from '@gongzhi/platform/http';
import { problems } from '@gongzhi/platform/problems';
import type { CommandCore, CommandPart } from '../command.ts';
import { rulesInForce } from './commands/rules-in-force.ts';
import { syncPatrol } from './commands/sync-patrol.ts';
import { turnIntoCase } from './commands/turn-into-case.ts';
import { savePlan } from './commands/write-plan.ts';
import { nightly } from './jobs/nightly.ts';
import { listEntries } from './queries/list-entries.ts';
import { listPlans } from './queries/list-plans.ts';
import { readCoverage, readMissed, readSafety } from './queries/read-coverage.ts';
import { readToday } from './queries/read-today.ts';
import { readRules, writeRules } from './store/rules.ts';
import { selectTracks } from './store/shifts.ts';

/** Patrol and diary: plans, days on the phone, findings, tracks. */
export function patrolPart(core: CommandCore): CommandPart {
  const rules = rulesInForce(core.database);
  return {
    routes: [
      bind(patrol.today, ({ actor, query }) => readToday(core, rules, actor, query)),
      bind(patrol.sync, ({ actor, body }) => syncPatrol(core, rules, actor, body)),
      bind(patrol.entries, ({ actor, query }) => listEntries(core, actor, query)),
      bind(patrol.turnIntoCase, async ({ actor, params, body }) => ({
        number: await turnIntoCase(core, rules, actor, params.id, body),
      })),
      bind(patrol.tracks, async ({ actor, query }) => ({
        keptDays: (await rules.get()).trackDays,
        shifts: (await selectTracks(core.database, actor.id as string, query.day)).map((shift) => ({
          ...shift,
          beganAt: shift.beganAt.toISOString(),
          endedAt: shift.endedAt?.toISOString() ?? null,
        })),
      })),
      bind(patrol.plans, ({ actor, query }) => listPlans(core, actor, query)),
      bind(patrol.createPlan, ({ actor, body }) => savePlan(core, rules, actor, body, null)),
      bind(patrol.changePlan, ({ actor, params, body: { version, ...input } }) =>
        savePlan(core, rules, actor, input, { id: params.id, version }),
      ),
      bind(patrol.coverage, ({ actor, query }) => readCoverage(core, actor, query)),
      bind(patrol.missed, ({ actor, query }) => readMissed(core, actor, query)),
      bind(patrol.safety, ({ actor, query }) => readSafety(core, rules, actor, query)),
      bind(patrol.readRules, () => readRules(core.database)),
      bind(patrol.writeRules, async ({ actor, body }) => {
        const written = await core.database.transaction(async (tx) => {
          const done = await writeRules(tx, body.version + 1, body.rules, actor.name);
          if (done) await core.identity.audit(tx, { actor, action: 'patrol-rules-changed', subject: `version ${body.version + 1}` });
          return done;
        });
        if (!written) throw problems.conflict({ detail: 'Somebody else has changed the rules since you looked' });
        rules.forget();
        return readRules(core.database);
      }),
    ],
    jobs: nightly(core, rules),
  };
}
