import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import texts from './problem-texts.ts';
import { root } from './sources.ts';

const product = resolve(root, '../../..');

it('every refusal that a module can make has words in both languages', () => {
  const files = globSync(['modules/*/problems.ts', 'modules/*/*/problems.ts', 'platform/problems/index.ts'], { cwd: product });
  expect(files.length).toBeGreaterThan(4);
  const codes = files.flatMap((file) =>
    [...readFileSync(join(product, file), 'utf8').matchAll(/^ {2}'?([a-z][a-z-]+)'?: \[\d{3}, /gm)].map(([, code]) => code!),
  );
  expect(codes.filter((code) => !(code in texts.zh) || !(code in texts.en))).toEqual([]);
});

it('every refusal with which single sign-on sends back to the sign-in page has words', () => {
  const sources = globSync('modules/identity/**/*.ts', { cwd: product })
    .filter((file) => !/(test|testing)/.test(file))
    .map((file) => readFileSync(join(product, file), 'utf8'));
  const codes = new Set(sources.flatMap((text) => [...text.matchAll(/'(oidc-[a-z]+)'/g)].map(([, code]) => code!)));
  expect(codes.size).toBeGreaterThan(2);
  expect([...codes].filter((code) => !(code in texts.zh) || !(code in texts.en))).toEqual([]);
});
