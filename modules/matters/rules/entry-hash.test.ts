import { expect, test } from 'vitest';
import { canonical } from './entry-hash.ts';

test('data has one digest, whatever the engine did to it on the way', () => {
  const data = { b: 1, a: [new Date('2026-03-02T01:00:00Z'), null, { z: undefined, y: 'ü' }], c: Number.NaN, d: 1e21, e: -0 };
  expect(canonical(JSON.parse(JSON.stringify(data)))).toBe(canonical(data));
});
