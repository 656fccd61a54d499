import { expect, test } from 'vitest';
import { scoreDuplicate, worthShowing } from './score-duplicate.ts';

const base = { metres: 20, hours: 5, wording: 0.5, sameCategory: true, sameGrid: true };

test('the same words at the same place on the same day are almost certain, and the reasons say why', () => {
  const { score, reasons } = scoreDuplicate({ ...base, metres: 3 });
  expect(score).toBeGreaterThan(0.9);
  expect(reasons).toEqual(['同一地点', '文字相似度 50%', '类别相同', '相隔 5 小时']);
});

test('every step away makes it less likely', () => {
  const far = [5, 50, 150, 299].map((metres) => scoreDuplicate({ ...base, metres }).score);
  expect([...far].sort((a, b) => b - a)).toEqual(far);
  expect(scoreDuplicate({ ...base, hours: 900 }).score).toBeLessThan(scoreDuplicate(base).score);
  expect(scoreDuplicate({ ...base, wording: 0.1 }).score).toBeLessThan(scoreDuplicate(base).score);
  expect(scoreDuplicate({ ...base, sameCategory: false }).score).toBeLessThan(scoreDuplicate(base).score);
});

test('a common category on the same day is no reason to bother anybody', () => {
  expect(scoreDuplicate({ metres: null, hours: 1, wording: 0.05, sameCategory: true, sameGrid: false }).score).toBe(0);
  expect(scoreDuplicate({ metres: 280, hours: 1, wording: 0.05, sameCategory: true, sameGrid: false }).score).toBeLessThan(worthShowing);
});

test('without a point on either side the grid stands for the place', () => {
  const { score, reasons } = scoreDuplicate({ metres: null, hours: 2, wording: 0.6, sameCategory: true, sameGrid: true });
  expect(score).toBeGreaterThan(0.6);
  expect(reasons).toContain('同一网格');
});
