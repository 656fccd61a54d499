import type { Connection } from '@gongzhi/platform/database';
import type { CommandCore, CommandPart } from '../command.ts';
import { loadMusters, type MustersToLoad } from './commands/load-musters.ts';
import { musterMessageConsumer } from './consumers/messages.ts';
import { musterRoutes } from './http/routes.ts';
import { musterKind } from './kind.ts';
import type { MusterCore } from './muster.ts';
import { musterProblems } from './problems.ts';
import { callPeople, type Wanted } from './store/call-people.ts';
import { endMuster, missingNow } from './store/heads.ts';

/** Muster: people are called together, posted, relieved, accounted for and sent home. */
export function musterPart(command: CommandCore): CommandPart & { load(tx: Connection, load: MustersToLoad): Promise<void> } {
  const kind = musterKind(async (tx, { acted, context }) => {
    const { id } = context.matter;
    if (acted.state === 'stood-down' || acted.state === 'cancelled') {
      const missing = await missingNow(tx, id);
      const despite = (context.input as { despite?: string }).despite;
      if (missing && !despite && acted.state === 'stood-down')
        throw musterProblems['people-unaccounted']({ detail: String(missing), more: { missing } });
      await endMuster(tx, id, context.now);
      return;
    }
    const called = await callPeople(tx, id, context.input as unknown as Wanted, context.now);
    if (called === 0) throw musterProblems['nobody-to-call']();
  });
  const core: MusterCore = { ...command, kind };
  return {
    load: (tx, load) => loadMusters(core, tx, load),
    kinds: [kind],
    facts: ['muster-call'],
    routes: musterRoutes(core),
    consumers: [musterMessageConsumer(core)],
  };
}
