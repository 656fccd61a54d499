import { describe, expect, it } from 'vitest';
import { moved, readLayout, showing, widened, writeLayout } from './layout.ts';

const columns = [
  { key: 'title', width: 280 },
  { key: 'state', width: 110 },
  { key: 'address', hidden: true },
];

describe('the layout of a table', () => {
  it('is what was declared until something is kept, and survives columns that are gone', () => {
    expect(readLayout(undefined, columns).map(({ key }) => key)).toEqual(['title', 'state']);
    expect(readLayout(['gone', 'state:200', 'title'], columns)).toEqual([
      { key: 'state', width: 200 },
      { key: 'title', width: 280 },
    ]);
    expect(readLayout(['gone'], columns)).toEqual(readLayout(undefined, columns));
  });

  it('is written back as it was read, with a width only where one was chosen', () => {
    const kept = ['state:200', 'title'];
    expect(writeLayout(readLayout(kept, columns), columns)).toEqual(kept);
  });

  it('keeps every width within what can be read', () => {
    expect(readLayout(['title:9', 'state:99999', 'address:x'], columns).map(({ width }) => width)).toEqual([60, 640, 160]);
    expect(widened(readLayout(undefined, columns), 'state', -5)[1]).toEqual({ key: 'state', width: 60 });
  });

  it('puts new columns last and moves one without losing another', () => {
    const layout = readLayout(undefined, columns);
    const all = showing(layout, ['address', 'title', 'state'], columns);
    expect(all.map(({ key }) => key)).toEqual(['title', 'state', 'address']);
    expect(moved(all, 'address', 0).map(({ key }) => key)).toEqual(['address', 'title', 'state']);
    expect(moved(all, 'title', 9).map(({ key }) => key)).toEqual(['state', 'address', 'title']);
    expect(moved(all, 'gone', 1)).toEqual(all);
  });
});
