import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const tracked = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0').filter(Boolean);
const readable = tracked.filter((file) => {
  const found = statSync(join(root, file), { throwIfNoEntry: false });
  return found?.isFile() && found.size < 2_000_000 && !/\.(png|jpg|jpeg|webp|gz|tar|xlsx|zip|woff2?)$/.test(file);
});
const itself = 'bin/tracked-files.test.ts';

/** Lines of tracked files that say what they must not, as `file:line`. */
function saying(pattern: RegExp, allowed: (file: string) => boolean = () => false): string[] {
  return readable
    .filter((file) => file !== itself && !allowed(file))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
    );
}

test('no path of a certain machine stands in a file', () => {
  expect(saying(/(^|[\s"'`(=])\/(work|home\/\w+|Users\/\w+|root)\//)).toEqual([]);
  expect(saying(/(^|[\s"'`(=])\/tmp\//, (file) => file.startsWith('.ci/') || /\.test\.tsx?$/.test(file))).toEqual([]);
});

test('no address of a certain package registry stands in a file', () => {
  expect(saying(/registry\.(npmjs|npmmirror)\.|npm\.taobao|verdaccio|artifactory/i)).toEqual([]);
});

test('the product speaks of itself alone', () => {
  expect(saying(/\b(AI|LLM|Claude|ChatGPT|Copilot)\b/, (file) => file === 'package-lock.json')).toEqual([]);
});

test('nothing unfinished is left standing', () => {
  expect(saying(/\b(TODO|FIXME|XXX)\b|lorem ipsum/i, (file) => file === 'package-lock.json' || file.startsWith('data/'))).toEqual([]);
});

test('no test is switched off or alone', () => {
  expect(saying(/\b(test|it|describe)\.(only|todo|skip)\(/)).toEqual([]);
});
