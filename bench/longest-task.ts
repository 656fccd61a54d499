interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { name?: string };
}

export interface Tasks {
  /** Tasks of the page's main thread in the trace. */
  tasks: number;
  longestMs: number;
  /** How many took longer than 50 ms, and than 100 ms. */
  over50: number;
  over100: number;
}

/** What a Chromium trace says of the main threads of pages: how long single tasks held them. */
export function tasksOf(trace: Buffer | string): Tasks {
  const { traceEvents } = JSON.parse(String(trace)) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const lengths = traceEvents
    .filter(
      ({ name, ph, pid, tid }) =>
        (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask') && ph === 'X' && main.has(`${pid} ${tid}`),
    )
    .map(({ dur = 0 }) => dur / 1000);
  return {
    tasks: lengths.length,
    longestMs: Math.round(Math.max(0, ...lengths) * 10) / 10,
    over50: lengths.filter((ms) => ms > 50).length,
    over100: lengths.filter((ms) => ms > 100).length,
  };
}
