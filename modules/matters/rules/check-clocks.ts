import { ended } from '@gongzhi/platform/lifecycle';
import type { Kind } from '../kind.ts';
import type { ClockState, LedgerHead } from './ledger-rows.ts';

/** Clocks that may run on after the end: those that an act leading into, or done in, an ended state starts, such as the call-back. */
export function clocksAfterEnd({ table }: Pick<Kind, 'table'>): Set<string> {
  const rows = Object.values(table.actions).filter((row) =>
    row.to === 'same' ? row.from.some((state) => ended(table, state)) : ended(table, row.to),
  );
  return new Set(rows.flatMap((row) => row.starts ?? []));
}

/** What is wrong with the clocks of one matter, and whether its end and its due time agree with them. */
export function clockFaults(matter: LedgerHead, clocks: readonly ClockState[], kind: Kind, lasting: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const over = ended(kind.table, matter.state);
  if (over !== (matter.closedAt !== null))
    faults.push(over ? 'it has ended but has no closing time' : 'it has a closing time but has not ended');
  for (const clock of clocks) {
    const what = `clock ${clock.name} from ${new Date(clock.startedAt).toISOString()}`;
    if (clock.stoppedAt !== null && clock.breached !== clock.stoppedAt > clock.dueAt)
      faults.push(
        `${what} is ${clock.breached ? '' : 'not '}marked breached, but stopped ${clock.stoppedAt > clock.dueAt ? 'after' : 'before'} it was due`,
      );
    if (clock.stoppedAt !== null && clock.stoppedAt < clock.startedAt) faults.push(`${what} stopped before it started`);
    const standing = clock.pauses.filter((pause) => pause.to === null).length;
    if (clock.paused !== (standing === 1) || (clock.stoppedAt !== null && standing > 0))
      faults.push(`${what} and its pauses disagree about whether it is paused`);
    for (const pause of clock.pauses)
      if (
        pause.from < clock.startedAt ||
        (pause.to !== null && pause.to < pause.from) ||
        (clock.stoppedAt !== null && (pause.to ?? pause.from) > clock.stoppedAt)
      )
        faults.push(`${what} has a pause outside its time`);
    if (over && clock.stoppedAt === null && !lasting.has(clock.name)) faults.push(`${what} runs on after the end`);
  }
  const due = mainDueOf(clocks, kind.mainClocks);
  if (due !== undefined && due !== (matter.dueAt?.getTime() ?? null))
    faults.push(
      `it is due ${matter.dueAt?.toISOString() ?? 'never'}, but its main clock says ${due === null ? 'never' : new Date(due).toISOString()}`,
    );
  return faults;
}

/** The rule of `mainDue`, told a second time so that the check does not believe the code that wrote it. Undefined: no main clock was ever started. */
function mainDueOf(clocks: readonly ClockState[], mainClocks: readonly string[]): number | null | undefined {
  const byName = mainClocks.map((name) => clocks.filter((clock) => clock.name === name));
  const running = byName.map((list) => list.findLast((clock) => clock.stoppedAt === null)).find((clock) => clock !== undefined);
  if (running) return running.paused ? null : running.dueAt;
  return byName.find((list) => list.length > 0)?.at(-1)?.dueAt;
}
