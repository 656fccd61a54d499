import type { KindDeclaration } from '@gongzhi/contract/matters';
import type { z } from 'zod';
import type { Kind } from '../kind.ts';
import { attachment } from '../rules/quiet.ts';

/** The kinds as the pages need them: names, phases and colours of states, names of actions, clocks and outcomes. */
export function declarations(kinds: Iterable<Kind>): z.infer<typeof KindDeclaration>[] {
  return [...kinds].map(({ kind, name, table, outcomes }) => ({
    kind,
    name,
    states: Object.entries(table.states).map(([state, { zh, en, phase, tone }]) => ({ state, zh, en, phase, tone })),
    actions: [
      ...Object.entries(table.actions).map(([action, { zh, en, from, to, who }]) => ({
        ...{ action, zh, en, from: [...from], to, who: who.join(' ') },
      })),
      // In no state an act to choose, but in histories it wants its name.
      { ...attachment, from: [], to: 'same', who: '' },
    ],
    clocks: Object.entries(table.clocks).map(([clock, { zh, en }]) => ({ clock, zh, en })),
    outcomes: Object.entries(outcomes).map(([outcome, { zh, en }]) => ({ outcome, zh, en })),
  }));
}
