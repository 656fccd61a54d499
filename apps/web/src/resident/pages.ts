import type { AnswerOf } from '@gongzhi/contract/route';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ApiProblem, type Callable, type CallOptions, call, type Inputs } from '../shell/api.ts';
import { keyOf } from '../shell/query.ts';

type ItemOf<R> = AnswerOf<R> extends { items: (infer T)[] } ? T : never;

/** A keyset list page after page: `items` so far, `more()` for the next page while `hasMore`. */
export function usePages<R extends Callable>(route: R, inputs: Inputs<R>, { enabled = true }: { enabled?: boolean } = {}) {
  const pages = useInfiniteQuery<AnswerOf<R>, ApiProblem, { pages: AnswerOf<R>[] }, unknown[], string | undefined>({
    queryKey: keyOf(route, { ...inputs, pages: true }),
    queryFn: ({ pageParam, signal }) =>
      call(route, { ...inputs, query: { ...(inputs as { query?: object }).query, cursor: pageParam }, signal } as unknown as Inputs<R> &
        CallOptions),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as { next: string | null }).next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
  return {
    items: (pages.data?.pages ?? []).flatMap((page) => (page as { items: ItemOf<R>[] }).items),
    loaded: pages.data !== undefined,
    error: pages.error,
    /** When the answer that is shown was given. */
    at: pages.dataUpdatedAt,
    refetch: () => void pages.refetch(),
    hasMore: pages.hasNextPage,
    more: () => void pages.fetchNextPage(),
    loadingMore: pages.isFetchingNextPage,
    /** The answer to the former question stands there still. */
    stale: pages.isPlaceholderData,
  };
}
