import { caseTable } from '@gongzhi/cases/life-cycle';
import { processTerm, shippedRules } from '@gongzhi/cases/terms';
import type { Limit } from '@gongzhi/contract/primitives';
import { allows, type Lifecycle, target } from '@gongzhi/platform/lifecycle';
import type { Calendar } from '@gongzhi/platform/working-time';
import { childIdOf } from '../ids.ts';
import type { ActorRow, ActRow, CaseRow, DemoClock } from './rows.ts';
import { usedUp } from './working-clock.ts';

const table: Lifecycle = caseTable;

/** A term of a clock and the rule it comes from. */
export interface Term {
  limit: Limit;
  rule: string;
}

/** A case whose history is being told. Acts that would lie after `now` are not written: the story stands where it stands. */
export interface Draft {
  row: CaseRow;
  /** What the ids of its parts, clocks and ratings begin with. */
  family: string;
  calendar: Calendar;
  now: number;
  /** Moment of the last act. */
  at: number;
  /** Nothing further happens before `now`. */
  over: boolean;
  /** The state in which the story is to come to rest, however slow it then looks. */
  restIn: string | null;
  /** Term of the resolution, for the clock that filing starts. */
  resolve: Term;
}

export interface Said {
  note?: string | null;
  data?: Record<string, unknown> | null;
  /** Reason and approver of a pause that the act begins. */
  pause?: { reason: string; approvedBy: string | null };
}

/**
 * Writes one act if the table allows it and its moment has come: the entry, the state and the clocks that the table's row names.
 * @returns whether it was written
 * @throws where the story asks for what the life cycle forbids
 */
export function act(draft: Draft, action: string, at: number, actor: ActorRow, said: Said = {}): boolean {
  if (draft.over) return false;
  const moment = timely(draft, Math.floor(at));
  if (moment === null) {
    draft.over = true;
    return false;
  }
  const { row } = draft;
  if (!allows(table, row.state, action)) throw new Error(`${action} is not allowed in ${row.state}`);
  const rule = table.actions[action]!;
  const to = target(table, row.state, action);
  const when = new Date(moment);
  const entry: ActRow = {
    action,
    at: when,
    actor,
    from: row.state,
    to,
    visibility: rule.visibility ?? 'internal',
    note: said.note || null,
    data: said.data ?? null,
  };
  row.acts.push(entry);
  if (to !== row.state) {
    row.state = to;
    row.stateSince = when;
  }
  draft.at = moment;
  for (const name of rule.stops ?? []) stopClocks(draft, name, when);
  for (const name of rule.resumes ?? []) for (const clock of row.clocks) if (clock.name === name) resume(draft, clock, when);
  for (const name of rule.pauses ?? []) pauseClocks(row, name, when, said.pause);
  for (const name of rule.starts ?? []) {
    // Nobody can be contacted who left nothing: the rule of the case.
    if (name === 'contact' && row.reporter === null) continue;
    const term = name === 'resolve' ? draft.resolve : processTerm(name, row.urgency, shippedRules);
    if (term) startClock(draft, name, null, term, when);
  }
  if (draft.restIn === to) draft.over = true;
  return true;
}

// A story that must rest in a state is hurried on so that it gets there before now.
function timely(draft: Draft, at: number): number | null {
  // Two acts by people lie some minutes apart, even where the plan has run out of time.
  const moment = at > draft.at ? at : draft.at + (40 + (draft.at % 571)) * 1000;
  if (moment <= draft.now) return moment;
  if (draft.restIn === null) return null;
  const hurried = draft.at + Math.floor((draft.now - draft.at) * 0.3);
  return hurried > draft.at ? hurried : null;
}

export function startClock(draft: Draft, name: string, organisationId: string | null, term: Term, at: Date): void {
  const { row } = draft;
  for (const clock of row.clocks) {
    if (clock.name === name && clock.organisationId === organisationId && clock.stoppedAt === null) stop(draft, clock, at);
  }
  row.clocks.push({
    id: childIdOf(draft.family, 'clock', row.clocks.length),
    name,
    organisationId,
    rule: term.rule,
    calendar: draft.calendar.id,
    limit: term.limit,
    startedAt: at,
    dueAt: new Date(usedUp(draft.calendar, at.getTime(), term.limit, 1)),
    stoppedAt: null,
    breached: false,
    paused: false,
    pauses: [],
  });
}

export function stopClocks(draft: Draft, name: string, at: Date, organisationId?: string): void {
  for (const clock of draft.row.clocks) {
    if (clock.name === name && clock.stoppedAt === null && (organisationId === undefined || clock.organisationId === organisationId)) {
      stop(draft, clock, at);
    }
  }
}

function stop(draft: Draft, clock: DemoClock, at: Date): void {
  resume(draft, clock, at);
  clock.stoppedAt = at;
  clock.breached = at > clock.dueAt;
}

function resume(draft: Draft, clock: DemoClock, at: Date): void {
  if (!clock.paused || clock.stoppedAt !== null) return;
  clock.paused = false;
  clock.pauses.at(-1)!.to = at;
  recompute(draft, clock);
}

function pauseClocks(row: CaseRow, name: string, at: Date, pause: Said['pause']): void {
  for (const clock of row.clocks) {
    if (clock.name !== name || clock.stoppedAt !== null || clock.paused) continue;
    clock.paused = true;
    clock.pauses.push({ from: at, to: null, reason: pause?.reason ?? '', approvedBy: pause?.approvedBy ?? null });
  }
}

/** Lengthens the running clock of the resolution in its own unit. */
export function extendResolution(draft: Draft, amount: number): void {
  const clock = resolution(draft.row);
  if (!clock || clock.stoppedAt !== null) return;
  clock.limit = { amount: clock.limit.amount + amount, unit: clock.limit.unit };
  recompute(draft, clock);
}

function recompute(draft: Draft, clock: DemoClock): void {
  clock.dueAt = new Date(usedUp(draft.calendar, clock.startedAt.getTime(), clock.limit, 1, clock.pauses));
}

/** The last clock of the resolution. */
export function resolution(row: CaseRow): DemoClock | undefined {
  return row.clocks.findLast(({ name }) => name === 'resolve');
}
