import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('a step against the declared direction is found: a planted violation does not pass', { timeout: 60_000 }, () => {
  const folder = join(root, 'modules/territory/rules/canary');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'canary.ts'),
    `import { createCases } from '@gongzhi/cases';\nimport { readFileSync } from 'node:fs';\nexport const canary = [createCases, readFileSync];\n`,
  );
  try {
    const run = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        'bin/boundaries.cjs',
        '--output-type',
        'err',
        folder,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(run.stdout).toContain('territory-knows-only-what-is-below');
    expect(run.stdout).toContain('rules-are-pure');
    expect(run.status).not.toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
