import { expect, test } from 'vitest';
import { findGroups, pairKey } from './find-groups.ts';
import type { Report } from './report.ts';
import { learnWeights, shippedWeights, weigh } from './weigh.ts';

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const report = (id: string, title: string, text: string, day: number, more: Partial<Report> = {}): Report => ({
  id,
  title,
  text,
  at: at(day),
  ...more,
});

// Told by several people in their own words; beside them other matters of the same place and the same matter of other places.
const told: Report[] = [
  report('pipe-1', '松涛苑小区门口水管爆裂', '松涛苑小区大门口的自来水管爆了，水流了一地，路都淹了，请快来修。', 1),
  report('pipe-2', '松涛苑水管爆裂没人修', '住在松涛苑，门口自来水管破裂已经一天，路面全是水，没有人来抢修。', 2),
  report('pipe-3', '松涛苑小区自来水管破裂', '松涛苑小区自来水管破裂漏水严重，居民出行要蹚水。', 2),
  report('dance', '松涛苑小区广场舞音响扰民', '每天晚上松涛苑小区里跳广场舞，音响开到十点，老人孩子睡不好。', 2),
  report('lift', '松涛苑小区电梯经常困人', '松涛苑小区的电梯一个月困人三次，维保单位总说在等配件。', 3),
  report('pipe-far', '梧桐里小区水管爆裂', '梧桐里小区花坛边的水管爆裂，一早喷水两米高，请派人关阀门。', 2),
  report('street', '青石巷路灯不亮', '青石巷从东到西十几盏路灯全部不亮，晚上走路要打手电。', 4),
  report('street-2', '青石巷十几盏路灯都不亮了', '您好，青石巷的路灯坏了很久，整条巷子晚上一片漆黑，请修一下路灯。', 6),
];

const groups = findGroups(told).map(({ ids }) => [...ids].sort());

test('finds the same matter in other words', () => {
  expect(groups).toContainEqual(['pipe-1', 'pipe-2', 'pipe-3']);
  expect(groups).toContainEqual(['street', 'street-2']);
});

test('tells the same place with another matter, and the same matter of another place, apart', () => {
  expect(groups.flat()).not.toContain('dance');
  expect(groups.flat()).not.toContain('lift');
  expect(groups.flat()).not.toContain('pipe-far');
});

test('proposes with a reason, and never again what was refused', () => {
  const [first] = findGroups(told);
  expect(first?.reasons.length).toBeGreaterThan(0);
  const refused = new Set([pairKey('street', 'street-2')]);
  expect(findGroups(told, { refused }).flatMap(({ ids }) => ids)).not.toContain('street');
});

test('a known distance parts what the words do not', () => {
  const near = { longitude: 120.1, latitude: 30.2 };
  const far = { longitude: 120.2, latitude: 30.2 };
  const pair = (place: Partial<Report>) =>
    findGroups([
      report('a', '井盖破损', '路边井盖破损，有车轮陷进去，很危险。', 1, near),
      report('b', '井盖坏了', '路边的井盖坏了，昨天有电动车掉进去。', 1, place),
    ]);
  const score = (place: Partial<Report>) => pair(place)[0]?.score ?? 0;
  expect(score(near)).toBeGreaterThan(score(far));
});

test('joins and refusals move the weights, towards what was decided and not beyond sense', () => {
  const comparison = {
    wording: 0.2,
    title: 0.1,
    matter: 0.1,
    titleMatter: 0.1,
    contained: 0.2,
    places: 0,
    placeAndMatter: 0.3,
    otherMatter: 0.2,
    otherPlaces: 0,
    otherDistrict: 0,
    near: 1,
    far: 0,
    time: 1,
    sameCategory: 1,
    otherCategory: 0,
  };
  const joined = learnWeights(Array.from({ length: 30 }, () => ({ comparison, same: true })));
  expect(weigh(comparison, joined)).toBeGreaterThan(weigh(comparison, shippedWeights));
  const refused = learnWeights(Array.from({ length: 300 }, () => ({ comparison, same: false })));
  expect(weigh(comparison, refused)).toBeLessThan(weigh(comparison, shippedWeights));
  expect(refused.parts.near).toBeGreaterThanOrEqual(0);
  expect(learnWeights([])).toEqual(shippedWeights);
});

test('nothing, one message and hostile text have no duplicates and break nothing', () => {
  expect(findGroups([])).toEqual([]);
  expect(findGroups(told.slice(0, 1))).toEqual([]);
  expect(findGroups(['', '\u202e', '<script>', '水', 'x'.repeat(7000)].map((text, i) => report(String(i), '', text, 1)))).toEqual([]);
});
