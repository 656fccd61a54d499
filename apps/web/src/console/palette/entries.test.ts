import { describe, expect, it } from 'vitest';
import { type Entry, found, goKeys } from './entries.ts';

const entry = (id: string, label: string, hint?: string): Entry => ({ id, group: 'pages', icon: 'home', label, hint, run: () => {} });
const entries = [entry('list', '诉求列表', 'cases'), entry('desk', 'Hotline desk'), entry('map', '网格地图'), entry('home', '工作台')];
const ids = (text: string) => found(entries, text).map(({ id }) => id);

describe('the palette of commands', () => {
  it('shows everything in its order for nothing typed', () => {
    expect(ids('  ')).toEqual(['list', 'desk', 'map', 'home']);
  });

  it('finds Chinese words in the middle, hints, and letters in their order', () => {
    expect(ids('地图')).toEqual(['map']);
    expect(ids('CASES')).toEqual(['list']);
    expect(ids('hd')).toEqual(['desk']);
    expect(ids('nothing of the kind')).toEqual([]);
  });

  it('puts a name that begins so before one that only holds it', () => {
    expect(found([entry('b', '本月网格'), entry('a', '网格地图')], '网格').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('gives each page a key of its own', () => {
    const keys = Object.values(goKeys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
