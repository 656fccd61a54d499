import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('never more than the places at once, all done, in order, and a failure frees its place', async () => {
  const turn = inTurn(2);
  let running = 0;
  let most = 0;
  const done: number[] = [];
  const work = (number: number) => async () => {
    running++;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running--;
    if (number === 3) throw new Error('three');
    done.push(number);
  };
  const results = await Promise.allSettled(Array.from({ length: 9 }, (_, number) => turn(work(number))));
  expect(results.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
  expect(most).toBe(2);
  expect(done).toEqual([0, 1, 2, 4, 5, 6, 7, 8]);
});
