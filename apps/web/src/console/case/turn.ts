import type { MatterDetail } from '@gongzhi/contract/matters';

type Known = Pick<MatterDetail, 'clocks' | 'lead' | 'closedAt'>;

/** Clocks that say who has to move, the most pressing duty first; `resolve` belongs to everybody and says nothing. */
const duties = ['decide', 'accept', 'sign', 'verify', 'handle', 'call-back'] as const;
export type Duty = (typeof duties)[number] | 'dispatch' | 'none';

/** Whose turn it is, read from the clocks that run: the duty, the unit where it is one's, and the clock. */
export function turnOf(matter: Known): { duty: Duty; unit: string | null; clock: MatterDetail['clocks'][number] | null } {
  const running = matter.clocks.filter(({ stoppedAt }) => stoppedAt === null);
  for (const duty of duties) {
    const clock = running.filter(({ name }) => name === duty).toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0];
    if (!clock) continue;
    const ofUnit = duty === 'sign' || duty === 'handle';
    return { duty, unit: ofUnit ? (matter.lead?.name ?? clock.organisation?.name ?? null) : null, clock };
  }
  return { duty: matter.closedAt ? 'none' : 'dispatch', unit: null, clock: null };
}

/** Clocks as a person reads them: those that run by their due time, then the stopped ones, latest first. */
export function inOrder(clocks: MatterDetail['clocks']): MatterDetail['clocks'] {
  const due = (clock: MatterDetail['clocks'][number]) => Date.parse(clock.dueAt);
  return clocks.toSorted((a, b) => {
    if ((a.stoppedAt === null) !== (b.stoppedAt === null)) return a.stoppedAt === null ? -1 : 1;
    return a.stoppedAt === null ? due(a) - due(b) : Date.parse(b.stoppedAt!) - Date.parse(a.stoppedAt);
  });
}
