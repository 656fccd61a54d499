import { expect, it } from 'vitest';
import { inTreeOrder } from './category-order.ts';

it('each category is followed by those below it', () => {
  const items = [
    { code: '02', parent: null },
    { code: '0101', parent: '01' },
    { code: '01', parent: null },
    { code: '0201', parent: '02' },
  ];
  expect(inTreeOrder(items).map(({ item, depth }) => `${depth} ${item.code}`)).toEqual(['0 01', '1 0101', '0 02', '1 0201']);
});

it('one whose parent was filtered away is not lost', () => {
  expect(inTreeOrder([{ code: '0101', parent: '01' }])).toEqual([{ item: { code: '0101', parent: '01' }, depth: 0 }]);
});
