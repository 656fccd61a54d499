import type { AnswerOf } from '@gongzhi/contract/route';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ApiProblem, type Callable, call, type Inputs } from '../../shell/api.ts';
import { keyOf } from '../../shell/query.ts';

/** One row of a list. */
export type ItemOf<R> = AnswerOf<R> extends { items: (infer Item)[] } ? Item : never;

/**
 * Pages of a keyset list, one after the other. `rows` holds every page loaded so far, `first` the answer of the first page with what it
 * tells beside its items; the former list stays in sight while a new filter is asked for.
 */
export function usePages<R extends Callable>(route: R, inputs: Inputs<R>, enabled = true) {
  const asked = inputs as { query?: object };
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(route, asked), 'pages'],
    queryFn: async ({ pageParam, signal }) =>
      (await call(route, {
        ...asked,
        query: { ...asked.query, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      } as never)) as AnswerOf<R> & {
        items: ItemOf<R>[];
        next: string | null;
      },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
  return {
    rows: (pages.data?.pages ?? []).flatMap(({ items }) => items as ItemOf<R>[]),
    first: pages.data?.pages[0],
    isLoading: pages.isLoading,
    error: pages.error as ApiProblem | null,
    isMoreLoading: pages.isFetchingNextPage,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    refetch: () => void pages.refetch(),
  };
}
