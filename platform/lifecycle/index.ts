import { z } from 'zod';

export interface Label {
  zh: string;
  en: string;
}
export type Phase = 'open' | 'waiting' | 'ended';

export interface StateRow extends Label {
  phase: Phase;
  /** How the state is coloured everywhere: a meaning, not a colour. */
  tone: 'new' | 'turn' | 'busy' | 'wait' | 'good' | 'stop';
}

/** In what capacity an actor acts. The module that owns the kind decides who is whom on a given matter. */
export interface ActionRow<State extends string, Clock extends string, Capacity extends string, Guard extends string> extends Label {
  /** States in which it is allowed. */
  from: readonly State[];
  /** The state it leads to; `same` leaves the state. */
  to: State | 'same';
  /** Capacities of which the actor must have one. */
  who: readonly Capacity[];
  /** Further conditions by name, all of which must hold; the kind says how each is found out and why it refuses. */
  when?: readonly Guard[];
  /** What the act needs to be told. Property meta `picker` and `label` shape the form. */
  input?: z.ZodObject;
  starts?: readonly Clock[];
  stops?: readonly Clock[];
  pauses?: readonly Clock[];
  resumes?: readonly Clock[];
  /** Who may read the entry it leaves; `internal` unless told. */
  visibility?: 'public' | 'reporter' | 'internal';
  weight?: 'primary' | 'normal' | 'danger';
  help?: Label;
  /** Offered as a button to people; false for what only the product itself does. */
  offered?: boolean;
}

export interface Lifecycle<
  State extends string = string,
  Action extends string = string,
  Clock extends string = string,
  Capacity extends string = string,
  Guard extends string = string,
> {
  initial: State;
  states: Record<State, StateRow>;
  actions: Record<Action, ActionRow<State, Clock, Capacity, Guard>>;
  clocks: Record<Clock, Label>;
}

/** Declares a life cycle; exists for its types. */
export function lifecycle<State extends string, Action extends string, Clock extends string, Capacity extends string, Guard extends string>(
  table: Lifecycle<State, Action, Clock, Capacity, Guard>,
): Lifecycle<State, Action, Clock, Capacity, Guard> {
  return table;
}

/** Whether the table allows the action in the state: the one guard that everything else is read from. */
export function allows(table: Lifecycle, state: string, action: string): boolean {
  return table.actions[action]?.from.includes(state) ?? false;
}

/** The state after an allowed action. */
export function target(table: Lifecycle, state: string, action: string): string {
  const to = table.actions[action]?.to;
  return to === undefined || to === 'same' ? state : to;
}

export function ended(table: Lifecycle, state: string): boolean {
  return table.states[state]?.phase === 'ended';
}

/** Every pair of state and action with what the table says: for the exhaustive test and the diagram. */
export function pairs(table: Lifecycle): { state: string; action: string; allowed: boolean; to: string | null }[] {
  return Object.keys(table.states).flatMap((state) =>
    Object.keys(table.actions).map((action) => {
      const allowed = allows(table, state, action);
      return { state, action, allowed, to: allowed ? target(table, state, action) : null };
    }),
  );
}

/** Mermaid state diagram of the table, for the documentation. */
export function diagram(table: Lifecycle): string {
  const grouped = new Map<string, string[]>();
  for (const [action, row] of Object.entries(table.actions))
    for (const from of row.from) {
      const to = target(table, from, action);
      if (to === from) continue;
      const key = `${from} --> ${to}`;
      grouped.set(key, [...(grouped.get(key) ?? []), row.zh]);
    }
  const states = Object.entries(table.states).map(([state, row]) => `  state "${row.zh} ${row.en}" as ${state}`);
  const ends = Object.keys(table.states).filter(
    (state) => !Object.values(table.actions).some((row) => row.from.includes(state) && row.to !== 'same' && row.to !== state),
  );
  return [
    'stateDiagram-v2',
    ...states,
    `  [*] --> ${table.initial}`,
    ...[...grouped].map(([edge, labels]) => `  ${edge}: ${labels.join('、')}`),
    ...ends.map((state) => `  ${state} --> [*]`),
    '',
  ].join('\n');
}

/** The form of an action as JSON Schema; an action without input has an empty form. */
export function inputSchema(row: { input?: z.ZodObject }): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(row.input ?? z.object({}), { io: 'input', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return schema;
}
