import type { Actor } from '@gongzhi/contract/actor';
import type { matters } from '@gongzhi/contract/matters';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { DeadlineStep } from '@gongzhi/platform/working-time';
import type { Ledger } from '../context.ts';
import { matterProblems } from '../problems.ts';
import { explainDue } from '../rules/move-clocks.ts';
import { clockOf } from './read-matter.ts';
import { snapshotFor } from './snapshot-for.ts';

type Explained = AnswerOf<typeof matters.explain>;

/** How a deadline came about, step by step, on the calendar under which the clock was started. A pause that stands open reaches to now. */
export async function explainClock(ledger: Ledger, actor: Actor, number: string, id: string): Promise<Explained> {
  const matter = await snapshotFor(ledger.database, actor, number);
  const clock = matter.clocks.find((item) => item.id === id);
  if (!clock) throw matterProblems['clock-not-found']();
  const [calendar, organisations] = await Promise.all([ledger.territory.calendar(clock.calendar), ledger.organisations.directory()]);
  const now = ledger.now();
  return { ...clockOf(clock, organisations), steps: explainDue(calendar, clock).steps.map((step) => stepOf(step, now)) };
}

function stepOf(step: DeadlineStep, now: Date): Explained['steps'][number] {
  if (step.kind === 'counted') {
    const [first, last] = [step.intervals[0], step.intervals.at(-1)];
    return {
      kind: 'counted',
      cause: step.makeUp ? 'make-up' : null,
      from: first!.from.toISOString(),
      to: last!.to.toISOString(),
      minutes: step.minutes,
      name: null,
    };
  }
  const to = step.to ?? (now > step.from ? now : step.from);
  const said = [...(step.names ?? []), ...(step.reason ? [step.reason] : []), ...(step.approvedBy ? [step.approvedBy] : [])];
  return {
    kind: 'skipped',
    cause: step.cause,
    from: step.from.toISOString(),
    to: to.toISOString(),
    minutes: (to.getTime() - step.from.getTime()) / 60_000,
    name: said.length > 0 ? said.join(' · ') : null,
  };
}
