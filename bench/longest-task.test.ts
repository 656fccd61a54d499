import { expect, test } from 'vitest';
import { tasksOf } from './longest-task.ts';

const event = (name: string, tid: number, ms?: number, args?: object) => ({
  name,
  pid: 1,
  tid,
  ts: 0,
  ph: ms === undefined ? 'M' : 'X',
  ...(ms === undefined ? {} : { dur: ms * 1000 }),
  ...(args ? { args } : {}),
});

test('only tasks of the main thread of a page count', () => {
  const traceEvents = [
    event('thread_name', 7, undefined, { name: 'CrRendererMain' }),
    event('thread_name', 8, undefined, { name: 'Compositor' }),
    event('RunTask', 7, 12.34),
    event('RunTask', 7, 61),
    event('RunTask', 7, 120),
    event('FunctionCall', 7, 500),
    event('RunTask', 8, 900),
  ];
  expect(tasksOf(JSON.stringify({ traceEvents }))).toEqual({ tasks: 3, longestMs: 120, over50: 2, over100: 1 });
});

test('a trace without a page has no tasks', () => {
  expect(tasksOf('{"traceEvents":[]}')).toEqual({ tasks: 0, longestMs: 0, over50: 0, over100: 0 });
});
