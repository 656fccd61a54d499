import { describe, expect, it } from 'vitest';
import { filterOf, isQuick, only, quickChange, sortOf, withoutQuick } from './filter.ts';

const now = Date.parse('2026-03-02T10:00:00+08:00');

describe('the address of a list', () => {
  it('becomes the filter of the server, with both days inclusive on the clock of the place', () => {
    expect(filterOf({ state: 'filed', from: '2026-03-01', to: '2026-03-02', sort: 'dueAt' }, now)).toEqual({
      kind: 'case',
      state: 'filed',
      openedFrom: '2026-02-28T16:00:00.000Z',
      openedTo: '2026-03-02T16:00:00.000Z',
    });
  });

  it('ignores a day that is none and a sort that the server does not know', () => {
    expect(filterOf({ from: 'yesterday' }, now)).toEqual({ kind: 'case' });
    expect(sortOf({ sort: 'title' })).toBe('-openedAt');
  });

  it('says due today as: open, in time, and due before tonight', () => {
    expect(filterOf({ due: 'today', mine: 'true' }, now)).toEqual({
      kind: 'case',
      mine: 'true',
      open: 'true',
      overdue: 'false',
      dueBefore: '2026-03-02T16:00:00.000Z',
    });
  });

  it('keeps the place and the words when a quick filter is chosen, and drops the one before', () => {
    const search = { area: '990106', text: '井盖', state: 'filed' };
    expect({ ...search, ...quickChange({ overdue: 'true' }) }).toEqual({ area: '990106', text: '井盖', overdue: 'true' });
    expect(withoutQuick(search)).toEqual({ area: '990106', text: '井盖' });
    expect(isQuick(search, { state: 'filed' })).toBe(true);
    expect(isQuick({ ...search, mine: 'true' }, { state: 'filed' })).toBe(false);
  });

  it('of a saved view replaces every filter that stands', () => {
    const change = only({ state: 'filed' });
    expect(change.state).toBe('filed');
    expect(Object.keys(change)).toContain('text');
    expect(change.text).toBeUndefined();
  });
});
