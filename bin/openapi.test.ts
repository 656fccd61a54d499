import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allRoutes } from '@gongzhi/contract';
import { Problem } from '@gongzhi/contract/primitives';
import { openApiDocument } from '@gongzhi/platform/http';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('the OpenAPI document passes the linter without an error', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-openapi-'));
  const file = join(folder, 'openapi.json');
  const document = openApiDocument(allRoutes, { title: 'Gongzhi', version: '0', description: 'The wire', problem: Problem });
  writeFileSync(file, JSON.stringify(document));
  try {
    const run = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/@redocly/cli/bin/cli.js'),
        'lint',
        file,
        '--config',
        join(import.meta.dirname, 'redocly.yaml'),
        '--format',
        'json',
      ],
      { encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' } },
    );
    const report = JSON.parse(run.stdout) as {
      totals: { errors: number };
      problems: { ruleId: string; message: string; severity: string; location: { pointer?: string }[] }[];
    };
    expect(
      report.problems
        .filter((problem) => problem.severity === 'error')
        .map((problem) => `${problem.ruleId}: ${problem.message} ${problem.location[0]?.pointer}`),
    ).toEqual([]);
    expect(report.totals.errors).toBe(0);
    expect(Object.keys((document as { paths: object }).paths).length).toBeGreaterThan(60);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
