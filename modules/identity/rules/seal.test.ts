import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveKeys } from './keys.ts';
import { seal, unseal } from './seal.ts';

const keys = deriveKeys(Buffer.alloc(32, 1));

test('any text comes back, and twice sealed it looks different', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [one, two] = [seal(keys.contact, keys.id, text, 'here'), seal(keys.contact, keys.id, text, 'here')];
      expect(unseal(keys.contact, keys.id, one, 'here')).toBe(text);
      expect(one.equals(two)).toBe(false);
    }),
  );
});

test('one changed bit, another place or another key, and it does not open', () => {
  const sealed = seal(keys.contact, keys.id, '13812345678', 'here');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => unseal(keys.contact, keys.id, changed, 'here')).toThrow();
  }
  expect(() => unseal(keys.contact, keys.id, sealed, 'there')).toThrow();
  expect(() => unseal(keys.secondFactor, keys.id, sealed, 'here')).toThrow();
  expect(() => unseal(keys.contact, keys.id, sealed.subarray(0, 20), 'here')).toThrow('not a sealed text');
  const other = deriveKeys(randomBytes(32));
  expect(() => unseal(other.contact, other.id, sealed, 'here')).toThrow('another master key');
});

test('every use has its own key, and a master key of another length is refused', () => {
  const all = Object.values(keys).map((key: Buffer) => key.toString('hex'));
  expect(new Set(all).size).toBe(all.length);
  expect(() => deriveKeys(Buffer.alloc(16))).toThrow('16 bytes');
});
