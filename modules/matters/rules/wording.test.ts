import { expect, test } from 'vitest';
import { grams, likeness, wordingQuery } from './wording.ts';

test('a text is found by pairs of neighbouring characters and by whole words of other scripts, also where they touch', () => {
  expect(grams('人民路')).toEqual(['人民', '民路']);
  expect(grams('COVID疫情A座12号')).toEqual(['covid', '疫情', 'a', '座', '12', '号']);
  expect(wordingQuery('Covid')).toBe("'covid'");
});

test('full-width forms are found by plain ones', () => {
  expect(grams('ＡＢＣ１２')).toEqual(grams('abc12'));
});

test('words of which nothing can be searched ask for nothing', () => {
  expect(wordingQuery('，。!')).toBeNull();
});

test('likeness is the share of common grams', () => {
  expect(likeness(['a', 'b'], ['b', 'c'])).toBeCloseTo(1 / 3);
  expect(likeness([], ['a'])).toBe(0);
});
