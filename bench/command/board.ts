import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './stage.ts';

export interface BoardFigures {
  size: number;
  refreshes: number;
  p50: number;
  worst: number;
}

/** The whole refresh of the district's board, not the one that is kept for who asks right after: one every two seconds and a half. */
export async function measureBoard(stage: Stage, refreshes: number): Promise<BoardFigures> {
  const headers = await stage.session('district-leader');
  const times: number[] = [];
  for (let n = 0; n < refreshes + 2; n += 1) {
    const began = performance.now();
    const answer = await fetch(`${stage.address}/api/board`, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`the board answered ${answer.status}`);
    // The first two fill what the server holds in memory.
    if (n > 1) times.push(performance.now() - began);
    await sleep(2500);
  }
  times.sort((a, b) => a - b);
  const round = (value: number | undefined) => Math.round((value ?? 0) * 10) / 10;
  return { size: stage.size, refreshes, p50: round(times[times.length >> 1]), worst: round(times.at(-1)) };
}
