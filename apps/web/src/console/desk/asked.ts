import { cases } from '@gongzhi/contract/cases';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../shell/api.ts';
import { keyOf } from '../../shell/query.ts';
import { useDebounced } from './debounced.ts';
import { type Draft, isPhone } from './draft.ts';

const leastWords = 4;

/** Category, unit and likely duplicates for what is being written; asked once the fingers rest. */
export function useSuggestions(draft: Draft) {
  const body = {
    body: draft.body.trim(),
    ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
    ...(draft.category ? { category: draft.category } : {}),
    ...(draft.place ? { place: { ...draft.place, system: 'wgs84' as const } } : {}),
    ...(!draft.place && draft.areaCode ? { areaCode: draft.areaCode } : {}),
  };
  const print = useDebounced(JSON.stringify(body));
  const asked = JSON.parse(print) as typeof body;
  return useQuery({
    queryKey: keyOf(cases.suggest, { body: asked }),
    queryFn: ({ signal }) => call(cases.suggest, { body: asked, signal }),
    enabled: asked.body.length >= leastWords,
    placeholderData: (before) => (asked.body.length >= leastWords ? before : undefined),
    staleTime: 30_000,
  });
}

/** Earlier cases of the caller, by the telephone number. */
export function useCallerHistory(phone: string) {
  const rested = useDebounced(phone.trim(), 400);
  return useQuery({
    queryKey: keyOf(cases.callerHistory, { body: { phone: rested } }),
    queryFn: ({ signal }) => call(cases.callerHistory, { body: { phone: rested }, signal }),
    enabled: isPhone(rested),
    staleTime: 60_000,
    gcTime: 60_000,
  });
}
