import { matters } from '@gongzhi/contract/matters';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useMemo } from 'react';
import { useLanguage } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

type Declaration = AnswerOf<typeof matters.kinds>['items'][number];
export type StateDeclaration = Declaration['states'][number];

/** The words of the life cycle as the server declares them. A name it does not know is shown as it came. */
export interface CaseKind {
  states: readonly StateDeclaration[];
  actions: Declaration['actions'];
  state: (state: string) => { label: string; tone: string; phase: string };
  action: (action: string) => string;
  clock: (clock: string) => string;
  outcome: (outcome: string) => string;
}

const none: Declaration = { kind: 'case', name: { zh: '', en: '' }, states: [], actions: [], clocks: [], outcomes: [] };

/** The declaration of a kind, `case` unless told; asked once an hour. */
export function useCaseKind(named = 'case'): CaseKind {
  const language = useLanguage();
  const found = useCall(matters.kinds, {}, { staleTime: 3_600_000 }).data?.items.find(({ kind }) => kind === named) ?? none;
  return useMemo(() => {
    const spoken = (row: { zh: string; en: string }) => row[language];
    const words = <Row extends { zh: string; en: string }>(rows: readonly Row[], of: (row: Row) => string) => {
      const named = new Map(rows.map((row) => [of(row), spoken(row)]));
      return (name: string) => named.get(name) ?? name;
    };
    const states = new Map(found.states.map((row) => [row.state, row]));
    const actions = words(found.actions, (row) => row.action);
    return {
      states: found.states,
      actions: found.actions,
      state: (state) => {
        const row = states.get(state);
        return { label: row ? spoken(row) : state, tone: row?.tone ?? 'stop', phase: row?.phase ?? 'open' };
      },
      action: (action) => (action === 'record' ? spoken({ zh: '登记', en: 'Recorded' }) : actions(action)),
      clock: words(found.clocks, (row) => row.clock),
      outcome: words(found.outcomes, (row) => row.outcome),
    };
  }, [found, language]);
}
