import { type MatterSummary, matters } from '@gongzhi/contract/matters';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ApiProblem, call } from '../../shell/api.ts';
import { keyOf } from '../../shell/query.ts';
import type { CaseQuery, sortOf } from './filter.ts';

/** Pages of a filtered list, one after the other by cursor. The former list stays in sight while a new one is asked for. */
export function useCaseList(query: CaseQuery, sort: ReturnType<typeof sortOf>, limit = 50) {
  const asked = { query: { ...query, sort, limit } };
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(matters.list, asked), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(matters.list, { query: { ...asked.query, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    rows: (pages.data?.pages ?? []).flatMap(({ items }): MatterSummary[] => items),
    isLoading: pages.isLoading,
    error: pages.error as ApiProblem | null,
    isMoreLoading: pages.isFetchingNextPage,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    refetch: () => void pages.refetch(),
  };
}
