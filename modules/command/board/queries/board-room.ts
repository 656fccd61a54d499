import type { BoardNow } from '@gongzhi/contract/board';

/** Where a viewer is written to. `write` answers false when it has fallen too far behind to be worth keeping. */
export interface Viewer {
  write(text: string): boolean;
  end(): void;
}

export interface BoardRoom {
  /** The board of an area as JSON; who asks while it is computed, or right after, is given the same. */
  read(area: string): Promise<BoardNow>;
  /** Shows a viewer the board now and whenever it changes. Answers how to stop. */
  follow(area: string, viewer: Viewer): Promise<() => void>;
  /** How often a board was computed since the start. */
  computed(): number;
  close(): void;
}

interface Options {
  compute(area: string): Promise<BoardNow>;
  /** Something that is another after every fact: while it stays, nothing is computed. */
  mark(): Promise<string>;
  interval?: number;
  /** Milliseconds after which a board is computed anew although nothing happened: time itself makes work late. */
  longest?: number;
  now?: () => number;
}

interface Show {
  viewers: Set<Viewer>;
  running: Promise<BoardNow> | null;
  board: BoardNow | null;
  /** What was sent last, without its moment. */
  sent: string;
  text: string;
  at: number;
  mark: string;
}

const patience = 2000;

/**
 * One computation for all who look at the same area: five hundred walls cost one. A look at the outbox at every interval, only while somebody
 * watches; what has not changed is not sent.
 */
export function boardRoom({ compute, mark, interval = 2000, longest = 30_000, now = Date.now }: Options): BoardRoom {
  const shows = new Map<string, Show>();
  let timer: NodeJS.Timeout | undefined;
  let ticking = false;
  let count = 0;
  let seen = '';

  const showOf = (area: string): Show => {
    let show = shows.get(area);
    if (!show) {
      show = { viewers: new Set(), running: null, board: null, sent: '', text: '', at: 0, mark: '' };
      shows.set(area, show);
    }
    return show;
  };
  const fresh = (area: string, show: Show): Promise<BoardNow> => {
    show.running ??= (async () => {
      const marked = seen;
      count += 1;
      const board = await compute(area);
      const { at: _, ...rest } = board;
      show.board = board;
      show.at = now();
      // Consumers run behind their facts: what was computed as a fact came in is computed once more at the next look.
      show.mark = show.mark === `${marked}?` || show.mark === marked ? marked : `${marked}?`;
      const content = JSON.stringify(rest);
      if (content !== show.sent) {
        show.sent = content;
        show.text = `event: board\ndata: ${JSON.stringify(board)}\n\n`;
        for (const viewer of [...show.viewers]) send(show, viewer);
      }
      return board;
    })().finally(() => {
      show.running = null;
    });
    return show.running;
  };
  const send = (show: Show, viewer: Viewer, text = show.text) => {
    if (viewer.write(text)) return;
    show.viewers.delete(viewer);
    viewer.end();
  };
  const tick = async () => {
    seen = await mark();
    for (const [area, show] of shows) {
      if (show.viewers.size === 0) {
        if (now() - show.at > longest) shows.delete(area);
        continue;
      }
      if (show.mark !== seen || now() - show.at >= longest) await fresh(area, show).catch(() => {});
    }
    if ([...shows.values()].every((show) => show.viewers.size === 0)) {
      clearInterval(timer);
      timer = undefined;
    }
  };
  const start = () => {
    timer ??= setInterval(() => {
      // A look that fails is made again at the next interval.
      if (ticking) return;
      ticking = true;
      void tick()
        .catch(() => {})
        .finally(() => {
          ticking = false;
        });
    }, interval).unref();
  };

  return {
    async read(area) {
      const show = showOf(area);
      if (show.board && now() - show.at < patience) return show.board;
      return fresh(area, show);
    },
    async follow(area, viewer) {
      const show = showOf(area);
      if (!show.board || (show.viewers.size === 0 && now() - show.at >= patience)) await fresh(area, show);
      show.viewers.add(viewer);
      send(show, viewer);
      start();
      const beat = setInterval(() => send(show, viewer, ': still here\n\n'), 20_000).unref();
      return () => {
        clearInterval(beat);
        show.viewers.delete(viewer);
      };
    },
    computed: () => count,
    close() {
      clearInterval(timer);
      for (const show of shows.values()) for (const viewer of show.viewers) viewer.end();
      shows.clear();
    },
  };
}
