import { matters } from '@gongzhi/contract/matters';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

/** States, acts and clocks of every kind of matter in the words of its declaration. */
export function useKindWords() {
  const spoken = useSpoken();
  const t = useTexts('tasks');
  const kinds = useCall(matters.kinds, {}, { staleTime: 3_600_000 }).data?.items;
  const of = (kind: string) => kinds?.find((one) => one.kind === kind);
  return {
    state: (kind: string, state: string) => {
      const found = of(kind)?.states.find((one) => one.state === state);
      return { words: found ? spoken(found) : state, tone: found?.tone ?? 'stop' };
    },
    /** The first entry of a history is the recording itself, which is no act of the life cycle. */
    action: (kind: string, action: string) =>
      spoken(of(kind)?.actions.find((one) => one.action === action)) || (action === 'record' ? t('recorded') : action),
    clock: (kind: string, clock: string) => spoken(of(kind)?.clocks.find((one) => one.clock === clock)) || clock,
  };
}
