import type { BoardNow } from '@gongzhi/contract/board';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { boardRoom } from './board-room.ts';

afterEach(() => void vi.useRealTimers());

function world() {
  vi.useFakeTimers({ now: 1_000_000 });
  const state = { value: 1, mark: 'a' };
  const room = boardRoom({
    compute: async (area) => ({ at: new Date().toISOString(), area: { code: area, name: '' }, figures: { open: state.value } }) as BoardNow,
    mark: async () => state.mark,
  });
  const viewer = () => {
    const heard: string[] = [];
    return { heard, write: (text: string) => Boolean(heard.push(text)), end: () => {} };
  };
  return { state, room, viewer };
}

describe('a board that many look at', () => {
  test('is computed once for five hundred viewers, at the beginning and for every change', async () => {
    const { state, room, viewer } = world();
    const viewers = Array.from({ length: 500 }, viewer);
    await Promise.all(viewers.map((one) => room.follow('990101', one)));
    expect(room.computed()).toBe(1);
    expect(viewers.every((one) => one.heard.length === 1)).toBe(true);
    await vi.advanceTimersByTimeAsync(4000);
    const quiet = room.computed();
    state.value = 2;
    state.mark = 'b';
    await vi.advanceTimersByTimeAsync(2000);
    expect(room.computed()).toBe(quiet + 1);
    expect(viewers.every((one) => one.heard.length === 2 && one.heard[1]!.includes('"open":2'))).toBe(true);
  });

  test('is computed once more after a fact, as what counts it runs behind, and then only when time makes it another', async () => {
    const { state, room, viewer } = world();
    const one = viewer();
    await room.follow('990101', one);
    await vi.advanceTimersByTimeAsync(6000);
    state.mark = 'b';
    const before = room.computed();
    await vi.advanceTimersByTimeAsync(2000);
    state.value = 5;
    await vi.advanceTimersByTimeAsync(2000);
    expect(one.heard.at(-1)).toContain('"open":5');
    expect(room.computed()).toBe(before + 2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(room.computed()).toBe(before + 2);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(room.computed()).toBe(before + 3);
  });

  test('is given to whoever asks at the same time, and computed for nobody when nobody looks', async () => {
    const { room, viewer } = world();
    await Promise.all([room.read('1'), room.read('1'), room.read('1')]);
    expect(room.computed()).toBe(1);
    const stop = await room.follow('2', viewer());
    stop();
    const left = room.computed();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(room.computed()).toBe(left);
  });
});
