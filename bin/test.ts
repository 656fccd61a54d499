// `npm test`: every test there is, on a fresh machine, without any system package. Its last line is `N passed, N failed`.
// With TEST_DATABASE_URL the tests that need a database run on that server instead of the embedded engine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildWeb } from '../apps/server/build-web.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  testResults: { status: string; name: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
}

const root = join(import.meta.dirname, '..');
const folder = join(root, '.cache/test');
mkdirSync(folder, { recursive: true });
const given = process.argv.slice(2);
const onServer = Boolean(process.env.TEST_DATABASE_URL);
// On the real server the unit tests would only be repeated.
const projects = onServer ? ['module', 'journey'] : ['unit', 'module', 'journey'];

const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
buildWeb((text) => process.stdout.write(`${text}\n`));
for (const project of projects) {
  const report = join(folder, `${project}.json`);
  rmSync(report, { force: true });
  process.stdout.write(`\n— ${project} tests${onServer ? ' on PostgreSQL' : ''}\n`);
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...given,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  try {
    const read = JSON.parse(readFileSync(report, 'utf8')) as Report;
    total.passed += read.numPassedTests;
    total.failed += read.numFailedTests;
    total.skipped += read.numPendingTests;
    for (const file of read.testResults.filter((one) => one.status === 'failed')) {
      const tests = file.assertionResults.filter((one) => one.status === 'failed').map((one) => one.fullName);
      failures.push(...(tests.length > 0 ? tests : [file.message]).map((what) => `${relative(root, file.name)}: ${what}`));
    }
    // A file that fails before its first test counts as one failure: it must not vanish.
    total.failed += read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    if (run.status !== 0 && read.numFailedTests === 0 && read.testResults.every((file) => file.status !== 'failed')) total.failed += 1;
  } catch {
    total.failed += 1;
  }
}
for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
