import type { AnswerOf } from '@gongzhi/contract/route';
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiProblem, type Callable, type CallOptions, call, type Inputs } from './api.ts';

/** A refusal stays a refusal: only a missing network, a busy server or a broken gateway is tried again. */
const again = (failures: number, error: Error) =>
  failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 502 || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: again, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Key of a question: its route, then what was asked. `[route.name]` alone stands for all askings of it. */
export const keyOf = (route: { name: string }, inputs?: object): unknown[] => (inputs ? [route.name, inputs] : [route.name]);

export interface Asking {
  enabled?: boolean;
  /** Milliseconds for which an answer is not asked for again. */
  staleTime?: number;
  refetchInterval?: number | false;
  /** Show the answer to the former question until the new one is there; for lists whose filter changes. */
  keep?: boolean;
}

/** Asks a GET route and keeps the answer. `useCall(matters.read, { params: { number } })`. */
export function useCall<R extends Callable>(route: R, inputs: Inputs<R>, asking: Asking = {}): UseQueryResult<AnswerOf<R>, ApiProblem> {
  const { keep, ...rest } = asking;
  return useQuery<AnswerOf<R>, ApiProblem>({
    queryKey: keyOf(route, inputs),
    queryFn: ({ signal }) => call(route, { ...inputs, signal }),
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
    ...rest,
  });
}

// `crypto.randomUUID` exists only on https and localhost; an office may run this over plain http inside its network.
const freshKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export interface Acting<R> {
  onDone?: (answer: AnswerOf<R>, inputs: Inputs<R>) => void;
  onProblem?: (problem: ApiProblem) => void;
  /** Routes whose answers are stale afterwards; all of the same module unless told. */
  stale?: readonly { name: string }[];
}

/**
 * Acts through a route. The same inputs sent again after a failure carry the same Idempotency-Key, so a creation
 * whose answer was lost on the way is not made twice. `act.mutate({ body })`, `act.isPending`, `act.error`.
 */
export function useAct<R extends Callable>(
  route: R,
  acting: Acting<R> = {},
): UseMutationResult<AnswerOf<R>, ApiProblem, Inputs<R> & CallOptions> {
  const client = useQueryClient();
  const sent = useRef<{ print: string; key: string } | null>(null);
  return useMutation<AnswerOf<R>, ApiProblem, Inputs<R> & CallOptions>({
    mutationFn: (inputs) => {
      if (!route.idempotent || inputs.idempotencyKey) return call(route, inputs);
      const print = JSON.stringify(inputs);
      if (sent.current?.print !== print) sent.current = { print, key: freshKey() };
      return call(route, { ...inputs, idempotencyKey: sent.current.key });
    },
    onSuccess: (answer, inputs) => {
      sent.current = null;
      const module = `${route.name.split('.')[0]}.`;
      const stale = acting.stale?.map((item) => item.name);
      void client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => typeof name === 'string' && (stale ? stale.includes(name) : name.startsWith(module)),
      });
      acting.onDone?.(answer, inputs);
    },
    onError: (problem) => acting.onProblem?.(problem),
  });
}
