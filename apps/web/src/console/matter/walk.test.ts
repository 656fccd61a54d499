import { describe, expect, it } from 'vitest';
import { oppositeOf } from './undo.ts';
import { stepOf } from './walk.ts';

describe('walking through the cases of a list', () => {
  it('knows the one before and the one after, and where one stands', () => {
    const walk = { numbers: ['a', 'b', 'c'] };
    expect(stepOf(walk, 'b')).toEqual({ at: 2, count: 3, previous: 'a', next: 'c' });
    expect(stepOf(walk, 'c')).toMatchObject({ next: undefined });
    expect(stepOf(walk, 'elsewhere')).toBeNull();
    expect(stepOf(null, 'a')).toBeNull();
  });
});

describe('taking an act back', () => {
  it('is the opposite act with a reason, where the life cycle has one', () => {
    expect(oppositeOf('join', 'by mistake', { to: 'GZ1' })).toEqual({ action: 'unjoin', input: { reason: 'by mistake' } });
    expect(oppositeOf('protect', 'by mistake', { confidential: true })).toEqual({
      action: 'protect',
      input: { confidential: false, reason: 'by mistake' },
    });
    expect(oppositeOf('dispatch', 'by mistake', {})).toBeNull();
  });
});
