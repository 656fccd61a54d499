import type { Actor } from '@gongzhi/contract/actor';
import type { Permission } from '@gongzhi/contract/permissions';
import type { Connection } from '@gongzhi/platform/database';
import type { Label, Lifecycle } from '@gongzhi/platform/lifecycle';
import type { Refusal } from '@gongzhi/platform/problems';
import type { Limit } from '@gongzhi/platform/working-time';
import type { z } from 'zod';
import type { Acted } from './commands/act.ts';
import type { Matters } from './create-matters.ts';
import type { Change } from './rules/change.ts';
import type { Snapshot } from './rules/snapshot.ts';

export interface ActContext<Input = Record<string, unknown>> {
  matter: Snapshot;
  actor: Actor;
  /** As what the actor stands to this matter. */
  capacities: ReadonlySet<string>;
  input: Input;
  now: Date;
}

/** The limit of a clock and the rule it comes from, in words that the page shows. */
export interface ClockTerm {
  limit: Limit;
  rule: string;
}

/** States that wait for holders of a permission over the area of the matter: what `mine` lists for them. */
export interface Turn {
  permission: Permission;
  states: readonly string[];
  /** Matters with an ask that waits for a decision are theirs too. */
  pending?: boolean;
}

/** What follow-up work of an act is given, inside the transaction of the act. */
export interface Aftermath {
  acted: Acted;
  /** As the act found the matter. */
  context: ActContext;
  matters: Matters;
}

/** A kind of matter: everything that distinguishes it, as data and pure functions. The ledger does the rest. */
export interface Kind {
  kind: string;
  name: Label;
  /** Letters before the number. */
  prefix: string;
  table: Lifecycle;
  outcomes: Record<string, Label>;
  /** The outcome that an action leading into an ended state gives, unless its change says another. */
  outcomeOf: Record<string, string>;
  /** Shape of `details`; only keys in it are kept. */
  details: z.ZodObject;
  /** The clock whose due time is the due time of the matter, first found wins. */
  mainClocks: readonly string[];
  /** In which capacities the actor stands to the matter. */
  capacities(matter: Snapshot, actor: Actor): Set<string>;
  /**
   * Conditions named in the table: null lets pass. They judge the matter, the actor and the time, never the input: the same guards decide
   * which actions are offered, before anything was filled in. What depends on the input is refused by `change`.
   */
  guards: Record<string, (context: ActContext) => Refusal | null>;
  /** Term of a clock that the table starts; null: this matter needs no such clock. */
  term(clock: string, context: ActContext): Promise<ClockTerm | null> | ClockTerm | null;
  /** What the act changes beyond the table. */
  change(action: string, context: ActContext): Promise<Change> | Change;
  /** Further values of the matter in its facts, for those who count. */
  factData?(matter: Snapshot): Record<string, unknown>;
  /** Whose turn it is, by capacity. Open parts of the actor's organisations count as its turn in every kind. */
  turns?: Readonly<Record<string, Turn>>;
  /** Actions with follow-up work: they run in a transaction together with `after`. Every other act is one bare statement. */
  transactional?: readonly string[];
  /** Follow-up work of transactional actions; only the given connection may be used in it. */
  after?(tx: Connection, aftermath: Aftermath): Promise<void>;
  /** Keys of `details` that the reporter may read; none where absent. */
  reporterDetails?: readonly string[];
  /** Actions that may change the title: what the matter is found by is written anew after them. */
  rewords?: readonly string[];
}

/** Declares a kind; refuses a table that contradicts itself. */
export function defineKind(kind: Kind): Kind {
  const { table } = kind;
  const fault = (text: string) => new Error(`kind ${kind.kind}: ${text}`);
  if (!table.states[table.initial]) throw fault(`no initial state ${table.initial}`);
  for (const [action, row] of Object.entries(table.actions)) {
    for (const state of row.from) if (!table.states[state]) throw fault(`${action} comes from an unknown state ${state}`);
    if (row.to !== 'same' && !table.states[row.to]) throw fault(`${action} leads to an unknown state ${row.to}`);
    for (const guard of row.when ?? []) if (!kind.guards[guard]) throw fault(`${action} has an unknown guard ${guard}`);
    for (const clock of [...(row.starts ?? []), ...(row.stops ?? []), ...(row.pauses ?? []), ...(row.resumes ?? [])])
      if (!table.clocks[clock]) throw fault(`${action} moves an unknown clock ${clock}`);
    if (
      row.to !== 'same' &&
      table.states[row.to]?.phase === 'ended' &&
      row.from.some((state) => table.states[state]?.phase !== 'ended') &&
      !kind.outcomeOf[action]
    )
      throw fault(`${action} ends without an outcome`);
  }
  for (const [capacity, turn] of Object.entries(kind.turns ?? {}))
    for (const state of turn.states) if (!table.states[state]) throw fault(`the turn of ${capacity} names an unknown state ${state}`);
  for (const action of [...(kind.transactional ?? []), ...(kind.rewords ?? [])])
    if (!table.actions[action]) throw fault(`an unknown action ${action} is named`);
  return kind;
}
