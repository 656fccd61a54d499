import { type MatterDetail, type MatterSummary, matters } from '@gongzhi/contract/matters';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiProblem, call } from '../../shell/api.ts';
import { keyOf, useCall } from '../../shell/query.ts';
import type { CaseQuery, sortOf } from './filter.ts';
import { mostHeard, useHeard } from './heard.ts';
import { arrivals, refreshed } from './live.ts';

/** The first page comes quickly, the later ones are large: who scrolls far is not to wait often. */
const firstPage = 60;
const laterPage = 200;
/** Stands apart from `matters.list`, whose answers every event makes stale: what one reads must not move by itself. */
const pagesKey = 'case-pages';

/**
 * Pages of a filtered list, one after the other by cursor. The rows stay where they are while others act: what changed is written into its
 * row, what came is counted in `arrived` until `refetch` is asked for. The former list stays in sight while a new one is asked for.
 */
export function useCaseList(query: CaseQuery, sort: ReturnType<typeof sortOf>) {
  const client = useQueryClient();
  const key = [pagesKey, { ...query, sort }];
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      call(matters.list, {
        query: { ...query, sort, limit: pageParam ? laterPage : firstPage, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const loaded = useMemo(() => (pages.data?.pages ?? []).flatMap(({ items }): MatterSummary[] => items), [pages.data]);
  // Of what others acted on, the part that belongs into this list: asked for by number, which costs the same in a list of any length.
  const [heard, forget] = useHeard(JSON.stringify(key));
  const asked = query.numbers ? heard.filter((number) => query.numbers!.split(',').includes(number)) : heard;
  const latest = useCall(
    matters.list,
    { query: { ...query, numbers: asked.join(','), sort, limit: mostHeard } },
    { enabled: asked.length > 0, keep: true },
  ).data?.items;
  const rows = useMemo(
    () => refreshed(loaded, latest ?? [], (number) => client.getQueryData<MatterDetail>(keyOf(matters.read, { params: { number } }))),
    [loaded, latest, client],
  );
  const arrived = pages.isPlaceholderData || asked.length === 0 ? 0 : arrivals(loaded, latest ?? [], sort, pages.hasNextPage);
  return {
    rows,
    isLoading: pages.isLoading,
    error: pages.error as ApiProblem | null,
    isMoreLoading: pages.isFetchingNextPage,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    /** How many came into the part of the list that was loaded. */
    arrived,
    /** Asks for the list anew, from its beginning. */
    refetch: () => {
      forget();
      void client.resetQueries({ queryKey: key, exact: true });
    },
  };
}
