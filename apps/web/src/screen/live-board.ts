import { type BoardNow, board } from '@gongzhi/contract/board';
import { useEffect, useState } from 'react';
import { addressOf } from '../shell/api.ts';
import { useCall } from '../shell/query.ts';

/** The board as the server pushes it; the first one is asked for, so that a refusal can be told in words. */
export function useLiveBoard(area: string | undefined) {
  const query = area ? { area } : {};
  const first = useCall(board.now, { query }, { keep: true });
  const [live, setLive] = useState<{ area: string | undefined; board: BoardNow } | null>(null);
  const [connected, setConnected] = useState(false);
  const granted = first.data !== undefined;
  useEffect(() => {
    if (!granted) return;
    const source = new EventSource(addressOf(board.events, { query: area ? { area } : {} }));
    source.addEventListener('board', (event) => {
      setConnected(true);
      setLive({ area, board: JSON.parse((event as MessageEvent<string>).data) as BoardNow });
    });
    source.onerror = () => setConnected(false);
    return () => source.close();
  }, [area, granted]);
  return { now: live && live.area === area ? live.board : first.data, connected, error: first.error, refetch: () => void first.refetch() };
}
