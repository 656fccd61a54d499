import { describe, expect, it } from 'vitest';
import { suggestedAct, suggestedInput } from './suggested-act.ts';

const offer = (action: string) => ({
  action,
  label: { zh: action, en: action },
  help: null,
  weight: 'normal' as const,
  input: {},
});
const found = {
  categories: [{ code: '0103', name: '井盖', score: 0.8, words: ['井盖'] }],
  unit: { id: 'u1', name: '城管局', why: '责任清单', assist: [{ id: 'u2', name: '街道' }] },
  limit: null,
  load: [],
};

describe('what is suggested to be done next', () => {
  it('is to file under the likeliest category, or the one it already has', () => {
    expect(suggestedAct({ category: null, actions: [offer('file')] }, found)).toEqual({ action: 'file', input: { category: '0103' } });
    expect(suggestedAct({ category: '0501', actions: [offer('file')] }, found)?.input).toEqual({ category: '0501' });
  });

  it('is to dispatch to the unit of the responsibility list with those that assist', () => {
    expect(suggestedAct({ category: '0103', actions: [offer('dispatch')] }, found)).toEqual({
      action: 'dispatch',
      input: { lead: 'u1', assist: ['u2'] },
    });
  });

  it('is nothing that the person may not do, and nothing that is not known', () => {
    expect(suggestedAct({ category: null, actions: [offer('sign')] }, found)).toBeNull();
    expect(suggestedAct({ category: '0103', actions: [offer('dispatch')] }, { categories: [], unit: null })).toBeNull();
    expect(suggestedAct({ category: null, actions: [offer('file')] }, { categories: [], unit: null })).toBeNull();
  });

  it('begins the form of that act, and of no other', () => {
    const matter = { category: '0103', actions: [offer('dispatch'), offer('divert')] };
    expect(suggestedInput('dispatch', matter, found)).toEqual({ lead: 'u1', assist: ['u2'] });
    expect(suggestedInput('divert', matter, found)).toBeUndefined();
  });
});
