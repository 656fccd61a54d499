import { setTimeout as sleep } from 'node:timers/promises';
import { takeTrace } from '../trace.ts';
import type { Stage } from './stage.ts';

export interface ViewerFigures {
  viewers: number;
  changes: number;
  /** Boards that reached somebody. */
  delivered: number;
  /** Viewers that saw the last change. */
  upToDate: number;
  /** How often a board was computed meanwhile. */
  computed: number;
  /** Milliseconds from a report to the last viewer that saw it, the worst of the changes. */
  lastSeen: number;
}

/** Many viewers of one board on one server process, while reports come in. */
export async function measureViewers(stage: Stage, viewers: number, changes: number): Promise<ViewerFigures> {
  await stage.traced();
  const headers = await stage.session('district-leader');
  const desk = await stage.session('dispatcher');
  const state = { delivered: 0, seen: new Map<number, { reported: number; at: number }>() };
  const abort = new AbortController();
  const open = async (viewer: number) => {
    const answer = await fetch(`${stage.address}/api/board/events`, { headers, signal: abort.signal });
    if (answer.status !== 200 || !answer.body) throw new Error(`a viewer was answered ${answer.status}`);
    const listen = async () => {
      let text = '';
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const said = text.slice(0, end);
          text = text.slice(end + 2);
          if (!said.includes('event: board')) continue;
          state.delivered += 1;
          const reported = Number(/"reported":\{"now":(\d+)/.exec(said)?.[1]);
          state.seen.set(viewer, { reported, at: performance.now() });
        }
      }
    };
    listen().catch(() => {});
  };
  for (let from = 0; from < viewers; from += 50)
    await Promise.all(Array.from({ length: Math.min(50, viewers - from) }, (_, n) => open(from + n)));
  const [place] = (
    await stage.client.query(
      'select ST_X(location) as longitude, ST_Y(location) as latitude from matters.matter where location is not null limit 1',
    )
  ).rows as { longitude: number; latitude: number }[];
  await sleep(6000);
  takeTrace(stage.traceFile);
  const began = state.delivered;
  const at = (viewer: number) => state.seen.get(viewer)?.reported ?? 0;
  let lastSeen = 0;
  for (let change = 0; change < changes; change += 1) {
    const before = Math.max(...Array.from({ length: viewers }, (_, n) => at(n)));
    const sent = performance.now();
    const answer = await fetch(`${stage.address}/api/cases`, {
      method: 'POST',
      headers: { ...desk, 'content-type': 'application/json' },
      body: JSON.stringify({ body: '路灯不亮，请处理', place, category: '0202' }),
    });
    if (answer.status !== 201) throw new Error(`a report was answered ${answer.status}`);
    for (let wait = 0; wait < 200 && !Array.from({ length: viewers }, (_, n) => at(n) > before).every(Boolean); wait += 1) await sleep(100);
    lastSeen = Math.max(lastSeen, ...Array.from({ length: viewers }, (_, n) => (state.seen.get(n)?.at ?? sent) - sent));
  }
  const computed = takeTrace(stage.traceFile).filter((statement) => statement.text.includes('command.board_hour h')).length;
  const newest = Math.max(...Array.from({ length: viewers }, (_, n) => at(n)));
  const upToDate = Array.from({ length: viewers }, (_, n) => at(n) === newest).filter(Boolean).length;
  abort.abort();
  return { viewers, changes, delivered: state.delivered - began, upToDate, computed, lastSeen: Math.round(lastSeen) };
}
