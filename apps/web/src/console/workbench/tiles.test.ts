import { expect, it } from 'vitest';
import { filterOf } from '../cases/filter.ts';
import { tilesOf } from './tiles.ts';

it('every count leads to a list that narrows more than to cases', () => {
  const lists = tilesOf(['u1']).filter(({ to }) => to === undefined);
  expect(lists.length).toBeGreaterThan(5);
  for (const { count, search } of lists) expect(Object.keys(filterOf(search)).length, count).toBeGreaterThan(1);
});

it('what is to be signed is that of my units, where I have any', () => {
  const of = (units: string[]) => tilesOf(units).find(({ count }) => count === 'toSign')!.search;
  expect(of(['u1', 'u2'])).toMatchObject({ state: 'dispatched', organisation: 'u1,u2' });
  expect(of([])).not.toHaveProperty('organisation');
});
