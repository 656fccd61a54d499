// `npm run check`: what must hold at every commit, quickly. Formats, lint, types, boundaries between modules, and tests about the system itself.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const steps: [string, string, string[]][] = [
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types of server and modules', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of the web', bin('tsc'), ['-p', 'apps/web/tsconfig.json']],
  [
    'boundaries',
    bin('depcruise'),
    ['--config', 'bin/boundaries.cjs', '--output-type', 'err', 'apps/server', 'modules', 'platform', 'contract', 'scenarios', 'bench'],
  ],
  ['tests about the system', bin('vitest'), ['run', '--project', 'unit', 'bin/', '--reporter=dot']],
];

let failed = 0;
for (const [name, command, args] of steps) {
  const started = Date.now();
  let output = '';
  const code = await new Promise<number>((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (status) => resolve(status ?? 1));
  });
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  if (code !== 0) {
    failed += 1;
    process.stdout.write(`${output}\n`);
  }
}
process.exit(failed === 0 ? 0 : 1);
