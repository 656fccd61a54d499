import { matters } from '@gongzhi/contract/matters';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../shell/api.ts';
import { keyOf } from '../../shell/query.ts';

/** So many tasks are read ahead; whoever has more on the way starts with these. */
const most = 20;
const fresh = 10 * 60_000;

/** Reads the tasks of a list ahead, one after the other, so that they can be opened and acted on where there is no network. */
export function useTakeAlong(numbers: readonly string[]): void {
  const client = useQueryClient();
  const wanted = numbers.slice(0, most).join();
  useEffect(() => {
    if (wanted === '' || !navigator.onLine) return;
    let stopped = false;
    void (async () => {
      for (const number of wanted.split(',')) {
        if (stopped || !navigator.onLine) return;
        const inputs = { params: { number } };
        await client.prefetchQuery({
          queryKey: keyOf(matters.read, inputs),
          queryFn: ({ signal }) => call(matters.read, { ...inputs, signal }),
          staleTime: fresh,
          retry: false,
        });
      }
    })();
    return () => {
      stopped = true;
    };
  }, [client, wanted]);
}
