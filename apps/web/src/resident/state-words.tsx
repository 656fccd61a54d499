import i18next from 'i18next';
import { StateTag } from '../kit/state-tag.tsx';
import { useTexts } from '../shell/language.ts';
import { isEnded, toneOf } from './case-states.ts';

export { isEnded, toneOf };

/** States, acts and outcomes in words for residents; one that a newer server adds shows as a step of the work. */
export function useCaseWords() {
  const t = useTexts('resident');
  const has = (key: string) => i18next.exists(`resident:${key}`);
  return {
    state: (state: string) => (has(`state.${state}`) ? t(`state.${state}`) : state),
    action: (action: string) => (has(`action.${action}`) ? t(`action.${action}`) : t('action.other')),
    outcome: (outcome: string) => (has(`outcome.${outcome}`) ? t(`outcome.${outcome}`) : outcome),
  };
}

export function CaseState({ state }: { state: string }) {
  return <StateTag tone={toneOf(state)}>{useCaseWords().state(state)}</StateTag>;
}
