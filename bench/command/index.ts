import type { Server } from '../start-postgres.ts';
import { type BoardFigures, measureBoard } from './board.ts';
import { measurePatrolSync, type SyncFigures } from './patrol-sync.ts';
import { onStage } from './stage.ts';
import { measureViewers, type ViewerFigures } from './viewers.ts';

export const commandWork = ['board', 'viewers', 'patrol-sync'] as const;

export interface CommandFigures {
  board: BoardFigures[];
  /** How many times slower a refresh is on the largest ledger than on the smallest; at most 1.3 is wanted. */
  boardGrowth: number | null;
  viewers: ViewerFigures | null;
  sync: SyncFigures | null;
}

interface Options {
  server: Server;
  sizes: readonly number[];
  only: readonly string[];
  /** Scales how much is sent: about so long each part lasts. */
  seconds: number;
  keep: boolean;
  tell(text: string): void;
}

/** The board on ledgers of each size; viewers and phones on the smallest. */
export async function measureCommand({ server, sizes, only, seconds, keep, tell }: Options): Promise<CommandFigures> {
  const figures: CommandFigures = { board: [], boardGrowth: null, viewers: null, sync: null };
  const least = Math.min(...sizes);
  for (const size of sizes) {
    if (!only.includes('board') && size !== least) continue;
    await onStage(server, size, keep, tell, async (stage) => {
      if (only.includes('board')) {
        tell(`${size} cases: the board`);
        figures.board.push(await measureBoard(stage, Math.max(5, Math.round(seconds))));
      }
      if (only.includes('patrol-sync') && size === least) {
        tell(`${size} cases: phones`);
        figures.sync = await measurePatrolSync(stage, Math.round(62.5 * seconds), 16);
      }
      if (only.includes('viewers') && size === least) {
        tell(`${size} cases: viewers`);
        figures.viewers = await measureViewers(stage, 500, 5);
      }
    });
  }
  const [first, last] = [figures.board[0], figures.board.at(-1)];
  if (first && last && first !== last) figures.boardGrowth = Math.round((100 * last.p50) / first.p50) / 100;
  return figures;
}

export function commandLines({ board, boardGrowth, viewers, sync }: CommandFigures): string[] {
  return [
    ...board.map((one) => `board, ${one.size} cases: refresh p50 ${one.p50} ms, worst ${one.worst} ms of ${one.refreshes}`),
    ...(boardGrowth === null ? [] : [`board: ${boardGrowth} times slower from the smallest to the largest ledger (wanted: at most 1.3)`]),
    ...(viewers
      ? [
          `viewers: ${viewers.viewers} on one board, ${viewers.changes} changes: ${viewers.computed} computations, ${viewers.delivered} deliveries, ${viewers.upToDate} up to date, last seen after ${viewers.lastSeen} ms`,
        ]
      : []),
    ...(sync
      ? [
          `patrol-sync: ${sync.phones} phones with ${sync.entries} entries in ${sync.seconds} s (${sync.phonesPerSecond}/s), p50 ${sync.p50} ms, p99 ${sync.p99} ms, ${sync.errors} errors, ${sync.lost} lost; 5,000 in ten minutes take ${sync.shareOfLimit} of that`,
        ]
      : []),
  ];
}
