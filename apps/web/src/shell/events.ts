import { matters } from '@gongzhi/contract/matters';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from './api.ts';
import { useSession } from './session.tsx';

/** Lists and counts are asked again at most this often while events stream in: a busy district must not hammer the server. */
const gentle = 4000;
/** What an event about a matter makes stale besides the matter itself. */
const touched = ['matters.list', 'matters.counts', 'cases.workbench', 'cases.call-back-list', 'notifications.list'];

/** Told of every matter that somebody acted on, by number; for a list that must not move by itself. */
export const onHeard = new Set<(number: string) => void>();

/**
 * Listens to what concerns this actor and makes the questions it touches stale: the matter at once, lists after a pause.
 * Lives in the frame of an area; the browser itself reconnects.
 */
export function useEvents(): void {
  const client = useQueryClient();
  const who = useSession()?.id;
  useEffect(() => {
    if (!who) return;
    const source = new EventSource(addressOf(matters.events, { query: {} }));
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const heard = (event: MessageEvent<string>) => {
      // Too much happened to tell it all: whatever is shown may be stale.
      if (event.type === 'reload') {
        void client.invalidateQueries();
        return;
      }
      let number: unknown;
      try {
        const data = JSON.parse(event.data) as { number?: unknown; subject?: unknown };
        number = data.number ?? data.subject;
      } catch {
        return;
      }
      if (typeof number === 'string') {
        const about = number;
        for (const tell of onHeard) tell(about);
        void client.invalidateQueries({
          predicate: ({ queryKey: [name, inputs] }) =>
            typeof name === 'string' &&
            !touched.includes(name) &&
            (inputs as { params?: { number?: string } } | undefined)?.params?.number === about,
        });
      }
      waiting ??= setTimeout(() => {
        waiting = null;
        void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => typeof name === 'string' && touched.includes(name) });
      }, gentle);
    };
    source.onmessage = heard;
    for (const kind of ['matter', 'notice', 'reload']) source.addEventListener(kind, heard);
    return () => {
      source.close();
      if (waiting) clearTimeout(waiting);
    };
  }, [client, who]);
}
