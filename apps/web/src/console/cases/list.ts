import { type MatterDetail, type MatterSummary, matters } from '@gongzhi/contract/matters';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiProblem, call } from '../../shell/api.ts';
import { keyOf, useCall } from '../../shell/query.ts';
import type { CaseQuery, sortOf } from './filter.ts';
import { arrivals, refreshed } from './live.ts';

/** The first page comes quickly, the later ones are large: who scrolls far is not to wait often. */
const firstPage = 60;
const laterPage = 200;
const watched = 50;
/** Stands apart from `matters.list`, whose answers every event makes stale: what one reads must not move by itself. */
const pagesKey = 'case-pages';

/**
 * Pages of a filtered list, one after the other by cursor. The rows stay where they are while others act: what changed is written into its
 * row, what came or left is counted in `arrived` until `refetch` is asked for. The former list stays in sight while a new one is asked for.
 */
export function useCaseList(query: CaseQuery, sort: ReturnType<typeof sortOf>) {
  const client = useQueryClient();
  const key = [pagesKey, { ...query, sort }];
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }) => {
      const ask = { ...query, sort, limit: pageParam ? laterPage : firstPage, ...(pageParam ? { cursor: pageParam } : {}) };
      const [found, newest] = await Promise.all([
        call(matters.list, { query: ask, signal }),
        pageParam ? null : call(matters.list, { query: { ...query, sort: '-stateSince', limit: 1 }, signal }),
      ]);
      return { ...found, since: newest?.items[0]?.stateSince ?? '' };
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const loaded = useMemo(() => (pages.data?.pages ?? []).flatMap(({ items }): MatterSummary[] => items), [pages.data]);
  // When the latest change was that the list knew when it was loaded, on the server's clock.
  const since = pages.data?.pages[0]?.since ?? null;
  const isOther = pages.isPlaceholderData;
  const watch = useCall(
    matters.list,
    { query: { ...query, sort: '-stateSince', limit: watched } },
    { enabled: since !== null && !isOther, staleTime: 30_000 },
  ).data;
  const latest = watch?.items;
  const rows = useMemo(
    () => refreshed(loaded, latest ?? [], (number) => client.getQueryData<MatterDetail>(keyOf(matters.read, { params: { number } }))),
    [loaded, latest, client],
  );
  const arrived = since === null || isOther ? 0 : arrivals(loaded, latest ?? [], since);
  return {
    rows,
    isLoading: pages.isLoading,
    error: pages.error as ApiProblem | null,
    isMoreLoading: pages.isFetchingNextPage,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    /** How many came into this list since it was loaded. */
    arrived: arrived === watched ? `${watched}+` : arrived,
    /** Asks for the list anew, from its beginning. */
    refetch: () => void client.resetQueries({ queryKey: key, exact: true }),
  };
}
