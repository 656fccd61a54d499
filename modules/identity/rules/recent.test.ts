import { expect, test } from 'vitest';
import { recent } from './recent.ts';

let moment = 0;
const now = () => new Date(moment);

test('a value is loaded once for calls at the same moment, and again after its time', async () => {
  const held = recent<string>(now, 5000, 10);
  let loads = 0;
  const load = async () => `value ${++loads}`;
  expect(await Promise.all([held.get('a', load), held.get('a', load)])).toEqual(['value 1', 'value 1']);
  moment += 4999;
  expect(await held.get('a', load)).toBe('value 1');
  moment += 1;
  expect(await held.get('a', load)).toBe('value 2');
});

test('nothing is held of what was not found, nor of a load that began before it was forgotten', async () => {
  const held = recent<string>(now, 5000, 10);
  expect(await held.get('a', async () => null)).toBeNull();
  let finish: (value: string) => void = () => {};
  const old = held.get('a', () => new Promise((resolve) => (finish = resolve)));
  held.forget(() => true);
  finish('before the change');
  expect(await old).toBe('before the change');
  expect(await held.get('a', async () => 'after it')).toBe('after it');
});

test('a failed load is tried again, and the oldest of too many goes', async () => {
  const held = recent<number>(now, 5000, 2);
  await expect(held.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await held.get('a', async () => 1)).toBe(1);
  await held.get('b', async () => 2);
  await held.get('c', async () => 3);
  expect(await held.get('a', async () => 9)).toBe(9);
});
