import type { Actor } from '@gongzhi/contract/actor';
import type { Label, Lifecycle } from '@gongzhi/platform/lifecycle';
import type { Refusal } from '@gongzhi/platform/problems';
import type { Limit } from '@gongzhi/platform/working-time';
import type { z } from 'zod';
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
  /** Conditions named in the table: null lets pass. */
  guards: Record<string, (context: ActContext) => Refusal | null>;
  /** Term of a clock that the table starts; null: this matter needs no such clock. */
  term(clock: string, context: ActContext): Promise<ClockTerm | null> | ClockTerm | null;
  /** What the act changes beyond the table. */
  change(action: string, context: ActContext): Promise<Change> | Change;
  /** Further values of the matter in its facts, for those who count. */
  factData?(matter: Snapshot): Record<string, unknown>;
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
    for (const clock of [...(row.starts ?? []), ...(row.stops ?? []), ...(row.pauses ?? []), ...(row.resumes ?? [])]) if (!table.clocks[clock]) throw fault(`${action} moves an unknown clock ${clock}`);
    if (row.to !== 'same' && table.states[row.to]?.phase === 'ended' && row.from.some((state) => table.states[state]?.phase !== 'ended') && !kind.outcomeOf[action]) throw fault(`${action} ends without an outcome`);
  }
  return kind;
}
