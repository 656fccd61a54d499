import { expect, test } from 'vitest';
import { isCitizenNumber } from './citizen-number.ts';
import { findEntities } from './find-entities.ts';
import { placeNames } from './place-names.ts';

const known = [
  { of: 'area' as const, id: '990199001', name: '松涛街道' },
  { of: 'area' as const, id: '990199001001', name: '松涛街道北苑社区' },
  { of: 'organisation' as const, id: 'u1', name: '区水务局' },
];

test('finds names that the district knows and tells what they mean, the longest first', () => {
  const found = findEntities('松涛街道北苑社区停水，区水务局没有通知', known);
  expect(found.map(({ kind, meant }) => [kind, meant?.id])).toEqual([
    ['place', '990199001001'],
    ['organisation', 'u1'],
  ]);
});

test('finds numbers that belong to somebody, a citizen number only with the right check sign', () => {
  const found = findEntities('电话13800138000，身份证11010519491231002X，车牌京A·12345，邮箱a.b@example.org，订单110105194912310021');
  expect(found.map(({ kind }) => kind)).toEqual(['phone', 'citizen-number', 'plate', 'mail']);
  expect(isCitizenNumber('11010519491231002x')).toBe(true);
  expect(isCitizenNumber('110105194912310020')).toBe(false);
});

test('finds places by their form and takes what introduces them off', () => {
  expect(placeNames('关于松涛苑小区门口').map(({ text }) => text)).toEqual(['松涛苑']);
  expect(placeNames('我家小区没有学校')).toEqual([]);
});

test('nothing overlaps, whatever stands in the text', () => {
  for (const text of ['', '路路路路路路路', '市'.repeat(3000), '\u202e京A12345138001380001', 'x@y.z@w.v']) {
    const found = findEntities(text, known);
    for (let i = 1; i < found.length; i += 1) expect(found[i]!.from).toBeGreaterThanOrEqual(found[i - 1]!.to);
  }
});
