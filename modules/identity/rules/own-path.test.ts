import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/', '/cases?mine=true&text=%E4%BA%95#top', '/cases/GZ202601010000123'])('%s is a place of this site', (path) => {
  expect(ownPath(path)).toBe(path);
});

test('a path in Chinese is written as addresses are', () => {
  expect(ownPath('/cases?text=井盖')).toBe('/cases?text=%E4%BA%95%E7%9B%96');
});

test.each([
  undefined,
  '',
  'cases',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https://evil.example',
  '\\\\evil.example',
  '/ok\\..\\..',
  'javascript:alert(1)',
])('%j is not', (path) => {
  expect(ownPath(path)).toBe('/');
});
