import { expect, it } from 'vitest';
import { mergeOffers, representatives } from './offers-of-many.ts';

it('asks one case of each state, so that a long selection costs no more than a few questions', () => {
  const rows = ['filed', 'filed', 'recorded', 'a', 'b', 'c'].map((state, index) => ({ number: `GZ${index}`, state }));
  expect(representatives(rows)).toEqual(['GZ0', 'GZ2', 'GZ3', 'GZ4']);
});

it('offers every act once, what ends a case last', () => {
  const offer = (action: string, weight: 'primary' | 'normal' | 'danger') => ({
    action,
    weight,
    label: { zh: action, en: action },
    help: null,
    input: {},
  });
  const merged = mergeOffers([
    [offer('reject', 'danger'), offer('note', 'normal')],
    [offer('note', 'normal'), offer('dispatch', 'primary')],
  ]);
  expect(merged.map(({ action }) => action)).toEqual(['dispatch', 'note', 'reject']);
});
