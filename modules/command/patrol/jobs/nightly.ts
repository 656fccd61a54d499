import type { JobDefinition } from '@gongzhi/platform/jobs';
import type { CommandCore } from '../../command.ts';
import type { PatrolRulesInForce } from '../commands/rules-in-force.ts';
import { addDays, dayOf } from '../rules/due-days.ts';
import { closeDays } from '../store/coverage.ts';
import { deleteTracks } from '../store/shifts.ts';

/** Every night: what fell due on the day before and was not walked is counted, and tracks older than the rules allow are deleted. */
export function nightly(core: CommandCore, rules: PatrolRulesInForce): JobDefinition[] {
  return [
    {
      name: 'command.close-patrol-days',
      cron: '10 0 * * *',
      async run() {
        const today = dayOf(core.now());
        await closeDays(core.database, addDays(today, -7), addDays(today, -1));
      },
    },
    {
      name: 'command.forget-patrol-tracks',
      cron: '40 2 * * *',
      async run() {
        const { trackDays } = await rules.get();
        await deleteTracks(core.database, addDays(dayOf(core.now()), -trackDays));
      },
    },
  ];
}
