import { matters } from '@gongzhi/contract/matters';
import { useLanguage } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';

/** Acts with which a matter begins; they stand in no life cycle. */
const openings: Record<string, { zh: string; en: string }> = {
  apply: { zh: '申请准入', en: 'Applied' },
  place: { zh: '下达', en: 'Placed' },
  call: { zh: '发起集结', en: 'Called' },
};

/** The words of the life cycle of any kind, as the server declares them; a name it does not know is shown as it came. */
export function useKind(kind: string) {
  const language = useLanguage();
  const found = useCall(matters.kinds, {}, { staleTime: 3_600_000 }).data?.items.find((one) => one.kind === kind);
  const state = (name: string) => found?.states.find((row) => row.state === name);
  return {
    states: (found?.states ?? []).map((row) => ({ state: row.state, label: row[language] })),
    state: (name: string) => ({ label: state(name)?.[language] ?? name, tone: state(name)?.tone ?? 'stop' }),
    action: (name: string) => found?.actions.find((row) => row.action === name)?.[language] ?? openings[name]?.[language] ?? name,
    clock: (name: string) => found?.clocks.find((row) => row.clock === name)?.[language] ?? name,
  };
}
