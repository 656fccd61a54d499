import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { adoptStagedKey, keptKey, parseKey, stagedKey } from './key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongzhi-key-'));
const file = join(folder, 'secret.key');
afterAll(() => rmSync(folder, { recursive: true }));

test('a key is made once, for its owner alone', () => {
  const key = keptKey(file);
  expect(keptKey(file)).toEqual(key);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a rotation that was cut short goes on with the key that it had staged, and the old key stays beside', () => {
  const old = keptKey(file);
  const next = stagedKey(file, null);
  expect(stagedKey(file, null)).toEqual(next);
  expect(keptKey(file)).toEqual(old);
  expect(() => stagedKey(file, Buffer.alloc(32, 1))).toThrow(/finish that rotation first/);
  const kept = adoptStagedKey(file);
  expect(keptKey(file)).toEqual(next);
  expect(parseKey('it', readFileSync(kept, 'utf8'))).toEqual(old);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('what is no key of 32 bytes is refused by the name of where it stood', () => {
  expect(() => parseKey('GONGZHI_NEW_KEY', 'short')).toThrow(/GONGZHI_NEW_KEY must hold 32 bytes/);
});
