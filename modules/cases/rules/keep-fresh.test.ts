import { expect, test } from 'vitest';
import { keepFresh } from './keep-fresh.ts';

function clockwork(most = 10) {
  let now = 0;
  let made = 0;
  const keep = keepFresh<number>({ freshMs: 10, keptMs: 100, most }, () => now);
  return {
    ask: (key = 'a') => keep(key, async () => ++made),
    wait: (ms: number) => {
      now += ms;
    },
    fail: () => keep('a', () => Promise.reject(new Error('no'))),
  };
}

test('an answer is given again while it is fresh, and to all who ask while it is made', async () => {
  const { ask, wait } = clockwork();
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  wait(9);
  expect(await ask()).toBe(1);
});

test('an old answer is given while the newer one is made, and the newer one after that', async () => {
  const { ask, wait } = clockwork();
  await ask();
  wait(50);
  expect(await ask()).toBe(1);
  expect(await ask()).toBe(2);
});

test('too old an answer is waited for', async () => {
  const { ask, wait } = clockwork();
  await ask();
  wait(100);
  expect(await ask()).toBe(2);
});

test('a failure is told and not kept', async () => {
  const { ask, fail } = clockwork();
  await expect(fail()).rejects.toThrow('no');
  expect(await ask()).toBe(1);
});

test('no more answers are kept than wanted; the least lately used goes first', async () => {
  const { ask } = clockwork(2);
  await ask('a');
  await ask('b');
  await ask('a');
  await ask('c');
  expect(await ask('a')).toBe(1);
  expect(await ask('b')).toBe(4);
});
