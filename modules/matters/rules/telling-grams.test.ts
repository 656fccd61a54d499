import { expect, test } from 'vitest';
import { tellingGrams } from './telling-grams.ts';

const shares = new Map([
  ['噪音', 0.2],
  ['路灯', 0.02],
  ['井盖', 0.05],
]);

test('grams that nobody counted as common go first, then the less common', () => {
  const known = { texts: 1000, shares, otherwise: 0.01 };
  expect(tellingGrams(['噪音', '路灯', '桂花', '井盖'], known)).toEqual(['桂花', '路灯', '井盖', '噪音']);
});

test('common grams are left out where the ledger is large, but two are always asked for', () => {
  const known = { texts: 1_000_000, shares, otherwise: 0.01 };
  expect(tellingGrams(['噪音', '路灯', '井盖'], known)).toEqual(['路灯', '井盖']);
  expect(tellingGrams(['噪音', '甲乙', '乙丙'], known)).toEqual(['甲乙', '乙丙']);
});

test('of many rare grams some are taken from every part of the text', () => {
  const grams = Array.from({ length: 80 }, (_, at) => `词${at}`);
  const chosen = tellingGrams(grams, { texts: 1_000_000, shares: new Map(), otherwise: 0.008 });
  expect(chosen).toEqual(Array.from({ length: 8 }, (_, at) => `词${at * 10}`));
});

test('a ledger that was never measured and a text without grams are no trouble', () => {
  const nothing = { texts: 0, shares: new Map<string, number>(), otherwise: 1 };
  expect(tellingGrams([], nothing)).toEqual([]);
  expect(tellingGrams(['桂花'], nothing)).toEqual(['桂花']);
});
